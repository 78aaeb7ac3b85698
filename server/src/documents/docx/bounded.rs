//! How far is an entry unpacked? Bytes are counted while they are read; what an entry says of its size is not asked.

use crate::documents::limits::{MOST_GROWTH, MOST_UNPACKED};
use std::io::{Error, ErrorKind, Read, Result};

/// An entry that stays below this may grow as it likes: a few bytes of XML pack very well.
const SMALL: u64 = 1024 * 1024;

/// Bytes that may still be unpacked, of all entries together.
pub(super) struct Budget(u64);

impl Default for Budget {
    fn default() -> Self {
        Self(MOST_UNPACKED)
    }
}

impl Budget {
    pub(super) fn is_spent(&self) -> bool {
        self.0 == 0
    }
}

/// One entry, read until its budget is spent.
pub(super) struct Bounded<'a, R> {
    entry: R,
    packed: u64,
    unpacked: u64,
    budget: &'a mut Budget,
}

impl<'a, R: Read> Bounded<'a, R> {
    /// `packed` are the bytes that the entry takes in the archive.
    pub(super) fn new(entry: R, packed: u64, budget: &'a mut Budget) -> Self {
        Self { entry, packed, unpacked: 0, budget }
    }
}

impl<R: Read> Read for Bounded<'_, R> {
    fn read(&mut self, bytes: &mut [u8]) -> Result<usize> {
        let read = self.entry.read(bytes)?;
        self.unpacked += read as u64;
        let grows = self.unpacked > SMALL && self.unpacked / MOST_GROWTH > self.packed;
        self.budget.0 = if grows { 0 } else { self.budget.0.saturating_sub(read as u64) };
        if self.budget.is_spent() { Err(Error::from(ErrorKind::FileTooLarge)) } else { Ok(read) }
    }
}
