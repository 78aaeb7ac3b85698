//! Flat arrays in one run of bytes: written once, then read in place, from memory or from a mapped file.

mod bytes;
mod checksum;
mod sections;
pub(super) mod varint;

pub use bytes::{Bytes, DamagedColumns};
#[cfg(test)]
pub(crate) use sections::reseal;
pub(super) use sections::{Sections, Writer};
