//! Organisations: those who offer work, train, place abroad, or govern.

pub mod commands;
pub mod model;
mod store;

pub(crate) use store::ensure_employers;
