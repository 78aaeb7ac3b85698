//! Alerts: a search of the results page of which somebody wants to hear.
//!
//! It is asked for in one step, by whoever is signed in, or by an address or number whose owner confirms it by a signed
//! link. One process holds all that are watched as [`search::StoredSearches`] ([`commands::Waiting`]) and follows the
//! outbox: a vacancy that comes or changes leaves a row for each alert that it meets. What is due is sent as one letter
//! for each person, which is written in the transaction that notes it, so that nobody is told twice.

pub mod commands;
mod forms;
pub mod model;
pub(crate) mod present;
pub mod routes;
mod store;
