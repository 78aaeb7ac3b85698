//! Tokens of programs: who holds one may ask the interface for machines what its role may, until it ends or is taken back.
//!
//! A token is made at the command line, is shown once, and has an end. Administrators of the platform see all tokens and
//! take them back; those of an organisation do so with its own. The interface looks every token up with each call, so that
//! a token that was taken back is refused at once by every process.

pub mod commands;
mod forms;
pub mod model;
mod present;
pub mod routes;
mod store;
