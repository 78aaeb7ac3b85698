//! People: profiles of those who look for work or training.
//!
//! Names, birth dates, sex and phone live in the same row but never leave it towards search or
//! matching: `indexing` and `discovery` project only what a person can do and wishes.

pub mod commands;
pub mod draft;
pub mod duplicates;
pub mod model;
pub mod registry;
pub mod store;
