//! Everybody and every opening at once, in columns.

mod bound;
mod exact;
mod grades;
mod hot;
mod lists;
mod openings;
mod people;
mod postings;
mod scan;

pub use openings::Openings;
pub use people::People;
