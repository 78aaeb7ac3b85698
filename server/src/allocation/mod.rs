//! Allocating seats from a file: what stands in it, and the answer in words.
//!
//! `file` reads the JSON section by section, so that every complaint names its line; `entries` knows the shape
//! of what stands there; `answer` holds ids and names beside the numbers that [`matching::allocation`] works
//! with; `words` says why, `rows` and `json` print.

mod answer;
mod entries;
mod file;
mod json;
mod rows;
mod sections;
mod words;

pub use answer::{Answer, Names, Way, allocate};
pub use file::{FileError, TEMPLATE, read};
pub use json::as_json;
pub use rows::{opening_rows, person_rows, summary};

/// Units of the leaf in one point of a score.
pub const UNITS: u64 = 1_000_000;
