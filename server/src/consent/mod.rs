//! Consent: what of a person is shown to whom, what for, from when and until when, because the person said so.
//!
//! Purposes, and the words that are read to people in three languages, are tables (`seed-data/data/consent`), read once as
//! [`model::Purposes`]; words once consented to stay there under their version. A consent is given by its owner, as an
//! answer to an organisation that asked or without being asked, or before a witness ([`commands::give_assisted`]).
//! Nothing is derived from it and kept: whoever reads people to show them asks with them whom they let see them
//! (`store::lets_see`), so that a consent that is withdrawn shares nothing from then on.

pub mod commands;
mod forms;
pub mod model;
mod present;
pub mod routes;
pub(crate) mod store;
