//! Lists that repeat from opening to opening, each distinct one kept once and judged once per person.

use std::collections::HashMap;

use crate::columns::memory::{Sections, Writer};

/// How many sections they take.
pub(super) const SECTIONS: usize = 3;

/// Distinct lists, numbered, being written.
#[derive(Default)]
pub(super) struct KindsColumns {
    numbers: HashMap<Vec<u8>, u32>,
    of_rows: Vec<u32>,
}

impl KindsColumns {
    /// Appends the list of the next row.
    pub(super) fn push(&mut self, list: Vec<u8>) {
        let next = self.numbers.len() as u32;
        self.of_rows.push(*self.numbers.entry(list).or_insert(next));
    }

    /// Writes the sections from `number` on.
    pub(super) fn write(self, to: &mut Writer, number: usize) {
        let mut lists: Vec<(Vec<u8>, u32)> = self.numbers.into_iter().collect();
        lists.sort_unstable_by_key(|(_, number)| *number);
        let (mut ends, mut bytes) = (Vec::new(), Vec::new());
        for (list, _) in lists {
            bytes.extend(list);
            ends.push(bytes.len() as u32);
        }
        to.put(number, self.of_rows);
        to.put(number + 1, ends);
        to.put(number + 2, bytes);
    }
}

/// The same to read.
#[derive(Clone, Copy)]
pub(super) struct Kinds<'t> {
    /// The number of each row's list.
    pub(super) of_rows: &'t [u32],
    ends: &'t [u32],
    bytes: &'t [u8],
}

impl<'t> Kinds<'t> {
    /// The sections from `number` on.
    pub(super) fn new(sections: &'t Sections, number: usize) -> Self {
        Self {
            of_rows: sections.get(number),
            ends: sections.get(number + 1),
            bytes: sections.get(number + 2),
        }
    }

    /// How many distinct lists there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A list; empty beyond the last.
    pub(super) fn list(&self, number: u32) -> &'t [u8] {
        let number = number as usize;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(number).copied().unwrap_or(start);
        self.bytes.get(start as usize..end as usize).unwrap_or_default()
    }
}
