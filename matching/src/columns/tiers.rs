//! How do changes come in without writing everything anew, and without stopping readers?
//!
//! By the logarithmic method: each batch of changes becomes a small table, and neighbours of like size are
//! merged, so that every row is rewritten a few times only. A clone shares all tables and is never changed.

use std::sync::Arc;

use super::memory::{Bytes, DamagedColumns};
use super::table::{Kind, Records, Table, assemble};

/// A tier has at least this many times the rows of the next.
const GROWTH: usize = 4;
/// Removed rows beyond this many, and beyond a quarter of their table, are swept out.
const REMOVED_AT_LEAST: usize = 1_024;

/// A table and which of its rows are no more.
pub(super) struct Tier<K> {
    table: Arc<Table<K>>,
    removed: Arc<Removed>,
}

impl<K> Clone for Tier<K> {
    fn clone(&self) -> Self {
        Self { table: Arc::clone(&self.table), removed: Arc::clone(&self.removed) }
    }
}

/// Removed rows, a bit each.
#[derive(Clone, Default)]
struct Removed {
    bits: Vec<u64>,
    count: usize,
}

impl<K: Kind> Tier<K> {
    fn new(table: Table<K>) -> Self {
        let bits = vec![0; table.rows().div_ceil(64)];
        Self { table: Arc::new(table), removed: Arc::new(Removed { bits, count: 0 }) }
    }

    /// The table.
    pub(super) fn table(&self) -> &Table<K> {
        &self.table
    }

    /// Whether a row is no more.
    #[inline]
    pub(super) fn is_removed(&self, row: u32) -> bool {
        let word = self.removed.bits.get(row as usize / 64).copied().unwrap_or(u64::MAX);
        word >> (row % 64) & 1 == 1
    }

    /// How many rows are present.
    fn len(&self) -> usize {
        self.table.rows() - self.removed.count.min(self.table.rows())
    }

    /// The row of an id that is present.
    fn find(&self, id: u128) -> Option<u32> {
        self.table.find(id).filter(|row| !self.is_removed(*row))
    }

    fn remove(&mut self, id: u128) -> bool {
        let Some(row) = self.find(id) else { return false };
        let removed = Arc::make_mut(&mut self.removed);
        if let Some(word) = removed.bits.get_mut(row as usize / 64) {
            *word |= 1 << (row % 64);
            removed.count += 1;
        }
        true
    }

    fn must_be_swept(&self) -> bool {
        self.removed.count > REMOVED_AT_LEAST && self.removed.count > self.table.rows() / 4
    }

    /// The rows that are present, with their ids.
    pub(super) fn rows(&self) -> impl Iterator<Item = (u32, u128)> + '_ {
        let rows = (0u32..).zip(self.table.ids().iter().copied());
        rows.filter(|(row, _)| !self.is_removed(*row))
    }
}

/// All rows, in tables of falling size.
pub(super) struct Tiers<K> {
    tiers: Vec<Tier<K>>,
}

impl<K> Clone for Tiers<K> {
    fn clone(&self) -> Self {
        Self { tiers: self.tiers.clone() }
    }
}

impl<K> Default for Tiers<K> {
    fn default() -> Self {
        Self { tiers: Vec::new() }
    }
}

impl<K: Kind> Tiers<K> {
    /// These records in one table.
    pub(super) fn of(records: Records) -> Self {
        if records.len() == 0 {
            return Self::default();
        }
        Self { tiers: vec![Tier::new(assemble(records))] }
    }

    /// The one table in these bytes.
    pub(super) fn open(bytes: Bytes) -> Result<Self, DamagedColumns> {
        Ok(Self { tiers: vec![Tier::new(Table::open(bytes)?)] })
    }

    /// All present rows as one table.
    pub(super) fn save(&self, to: &mut dyn std::io::Write) -> std::io::Result<()> {
        match self.tiers.as_slice() {
            [one] if one.removed.count == 0 => to.write_all(one.table.sections().bytes()),
            several => to.write_all(merged(several).sections().bytes()),
        }
    }

    /// The tables, the largest first.
    pub(super) fn as_slice(&self) -> &[Tier<K>] {
        &self.tiers
    }

    /// How many rows are present.
    pub(super) fn len(&self) -> usize {
        self.tiers.iter().map(Tier::len).sum()
    }

    /// Rows outside the largest table, and removed ones in it.
    #[cfg(test)]
    pub(super) fn unsaved(&self) -> usize {
        let largest = self.tiers.iter().max_by_key(|tier| tier.table.rows());
        largest.map_or(0, |largest| self.len() - largest.len() + largest.removed.count)
    }

    /// Adds rows or replaces those with the same ids, and takes rows out.
    pub(super) fn apply(&mut self, put: Records, gone: &[u128]) {
        for id in gone.iter().chain(put.ids()) {
            for tier in &mut self.tiers {
                if tier.remove(*id) {
                    break;
                }
            }
        }
        if put.len() > 0 {
            self.tiers.push(Tier::new(assemble(put)));
        }
        self.settle();
    }

    /// Merges tables of like size and sweeps out removed rows.
    fn settle(&mut self) {
        self.tiers.retain(|tier| tier.len() > 0);
        for tier in &mut self.tiers {
            if tier.must_be_swept() {
                *tier = Tier::new(merged(std::slice::from_ref(tier)));
            }
        }
        self.tiers.sort_by_key(|tier| std::cmp::Reverse(tier.len()));
        let mut rows = 0;
        let mut merge = 0;
        for tier in self.tiers.iter().rev() {
            if merge > 0 && tier.len() >= GROWTH * rows {
                break;
            }
            rows += tier.len();
            merge += 1;
        }
        if merge > 1 {
            let small = self.tiers.split_off(self.tiers.len() - merge);
            self.tiers.push(Tier::new(merged(&small)));
        }
    }
}

/// One table of all rows that are present in these.
fn merged<K: Kind>(tiers: &[Tier<K>]) -> Table<K> {
    let mut records = Records::default();
    for tier in tiers {
        for (row, id) in tier.rows() {
            records.push(id, |to| to.extend_from_slice(tier.table.record(row)));
        }
    }
    assemble(records)
}
