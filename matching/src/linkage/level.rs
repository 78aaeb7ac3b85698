//! How well two values of a field agree, and the agreement of all fields as one number.

use serde::{Deserialize, Serialize};

/// How well two values agree, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Nothing in common that chance would not bring.
    Different,
    /// Something in common.
    Hint,
    /// Alike.
    Near,
    /// A slip apart, or two spellings of one sound.
    VeryNear,
    /// The same.
    Exact,
}

/// Number of levels.
pub(super) const LEVELS: usize = 5;

impl Level {
    /// All levels, worst first.
    pub const ALL: [Self; LEVELS] = [Self::Different, Self::Hint, Self::Near, Self::VeryNear, Self::Exact];
}

/// Bits that a slot takes in a pattern.
const BITS: usize = 3;
/// Slots that a pattern has room for.
pub(super) const MOST_SLOTS: usize = u64::BITS as usize / BITS;

/// The levels of all slots of a pair; a slot without a level says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Pattern(u64);

impl Pattern {
    /// Notes the level of a slot that has none yet.
    pub(super) fn set(&mut self, slot: usize, level: Level) {
        self.0 |= (level as u64 + 1) << (slot * BITS);
    }

    /// The level of a slot.
    pub(super) fn get(self, slot: usize) -> Option<Level> {
        let code = (self.0 >> (slot * BITS) & 7) as usize;
        Level::ALL.get(code.checked_sub(1)?).copied()
    }
}
