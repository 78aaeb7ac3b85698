//! Rows of numbers, cases, decisions and merges.

mod abilities;
mod cases;
mod consents;
mod keys;
mod merges;
mod papers;
mod queue;
mod records;
mod rows;
mod schools;

pub(super) use cases::{
    Opening, accounts, decide, decisions, insert_decision, is_proposed, locked, open, pending, reopen,
    state_of,
};
pub(super) use keys::{meeting, replace as replace_keys};
pub(super) use merges::{insert as insert_merge, join, part, stood, undo as undo_merge};
pub(super) use papers::{
    Sealed, digests_of, insert as insert_paper, of_people as papers_of_people, of_person as papers_of,
    remove, sealed_of, shared, verified_holder, verify, write_again, written_after,
};
pub use queue::Found;
pub(super) use queue::{counted, queue, reached};
pub(super) use records::{record, records};
