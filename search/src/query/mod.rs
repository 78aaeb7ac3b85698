//! Requests against the index: planned, run, counted, marked.

mod collector;
mod columns;
mod concepts;
mod counters;
mod filters;
mod highlight;
mod plan;
mod request;
mod run;
mod words;

pub use highlight::{Highlighter, Piece};
pub use request::{Count, Facet, Facets, Filters, Hit, POSTED_DAYS, Request, Results, Sort, WAGE_BANDS};
