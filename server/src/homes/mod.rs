//! Homes: what waits for somebody in each role, on the own first page and on a page for each kind of role. Every number
//! is one question; whatever waits longest or ends soonest stands first.

pub(crate) mod gather;
mod people;
pub mod routes;
