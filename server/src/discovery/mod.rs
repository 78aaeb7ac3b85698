//! Discovery: which people fit an opening, which openings fit a person, and why.

mod columns;
mod project;

pub use columns::{Columns, FollowColumnsError};
