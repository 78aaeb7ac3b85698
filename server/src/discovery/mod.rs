//! Discovery: which people fit an opening, which openings fit a person, and why.

mod columns;
pub(crate) mod present;
pub(crate) mod project;
pub mod questions;

pub use columns::{Columns, FollowColumnsError};
