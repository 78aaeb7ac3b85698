//! Drives the assembled application as its users do: the harness behind the tests in `tests/it`.
#![expect(clippy::missing_panics_doc, reason = "the harness fails a test by panicking")]

mod app;
pub mod drafts;
mod postgres;
mod program;
mod skip;

pub use app::{TestApp, test_morning};
pub use postgres::Postgres;
pub use program::{Served, viak};
pub use skip::{shared_file, skip, workspace};
