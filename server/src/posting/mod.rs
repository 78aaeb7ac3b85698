//! Vacancies that organisations post themselves: written, checked, handed in, public, paused, extended, closed.
//!
//! Where a vacancy stands and who may move it is the table of `vacancies::model`. When one is handed in its terms are held
//! against the rules (`model/facts.rs` says what is known of it), its text is read for what it may not say, and
//! `model/route.rs` decides whether it is public at once, refused, or looked at by an officer first. What the rules said
//! is kept with the versions they had.

pub mod commands;
mod forms;
pub mod model;
pub(crate) mod present;
pub mod routes;
mod store;
