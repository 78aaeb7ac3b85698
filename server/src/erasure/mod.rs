//! Erasure: all that is kept about somebody goes, because its owner, or somebody who came to an office, asked for it.
//!
//! A request waits for a term, in which its owner is written to and can take it back, also by signing in
//! ([`commands::came_back`]). Then a chore carries it out in one transaction ([`commands::turn`]), unless something
//! holds it up ([`model::Hold`]). What goes and what stays is a table ([`tables::ERASED`]): the page reads it out, the
//! chore does it, and a test holds it against the columns of all tables. That there was a record stays as a count
//! (`docs/adr/0017-erased-and-counted.md`).

pub mod commands;
mod forms;
pub mod model;
mod present;
pub mod routes;
mod store;
pub mod tables;
