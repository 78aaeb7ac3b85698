//! Who is who: the numbers by which people are known, and records that may be of one person.
//!
//! Numbers are sealed and looked up by a keyed digest; an officer who has seen the document verifies them. A verified
//! number is one living person's. [`commands::follow`] looks for records that may be of one person as they come and
//! change; nothing is ever joined by itself: two officers decide, and one with a reason parts what was joined.

pub mod commands;
mod forms;
pub mod model;
mod present;
pub mod routes;
mod store;
