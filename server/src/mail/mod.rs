//! Mail and SMS: what is to be said to somebody, kept in a table until it has been sent.
//!
//! Whoever has something to say calls [`enqueue`] in the transaction of the change itself, so that no letter is lost
//! with a process and none tells of what was rolled back. The [`worker`] of a server takes what is due, sends it, and
//! notes what came of it. A letter is sent once, except where a process dies between sending and noting: then it is
//! sent again under the same Message-ID.

pub mod commands;
mod compose;
pub mod list;
pub mod model;
pub mod notices;
pub mod post;
pub mod quiet;
pub mod short;
mod store;
pub mod worker;

pub use commands::enqueue;
pub use list::undeliverable;
pub use model::{AlertJob, ApplicationTold, Change, Channel, Letter, Recipient, Said, Status, Urgency};
pub use notices::Notices;
