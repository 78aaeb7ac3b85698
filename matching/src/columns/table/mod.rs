//! An immutable table of rows: exact records, and what the search for the best reads.
//!
//! A row appears in the search as one entry for each place where it may be found; entries are sorted, and
//! cut into blocks of one occupation, so that what is alike lies together and is judged at once.

mod assemble;
pub(super) mod postings;
mod records;

use std::marker::PhantomData;

use super::memory::{Bytes, DamagedColumns, Sections, Writer};
pub(super) use assemble::{assemble, kind_section, padded};
pub(super) use records::Records;

/// Entries in a block at most; a posting says in one byte which entry of its block it means.
pub(super) const BLOCK: usize = 256;
/// Entries that the tiles compute together; so many empty ones follow the last.
pub(super) const LANES: usize = 32;
/// Rows whose records are measured from one base.
const ROWS_PER_BASE: usize = 256;
/// The first section that belongs to the kind.
pub(super) const FIRST_OF_KIND: usize = 16;

/// Numbers of the sections that all tables have.
mod section {
    pub(super) const IDS: usize = 0;
    pub(super) const BY_ID: usize = 1;
    pub(super) const BASES: usize = 2;
    pub(super) const ENDS: usize = 3;
    pub(super) const RECORDS: usize = 4;
    pub(super) const STARTS: usize = 5;
    pub(super) const GROUPS: usize = 6;
    pub(super) const LOWEST: usize = 7;
    pub(super) const OWNERS: usize = 8;
}

/// What the rows of a table are.
pub(super) trait Kind: Sized + Send + Sync + 'static {
    /// Marks the bytes of such a table.
    const MAGIC: u64;
    /// The columns being written.
    type Columns: Columns;
}

/// What the search reads of the entries, while it is written.
pub(super) trait Columns: Default {
    /// The places where a row is to be found, the main one first; at least one.
    fn places(record: &[u8], found: &mut Vec<Place>);
    /// Appends an entry.
    fn push(&mut self, record: &[u8], place: Place);
    /// Writes the sections from [`FIRST_OF_KIND`] on; blocks begin at `starts`.
    fn write(self, to: &mut Writer, starts: &[u32]);
}

/// Where in the order an entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// The group that its block is of.
    pub(super) group: u16,
    /// The order within the group.
    pub(super) order: u32,
    /// How well it stands there.
    pub(super) grade: u8,
}

/// A table.
pub(super) struct Table<K> {
    sections: Sections,
    kind: PhantomData<K>,
}

impl<K: Kind> Table<K> {
    fn new(sections: Sections) -> Self {
        Self { sections, kind: PhantomData }
    }

    /// The table in these bytes.
    pub(super) fn open(bytes: Bytes) -> Result<Self, DamagedColumns> {
        Sections::open(bytes, K::MAGIC).map(Self::new)
    }

    /// All its arrays.
    pub(super) fn sections(&self) -> &Sections {
        &self.sections
    }

    /// How many rows there are.
    pub(super) fn rows(&self) -> usize {
        self.ids().len()
    }

    /// The ids, by row.
    pub(super) fn ids(&self) -> &[u128] {
        self.sections.get(section::IDS)
    }

    /// The row of an id.
    pub(super) fn find(&self, id: u128) -> Option<u32> {
        let ids = self.ids();
        let by_id: &[u32] = self.sections.get(section::BY_ID);
        let of = |row: &u32| ids.get(*row as usize).copied().unwrap_or(u128::MAX);
        let at = by_id.binary_search_by_key(&id, of).ok()?;
        by_id.get(at).copied()
    }

    /// The exact record of a row; empty beyond the last.
    pub(super) fn record(&self, row: u32) -> &[u8] {
        Exact::new(&self.sections).record(row)
    }

    /// What any search reads.
    pub(super) fn frame(&self) -> Frame<'_> {
        Frame {
            starts: self.sections.get(section::STARTS),
            groups: self.sections.get(section::GROUPS),
            lowest: self.sections.get(section::LOWEST),
            owners: self.sections.get(section::OWNERS),
            ids: self.ids(),
            exact: Exact::new(&self.sections),
        }
    }
}

/// Exact records to read.
#[derive(Clone, Copy)]
pub(super) struct Exact<'t> {
    bases: &'t [u64],
    ends: &'t [u32],
    bytes: &'t [u8],
}

impl<'t> Exact<'t> {
    fn new(sections: &'t Sections) -> Self {
        Self {
            bases: sections.get(section::BASES),
            ends: sections.get(section::ENDS),
            bytes: sections.get(section::RECORDS),
        }
    }

    /// The record of a row; empty beyond the last.
    #[inline]
    pub(super) fn record(&self, row: u32) -> &'t [u8] {
        let row = row as usize;
        let Some(base) = self.bases.get(row / ROWS_PER_BASE) else { return &[] };
        let before = if row.is_multiple_of(ROWS_PER_BASE) { None } else { self.ends.get(row - 1) };
        let start = *base as usize + before.map_or(0, |end| *end as usize);
        let end = *base as usize + self.ends.get(row).map_or(0, |end| *end as usize);
        self.bytes.get(start..end).unwrap_or_default()
    }
}

/// What any search reads of a table.
#[derive(Clone, Copy)]
pub(super) struct Frame<'t> {
    /// The first entry of each block, and the end of the last.
    pub(super) starts: &'t [u32],
    /// The group of each block.
    pub(super) groups: &'t [u16],
    /// The lowest id in each block.
    pub(super) lowest: &'t [u128],
    /// The row of each entry.
    pub(super) owners: &'t [u32],
    /// The id of each row.
    pub(super) ids: &'t [u128],
    /// The records.
    pub(super) exact: Exact<'t>,
}

impl Frame<'_> {
    /// How many blocks there are.
    pub(super) fn blocks(&self) -> usize {
        self.groups.len()
    }

    /// The first entry of a block and how many it has.
    #[inline]
    pub(super) fn span(&self, block: u32) -> (usize, usize) {
        let block = block as usize;
        let (Some(start), Some(end)) = (self.starts.get(block), self.starts.get(block + 1)) else {
            return (0, 0);
        };
        (*start as usize, (end.saturating_sub(*start) as usize).min(BLOCK))
    }
}
