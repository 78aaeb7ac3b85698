//! Organisations: those who offer work, train, place abroad, or govern.

mod store;

pub(crate) use store::ensure_employers;
