//! Discovery: which people fit an opening, which openings fit a person, and why.

mod columns;
pub mod fairness;
mod load;
mod map;
pub(crate) mod present;
pub(crate) mod project;
pub mod questions;
mod snapshot;
mod whereabouts;

pub use columns::{Columns, FollowColumnsError};
pub use whereabouts::Among;
