//! Vacancies: what employers offer, from publication to closing.
//!
//! A vacancy comes in as a draft, parsed and understood; it is published, and expires on its last day
//! or is withdrawn when its source no longer holds it.

pub mod advert;
pub mod commands;
pub mod draft;
pub mod hiring;
pub mod model;
pub(crate) mod present;
pub mod query;
pub mod recent;
pub mod routes;
pub mod search;
pub mod store;
mod title;

pub use title::{Title, TitleError};
