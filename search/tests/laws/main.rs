//! Laws of search: what holds for every text, every filter and every history of changes.

#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test fails by panicking")]

mod answers;
mod facets;
mod follow;
mod languages;
mod marks;
mod rebuild;
mod stored;
mod text;
mod wider;
mod wording;
mod world;
