//! What the law asks for, as data with days: instruments, rules, and the versions of each rule.
//!
//! The files of `seed-data` bring what is known; what a ministry changes goes through proposal, legal check and approval
//! by three people, and comes into force on its day. What nobody confirmed yet refuses nothing by itself.
//! `matching::rules` judges by them; this room keeps them, and hands out the book.

pub mod commands;
mod forms;
mod load;
pub mod model;
pub(crate) mod present;
pub mod routes;
mod shelf;
mod shipped;
mod store;

pub use load::{LoadRulesError, load};
pub use shelf::Shelf;
pub use shipped::shipped_book;
