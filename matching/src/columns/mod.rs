//! Everybody and every opening at once, in columns.

mod openings;
mod people;

pub use openings::Openings;
pub use people::People;
