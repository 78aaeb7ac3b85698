//! Retention: what is kept for a term and then goes by itself, by a table of classes ([`model::Schedule`]).
//!
//! Records that nobody claimed are erased as people are ([`crate::erasure`]), after a letter where there is a phone;
//! letters and followed changes are deleted. The audit trail is kept: its chain lets nothing be taken out, and the page
//! says so.

pub mod commands;
pub mod model;
mod present;
pub mod routes;
mod store;
