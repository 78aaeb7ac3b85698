//! People: profiles of those who look for work or training.
//!
//! Names, birth dates, sex and phone live in the same row but never leave it towards search or
//! matching: `indexing` and `discovery` project only what a person can do and wishes.
//!
//! Records come by import, or are made by their owners step by step ([`profile`], [`commands::profile`]).

pub mod ages;
pub mod commands;
pub mod draft;
pub mod duplicates;
mod entry;
mod forms;
pub mod model;
mod present;
pub mod profile;
pub mod registry;
pub mod renewal;
pub mod routes;
pub mod schooling;
pub mod store;
pub mod twins;
pub mod typed;
