//! The trail of a worker: who read or changed what of one's own record and account, when, in which role and why.
//!
//! It is read from the audit trail ([`crate::audit::of_owner`]) and put into plain words: no code and no key reaches its
//! reader, and nobody's name but those of organisations. Reading it is no event.

pub mod commands;
pub mod model;
pub(crate) mod present;
pub mod routes;
