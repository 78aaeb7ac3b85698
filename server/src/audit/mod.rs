//! The audit trail: who read or changed what, when and what for, so that nobody can deny it later.
//!
//! An event has a public part (when, what was done to which kind of thing, in which role, what for) and a personal
//! part (who did it, to what and to whom, which fields, why, from where). It is written in the transaction of the
//! change itself by [`record`], or before what was read is given out by [`Recorder::record`]. Triggers keep events
//! from being changed or removed.
//!
//! One process seals what waits: the events in the order of their ids, each by its public part and the digest of
//! its salted personal part, give the root of a seal, and each seal holds the hash of the one before it ([`seal`]).
//! Since only the digest is sealed, [`erase_personal`] can empty a personal part, and the chain still holds. Whoever
//! owns the database can write all of it anew, hashes included; hence the head of the chain is signed and written
//! every hour to a file outside of the database ([`anchor`]), of which a copy is kept elsewhere. [`verify`] holds
//! the one against the other.
//!
//! An event that has not been sealed yet is kept by the triggers alone. Events are kept for ten years; nothing
//! removes them after that yet.

pub mod anchor;
mod by;
mod event;
mod keeper;
mod keys;
pub mod model;
mod recorder;
pub mod seal;
mod store;
pub mod verify;

pub use by::By;
pub use event::{Event, Personal, Recorded};
pub use keeper::{KeepError, Keeper};
pub use keys::KeyError;
pub use recorder::{RecordError, Recorder};
pub use store::{
    Filter, SEAL_AT_MOST, counted, erase_account, erase_personal, listed, of_owner, of_person, record,
    record_all, reveals_today, seal_waiting, waiting,
};
