//! Who names a key, and with which grade? Rows by key, for adding points to all of them in one go.

use std::collections::HashMap;
use std::hash::Hash;

/// A number for each of the 256 grades.
pub(super) type Table<T> = [T; 256];

/// What each grade brings.
pub(super) fn table<T: Copy + Default>(of: impl Fn(u8) -> T) -> Table<T> {
    let mut filled = [T::default(); 256];
    for (grade, slot) in (0..=u8::MAX).zip(&mut filled) {
        *slot = of(grade);
    }
    filled
}

#[derive(Debug, Clone, Default)]
struct Posting {
    rows: Vec<u32>,
    grades: Vec<u8>,
}

/// For every key the rows that name it, ascending, with one byte that says how.
#[derive(Debug, Clone)]
pub(super) struct Postings<K>(HashMap<K, Posting>);

impl<K> Default for Postings<K> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<K: Copy + Eq + Hash> Postings<K> {
    /// Notes that a row names a key. A row may name it twice.
    pub(super) fn add(&mut self, key: K, row: u32, grade: u8) {
        let posting = self.0.entry(key).or_default();
        posting.rows.push(row);
        posting.grades.push(grade);
    }

    /// All keys that any row names, in no order.
    pub(super) fn keys(&self) -> impl Iterator<Item = K> {
        self.0.keys().copied()
    }

    /// Changes the slot of every row that names the key by what the table has for its grade.
    #[inline]
    pub(super) fn visit<S, T: Copy>(
        &self,
        key: K,
        table: &Table<T>,
        slots: &mut [S],
        change: impl Fn(&mut S, T),
    ) {
        let Some(posting) = self.0.get(&key) else { return };
        for (row, grade) in posting.rows.iter().zip(&posting.grades) {
            if let (Some(slot), Some(value)) = (slots.get_mut(*row as usize), table.get(usize::from(*grade)))
            {
                change(slot, *value);
            }
        }
    }
}
