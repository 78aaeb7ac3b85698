//! A file as bytes that the system reads when they are touched.
//!
//! The one place of this crate with `unsafe`: mapping a file is safe only while nobody changes it.

#![expect(unsafe_code, reason = "a memory map is sound only for files that nobody changes, see below")]

use memmap2::Mmap;
use std::fs::File;
use std::io;
use std::path::Path;

/// Maps the file. It must be one that is written once, under a name of its own, and afterwards never
/// changed or cut short, only removed; `snapshot.rs` writes such files and nothing else maps any.
pub(super) fn map(file: &Path) -> io::Result<Mmap> {
    let file = File::open(file)?;
    // SAFETY: `snapshot.rs` writes a file to its end before it gives it the name under which it is mapped,
    // never opens it for writing again, and removes it as a whole; a removed file lives on as long as its map.
    unsafe { Mmap::map(&file) }
}
