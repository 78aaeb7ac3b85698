//! Lists of all rows in one flat array.

/// One list per row, back to back.
#[derive(Debug, Clone)]
pub(super) struct Lists<T> {
    values: Vec<T>,
    ends: Vec<usize>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { values: Vec::new(), ends: Vec::new() }
    }
}

impl<T: Copy> Lists<T> {
    /// Appends the list of the next row.
    pub(super) fn push(&mut self, list: &[T]) {
        self.values.extend_from_slice(list);
        self.ends.push(self.values.len());
    }

    /// The list of a row; empty beyond the last.
    pub(super) fn get(&self, row: usize) -> &[T] {
        let start = row.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(row).copied().unwrap_or(start);
        self.values.get(start..end).unwrap_or_default()
    }
}
