//! Where in the bytes does which array lie?
//!
//! A header of eight words: what it is, the version, how many sections, the length, the checksum of
//! all that follows, two words of nothing, the checksum of the header. Then a directory with offset and
//! length of each section, then the sections, each beginning at a multiple of 64.

use std::ops::Range;
use std::sync::Arc;

use bytemuck::{NoUninit, Pod};

use super::bytes::{Aligned, Bytes, DamagedColumns};
use super::checksum::checksum;

/// Changes whenever the meaning of any section does.
const VERSION: u64 = 1;
const HEADER: usize = 64;
const ALIGNMENT: usize = 64;
/// More sections than this are no columns of ours.
const MOST_SECTIONS: usize = 256;

/// Sections being written.
#[derive(Default)]
pub(crate) struct Writer {
    sections: Vec<(usize, Box<dyn Column>)>,
}

trait Column {
    fn bytes(&self) -> &[u8];
}

impl<T: NoUninit> Column for Vec<T> {
    fn bytes(&self) -> &[u8] {
        bytemuck::cast_slice(self)
    }
}

impl Writer {
    /// Adds the section of this number.
    pub(crate) fn put<T: NoUninit>(&mut self, number: usize, column: Vec<T>) {
        self.sections.push((number, Box::new(column)));
    }

    /// All sections in one run of bytes.
    pub(crate) fn finish(self, magic: u64) -> Sections {
        let count = self.sections.iter().map(|(number, _)| number + 1).max().unwrap_or(0);
        let mut directory = vec![[0u64; 2]; count];
        let mut length = HEADER + 16 * count;
        for (number, column) in &self.sections {
            length = length.next_multiple_of(ALIGNMENT);
            if let Some(entry) = directory.get_mut(*number) {
                *entry = [length as u64, column.bytes().len() as u64];
            }
            length += column.bytes().len();
        }
        let mut bytes = Aligned::zeros(length);
        bytes.write(HEADER, bytemuck::cast_slice(&directory));
        for (number, column) in self.sections {
            let offset = directory.get(number).map_or(length, |[offset, _]| *offset as usize);
            bytes.write(offset, column.bytes());
        }
        let body = checksum(bytes.as_ref().get(HEADER..).unwrap_or_default());
        let words = [magic, VERSION, count as u64, length as u64, body, 0, 0];
        bytes.write(0, bytemuck::cast_slice(&words));
        bytes.write(HEADER - 8, &checksum(bytemuck::cast_slice(&words)).to_ne_bytes());
        Sections { spans: spans(&directory), bytes: Arc::new(bytes) }
    }
}

/// Makes the checksums agree with whatever the bytes are, for trials.
#[cfg(test)]
pub(crate) fn reseal(bytes: &mut [u8]) {
    let body = checksum(&bytes[HEADER..]);
    bytes[32..40].copy_from_slice(&body.to_ne_bytes());
    let own = checksum(&bytes[..HEADER - 8]);
    bytes[HEADER - 8..HEADER].copy_from_slice(&own.to_ne_bytes());
}

fn spans(directory: &[[u64; 2]]) -> Vec<Range<usize>> {
    let span =
        |[offset, length]: &[u64; 2]| *offset as usize..(*offset as usize).saturating_add(*length as usize);
    directory.iter().map(span).collect()
}

/// Sections to read.
#[derive(Clone)]
pub(crate) struct Sections {
    bytes: Bytes,
    spans: Vec<Range<usize>>,
}

impl Sections {
    /// The sections in these bytes, when they are what was written.
    pub(crate) fn open(bytes: Bytes, magic: u64) -> Result<Self, DamagedColumns> {
        let all: &[u8] = (*bytes).as_ref();
        if !all.as_ptr().addr().is_multiple_of(align_of::<u128>()) {
            return Self::open(Arc::new(Aligned::copy(all)), magic);
        }
        let (header, body) = all.split_at_checked(HEADER).ok_or(DamagedColumns::Length)?;
        let words: &[u64] = bytemuck::try_cast_slice(header).map_err(|_| DamagedColumns::Foreign)?;
        let [is, version, count, length, sum, _, _, own] = words else { return Err(DamagedColumns::Length) };
        if (*is, *version) != (magic, VERSION) {
            return Err(DamagedColumns::Foreign);
        }
        let signed = header.get(..HEADER - 8).unwrap_or_default();
        if checksum(signed) != *own || *count as usize > MOST_SECTIONS {
            return Err(DamagedColumns::Checksum);
        }
        if all.len() as u64 != *length {
            return Err(DamagedColumns::Length);
        }
        if checksum(body) != *sum {
            return Err(DamagedColumns::Checksum);
        }
        let directory = body.get(..16 * *count as usize).ok_or(DamagedColumns::Length)?;
        let directory = bytemuck::try_cast_slice(directory).map_err(|_| DamagedColumns::Length)?;
        let spans = spans(directory);
        Ok(Self { bytes, spans })
    }

    /// The array of this number; empty where there is none.
    pub(crate) fn get<T: Pod>(&self, number: usize) -> &[T] {
        let all: &[u8] = (*self.bytes).as_ref();
        let section = self.spans.get(number).and_then(|span| all.get(span.clone())).unwrap_or_default();
        bytemuck::try_cast_slice(section).unwrap_or_default()
    }

    /// All bytes.
    pub(crate) fn bytes(&self) -> &[u8] {
        (*self.bytes).as_ref()
    }
}
