//! One person, two records?
//!
//! # The model
//! After Fellegi and Sunter, "A theory for record linkage" (1969). Each field of a pair agrees at a
//! [`Level`]; *m* is the chance of the level if both records are one person, *u* if they are two. A field
//! weighs log2(m / u) bits; what either record does not know weighs nothing. The prior, log2 odds that any two
//! records are one person, and the fields add up to the weight, which is itself log2 odds. Two
//! [`Thresholds`] part it into three [`Outcome`]s: the same, ask a person, different.
//!
//! - **Names** are compared by keys that the caller makes: normal form, Latin letters, sound. Two parts may
//!   have changed places ([`Aspect::Order`]); a single name leaves the other part open.
//! - **Rarity**: agreement on a value weighs log2(m / f), f being how often it is borne by others.
//! - **Dates** are compared as far as both are known: to the day, the month or the year, each with an m and
//!   u of its own.
//! - **m, u and the prior** come from the records themselves ([`Model`]): u from random pairs, m by
//!   expectation and maximisation over blocked pairs, with a weak belief before.
//! - **Blocking** brings together what shares a key; a block that is too large is divided by further keys.
//!   [`Linkage::met`] tells what it would lose.
//! - **People**: [`Linkage::people`] weighs each record with all others of its group.
//!
//! # Laws, each a property test
//! 1. Symmetric: the order of two records does not matter, nor the number of threads.
//! 2. What is missing weighs nothing, and the prior and the fields add up to the weight.
//! 3. Monotone: a field that agrees better never weighs less.
//! 4. Blocked pairs are exactly those that comparing all pairs finds among the pairs that share a key.
//! 5. Every round of the estimation raises its sum.

mod birth;
mod blocking;
mod chance;
mod cluster;
mod compare;
mod distance;
mod em;
mod field;
mod frequency;
mod level;
mod link;
mod model;
mod outcome;
mod records;
mod scale;
mod vocabulary;

pub use birth::{PartialDate, Precision};
pub use distance::{jaro_winkler, within};
pub use field::{Aspect, Field, Kind, Slot, TooManyFields};
pub use level::Level;
pub use link::{Linkage, Settings, link};
pub use model::{Chances, Model};
pub use outcome::{Explanation, Outcome, Pair, Thresholds, Weighed};
pub use records::{Records, Value};
pub use scale::Scale;
pub use vocabulary::Spelling;
