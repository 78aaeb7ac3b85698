//! Learning from searches, with care: what was asked and not found, and which words people approve for it.
//!
//! A search is counted by its text and day, never by who asked: no address, no cookie, no time of day.
//! Texts that could reach or name somebody by a number are dropped before they are counted ([`wording`]),
//! places are rounded to the province, and after a while only sums stay. Counting is done in memory
//! ([`log`]) and written in the background, so that no search waits for it. The [`board`] shows what was
//! asked in vain and proposes synonyms with what speaks for them; a person decides ([`commands`]).

pub mod board;
pub mod commands;
pub mod evidence;
pub mod log;
pub mod model;
mod rows;
mod store;
pub mod wording;
