//! The text of bytes, in this process: for the child, which may break.

use super::limits::MOST_BYTES;
use super::model::{Extracted, Kind, Unreadable};
use super::{docx, kind, pdf, plain};
use std::io::Read;

/// The text of a file, by its content.
///
/// A hostile PDF may make this panic, loop or fill the memory: a server asks [`Extractor`](super::Extractor).
pub fn text_of(bytes: &[u8]) -> Result<Extracted, Unreadable> {
    match kind::of(bytes)? {
        Kind::Pdf => pdf::read(bytes),
        Kind::Docx => docx::read(bytes),
        Kind::Text => plain::read(bytes),
    }
}

/// The same of what `input` gives, read no further than a file may be.
pub(crate) fn text_of_input(input: impl Read) -> Result<Extracted, Unreadable> {
    let mut bytes = Vec::new();
    input.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(|_| Unreadable::Unavailable)?;
    text_of(&bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MARKS: [&[u8]; 4] = [b"%PDF-1.7\n", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf"];

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..4_000)) {
            if let Ok(extracted) = text_of(&bytes) {
                prop_assert!(!extracted.text.contains('\0'));
            }
        }

        #[test]
        fn any_bytes_behind_the_mark_of_a_document_are_read_or_refused(
            mark in 0..MARKS.len(),
            bytes in proptest::collection::vec(any::<u8>(), 0..4_000),
        ) {
            let _ = text_of(&[MARKS[mark], &bytes].concat());
        }
    }
}
