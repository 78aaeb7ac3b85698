//! Requests against the index: planned, run, counted, marked.

mod checks;
mod collector;
mod columns;
mod concepts;
mod condition;
mod counters;
mod cursor;
mod filters;
mod highlight;
mod hits;
mod lookup;
mod matcher;
mod nearly;
mod plan;
mod request;
mod run;
mod stretch;
mod weights;
mod whole;
mod window;
mod words;

pub(crate) use checks::Check;
pub(crate) use concepts::{groups, means};
pub(crate) use filters::{Tests, lists};
pub(crate) use lookup::Lookup;
pub(crate) use plan::Reading;
pub(crate) use words::{Wanted, Words};

pub use highlight::{Highlighter, Piece};
pub use request::{Count, Facet, Facets, Filters, Hit, POSTED_DAYS, Request, Results, Sort, WAGE_BANDS};
