//! Requests against the index.

mod highlight;
mod request;

pub use highlight::{Highlighter, Piece};
pub use request::{Count, Facet, Facets, Filters, Hit, POSTED_DAYS, Request, Results, Sort, WAGE_BANDS};
