//! Who names a key, and with which grade? For every key its blocks with the best grade inside, and for every
//! such block the rows.

use std::collections::HashMap;

use crate::columns::memory::{Sections, Writer};

/// A number for each of the 256 grades.
pub(in crate::columns) type Table = [u16; 256];

/// What each grade brings.
pub(in crate::columns) fn table(grades: u16, of: impl Fn(u8) -> u16) -> Table {
    let mut filled = [0; 256];
    for (grade, slot) in (0..grades).zip(&mut filled) {
        *slot = of(grade as u8);
    }
    filled
}

/// How many sections postings take.
pub(in crate::columns) const SECTIONS: usize = 7;

/// Postings being written.
#[derive(Default)]
pub(in crate::columns) struct Naming(HashMap<u32, Named>);

#[derive(Default)]
struct Named {
    entries: Vec<u32>,
    grades: Vec<u8>,
}

impl Naming {
    /// Notes that an entry names a key; entries come in order. An entry may name it twice.
    pub(in crate::columns) fn add(&mut self, key: u32, entry: u32, grade: u8) {
        let named = self.0.entry(key).or_default();
        named.entries.push(entry);
        named.grades.push(grade);
    }

    /// Notes what an entry names. Where it names a key several times, what is outdone is left out, for the
    /// search adds up all that it finds.
    pub(in crate::columns) fn add_best(
        &mut self,
        named: &mut Vec<(u32, u8)>,
        entry: u32,
        outdoes: impl Fn(u8, u8) -> bool,
    ) {
        named.sort_unstable();
        named.dedup();
        for same in named.chunk_by(|one, next| one.0 == next.0) {
            for (key, grade) in same {
                let outdone = same.iter().any(|(_, other)| other != grade && outdoes(*other, *grade));
                if !outdone {
                    self.add(*key, entry, *grade);
                }
            }
        }
    }

    /// Writes the sections from `number` on. Blocks begin at `starts`; `best` takes the grade of an
    /// entry into the summary of its block, `None` at first.
    pub(in crate::columns) fn write(
        self,
        to: &mut Writer,
        number: usize,
        starts: &[u32],
        best: impl Fn(Option<u8>, u8, u32) -> u8,
    ) {
        let mut keys: Vec<(u32, Named)> = self.0.into_iter().collect();
        keys.sort_unstable_by_key(|(key, _)| *key);
        let mut out = Written::default();
        for (key, named) in keys {
            out.keys.push(key);
            out.firsts.push(out.blocks.len() as u32);
            out.append(&named, starts, &best);
        }
        out.firsts.push(out.blocks.len() as u32);
        out.starts.push(out.rows.len() as u32);
        to.put(number, out.keys);
        to.put(number + 1, out.firsts);
        to.put(number + 2, out.blocks);
        to.put(number + 3, out.starts);
        to.put(number + 4, out.best);
        to.put(number + 5, out.rows);
        to.put(number + 6, out.grades);
    }
}

#[derive(Default)]
struct Written {
    keys: Vec<u32>,
    firsts: Vec<u32>,
    blocks: Vec<u32>,
    starts: Vec<u32>,
    best: Vec<u8>,
    rows: Vec<u8>,
    grades: Vec<u8>,
}

impl Written {
    fn append(&mut self, named: &Named, starts: &[u32], best: &impl Fn(Option<u8>, u8, u32) -> u8) {
        let mut block = 0;
        let mut inside = None;
        for (entry, grade) in named.entries.iter().zip(&named.grades) {
            while starts.get(block + 1).is_some_and(|next| next <= entry) {
                block += 1;
                inside = None;
            }
            let summary = best(inside, *grade, *entry);
            if let Some(last) = self.best.last_mut().filter(|_| inside.is_some()) {
                *last = summary;
            } else {
                self.blocks.push(block as u32);
                self.starts.push(self.rows.len() as u32);
                self.best.push(summary);
            }
            inside = Some(summary);
            self.rows.push((entry - starts.get(block).copied().unwrap_or(0)) as u8);
            self.grades.push(*grade);
        }
    }
}

/// Postings to read.
#[derive(Clone, Copy)]
pub(in crate::columns) struct Postings<'t> {
    keys: &'t [u32],
    firsts: &'t [u32],
    blocks: &'t [u32],
    starts: &'t [u32],
    best: &'t [u8],
    rows: &'t [u8],
    grades: &'t [u8],
}

/// The blocks in which a key is named.
#[derive(Clone, Copy, Default)]
pub(in crate::columns) struct Blocks<'t> {
    /// Their numbers, ascending.
    pub(in crate::columns) numbers: &'t [u32],
    /// The best grade in each.
    pub(in crate::columns) best: &'t [u8],
    starts: &'t [u32],
    rows: &'t [u8],
    grades: &'t [u8],
}

impl<'t> Postings<'t> {
    /// The sections from `number` on.
    pub(in crate::columns) fn new(sections: &'t Sections, number: usize) -> Self {
        Self {
            keys: sections.get(number),
            firsts: sections.get(number + 1),
            blocks: sections.get(number + 2),
            starts: sections.get(number + 3),
            best: sections.get(number + 4),
            rows: sections.get(number + 5),
            grades: sections.get(number + 6),
        }
    }

    /// Where a key is named.
    pub(in crate::columns) fn of(&self, key: u32) -> Blocks<'t> {
        let Ok(at) = self.keys.binary_search(&key) else { return Blocks::default() };
        let (Some(from), Some(to)) = (self.firsts.get(at), self.firsts.get(at + 1)) else {
            return Blocks::default();
        };
        let (from, to) = (*from as usize, *to as usize);
        Blocks {
            numbers: self.blocks.get(from..to).unwrap_or_default(),
            best: self.best.get(from..to).unwrap_or_default(),
            starts: self.starts.get(from..=to).unwrap_or_default(),
            rows: self.rows,
            grades: self.grades,
        }
    }
}

impl<'t> Blocks<'t> {
    /// Rows, counted from the block's first, and grades of the list's block at this place, if it is the
    /// block of this number.
    #[inline]
    pub(in crate::columns) fn inside(&self, place: u32, block: u32) -> (&'t [u8], &'t [u8]) {
        let place = place as usize;
        let found = self.numbers.get(place) == Some(&block);
        let (Some(from), Some(to)) = (self.starts.get(place), self.starts.get(place + 1)) else {
            return (&[], &[]);
        };
        let range = *from as usize..if found { *to as usize } else { *from as usize };
        (self.rows.get(range.clone()).unwrap_or_default(), self.grades.get(range).unwrap_or_default())
    }

    /// The same, sought.
    pub(in crate::columns) fn find(&self, block: u32) -> Option<u32> {
        self.numbers.binary_search(&block).ok().map(|place| place as u32)
    }
}
