//! Everybody and every opening at once, in columns.

mod batch;
mod dispatch;
mod grades;
mod memory;
mod openings;
mod people;
mod place;
mod table;
mod tiers;
mod tile;
mod visit;

pub use batch::{SeeBest, rank_all, rank_fitting};
#[cfg(test)]
pub(crate) use memory::reseal;
pub use memory::{Bytes, DamagedColumns};
pub use openings::{Openings, OpeningsBuilder};
pub use people::{People, PeopleBuilder};
#[cfg(test)]
pub(crate) use visit::Promise;
