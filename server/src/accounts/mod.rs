//! Accounts: who can sign in, with what, and where they are signed in.
//!
//! Somebody has a phone number or an address of a mailbox, shown to be theirs by a code that was sent there, and a
//! password, which may be left out: a code signs in too. A second factor may be added. Nothing that strangers are shown,
//! and nothing they can time, tells whether a contact has an account; nobody can lock somebody else out, for an owner's
//! devices are counted apart and a code works at any time.

pub mod commands;
mod forms;
pub mod hashing;
pub mod known;
pub mod model;
mod present;
pub mod routes;
mod store;
