//! Tests of the assembled application.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod architecture;
mod follow;
mod pages;
mod reference;
mod schema;
