//! Adverts that somebody has to look at: held, handed in, or reported by whoever read them; and those that are taken away.
//!
//! What an officer decides is a step of the table of `vacancies::model`; the vacancy, its log and the letter to whoever
//! posted it are one transaction. Whoever reports stays unknown to whoever posted.

pub mod commands;
mod forms;
pub mod model;
mod present;
pub mod routes;
mod store;
