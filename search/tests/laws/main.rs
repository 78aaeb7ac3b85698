//! Laws of search: what holds for every text, every filter and every history of changes.

mod answers;
mod facets;
mod follow;
mod languages;
mod marks;
mod text;
mod world;
