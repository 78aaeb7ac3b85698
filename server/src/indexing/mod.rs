//! The index follows the database: it may be deleted at any time and is made again from the tables.
//!
//! `project` turns a row into a document, `follow` applies what the outbox names, `rebuild` reads
//! everything. *Following ends with the same hits as rebuilding*, whatever was crashed or replayed.

mod follow;
mod indexes;
pub(crate) mod project;
mod rebuild;

pub use follow::{FollowError, catch_up};
pub use indexes::{Indexes, OpenIndexesError};
pub(crate) use rebuild::each_page;
pub use rebuild::rebuild;
