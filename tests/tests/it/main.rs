//! Tests of the assembled application.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod api;
mod architecture;
mod facts_that_never_count;
mod failure;
mod follow;
mod imports;
mod language_independence;
mod pages;
mod reference;
mod schema;
mod searchable_within_a_second;
