//! Is something lawful on a day, by which rule, in which version, and on what evidence?
//!
//! A [`RuleBook`] holds rules as data; each has versions, of which at most one holds on a day. [`RuleBook::judge`]
//! holds [`Facts`] against the rules of a [`Subject`] and returns a [`Proof`]: for each rule that applies a [`Finding`]
//! with its verdict (met, not met, unknown), the version, the evidence and the day. Whoever decides keeps the proof, so
//! that a decision can be read by the rules that it used, whatever they become.
//!
//! # Laws, each a property test
//! 1. Unknown is not no: a verdict other than unknown stays what it is whatever the unknown facts turn out to be.
//! 2. Of a rule the version of the day counts, and no other; a day has at most one.
//! 3. Deterministic, and independent of the order in which rules and facts are given.
//! 4. A rule that nobody confirmed refuses nothing: what it would refuse, a person decides.

mod birth;
mod book;
mod check;
mod fact;
mod judge;
mod proof;
#[cfg(test)]
mod trials;
mod value;
mod wage;

pub use birth::Birth;
pub use book::{BookError, Effect, Rule, RuleBook, Standing, Version, VersionKey};
pub use check::{Case, Check, Comparison};
pub use fact::{Fact, FactValue, Facts, Subject, UnknownName};
pub use proof::{Consequence, Evidence, Finding, Proof};
pub use value::Value;
pub use wage::{FloorBasis, Pay, Period, full_time_month};
