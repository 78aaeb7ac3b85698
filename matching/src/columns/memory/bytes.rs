//! Who owns the bytes of a table, and what is said when they are not what was written?

use std::sync::Arc;

use thiserror::Error;

/// The bytes of saved columns: a map of a file, or any owned bytes. They must not change while in use.
pub type Bytes = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// Why bytes are not columns that this version can use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DamagedColumns {
    /// Other bytes, another version, or made on a machine with another order of bytes.
    #[error("these are no columns of this version")]
    Foreign,
    /// Fewer or more bytes than were written.
    #[error("the columns are cut short")]
    Length,
    /// The checksum does not agree.
    #[error("the columns are damaged")]
    Checksum,
}

/// Bytes of our own that begin where every number may begin.
pub(super) struct Aligned {
    words: Vec<u128>,
    length: usize,
}

impl Aligned {
    /// That many zeros.
    pub(super) fn zeros(length: usize) -> Self {
        Self { words: vec![0; length.div_ceil(size_of::<u128>())], length }
    }

    /// A copy.
    pub(super) fn copy(bytes: &[u8]) -> Self {
        let mut copy = Self::zeros(bytes.len());
        copy.write(0, bytes);
        copy
    }

    /// Writes at an offset; what reaches beyond the end is left out.
    pub(super) fn write(&mut self, offset: usize, bytes: &[u8]) {
        let here: &mut [u8] = bytemuck::cast_slice_mut(&mut self.words);
        if let Some(here) = here.get_mut(offset..) {
            here.iter_mut().zip(bytes).for_each(|(slot, byte)| *slot = *byte);
        }
    }
}

impl AsRef<[u8]> for Aligned {
    fn as_ref(&self) -> &[u8] {
        let all: &[u8] = bytemuck::cast_slice(&self.words);
        all.get(..self.length).unwrap_or(all)
    }
}
