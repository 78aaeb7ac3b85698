//! What the platform knows of the world: classifications, places, the lexicon, exchange rates.
//!
//! The program brings reference data with it (`seed-data`); `load` takes it over into tables, where
//! administrators may add to it; `ReferenceBook` is what requests read.

mod book;
mod edits;
mod load;
pub mod model;
pub mod spoken;
pub mod titles;
mod upsert;

pub use book::{HOME_COUNTRY, Place, PlaceChain, PlaceLevel, ReadReferenceError, ReferenceBook};
pub use edits::local_edits;
pub(crate) use edits::{
    HeldLabel, NewLabel, NoName, against_label, approve_label, changed_labels, labels_of, set_label,
    take_label_back,
};
pub(crate) use load::shipped_rates;
pub use load::{LoadReferenceError, load};
