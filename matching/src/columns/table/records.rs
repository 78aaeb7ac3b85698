//! What is known of each row exactly, one row after the other in few bytes, in the order they come.

/// Records with their ids.
#[derive(Default)]
pub(in crate::columns) struct Records {
    ids: Vec<u128>,
    ends: Vec<u64>,
    bytes: Vec<u8>,
}

impl Records {
    /// Appends what `write` writes.
    pub(in crate::columns) fn push(&mut self, id: u128, write: impl FnOnce(&mut Vec<u8>)) {
        write(&mut self.bytes);
        self.ids.push(id);
        self.ends.push(self.bytes.len() as u64);
    }

    /// How many there are.
    pub(in crate::columns) fn len(&self) -> usize {
        self.ids.len()
    }

    /// The ids.
    pub(in crate::columns) fn ids(&self) -> &[u128] {
        &self.ids
    }

    /// The record of this number; empty beyond the last.
    pub(in crate::columns) fn get(&self, number: u32) -> &[u8] {
        let number = number as usize;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(number).copied().unwrap_or(start);
        self.bytes.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The id of this number.
    pub(in crate::columns) fn id(&self, number: u32) -> u128 {
        self.ids.get(number as usize).copied().unwrap_or(u128::MAX)
    }

    /// One number for each id, in the order of ids: of two with one id the later.
    pub(super) fn latest(&self) -> Vec<u32> {
        let mut by_id: Vec<(u128, u32)> = self.ids.iter().copied().zip(0..).collect();
        by_id.sort_unstable();
        let same = by_id.chunk_by(|one, next| one.0 == next.0);
        same.filter_map(|same| same.last()).map(|(_, number)| *number).collect()
    }
}
