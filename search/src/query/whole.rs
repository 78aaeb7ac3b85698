//! Is the stem of a class of words itself a word of the texts?
//!
//! *service* has the stem *servic*, which nobody writes. A word that is its own stem counts in its class beyond
//! what the other words of the class count there, and so can be told from a mere stem.

use tantivy::{SegmentReader, TERMINATED};

use crate::index::IndexError;
use crate::text::{STEM, stem as stem_of};

use super::cursor::Cursor;
use super::lookup::{Lookup, Postings};

/// Whether a living document has a word that is the stem.
pub(crate) fn is_written(lookup: &Lookup<'_>, stem: &str) -> Result<bool, IndexError> {
    let Some(class) = lookup.word(&format!("{STEM}{stem}"), 0.0)? else { return Ok(false) };
    // The words of a stem begin like it, but for its last letter: *happi* is the stem of *happy*.
    let last = stem.chars().next_back().map_or(0, char::len_utf8);
    let mut others = lookup.beginning(lookup.fields.words, stem.get(..stem.len() - last).unwrap_or(stem))?;
    others.retain(|(word, _)| stem_of(word) == stem);
    for (number, segment) in lookup.searcher.segment_readers().iter().enumerate() {
        let others = others.iter().map(|(_, postings)| postings.as_ref());
        if is_written_in(segment, number, &class.postings, others)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn is_written_in<'a>(
    segment: &SegmentReader,
    number: usize,
    class: &Postings,
    others: impl Iterator<Item = &'a Postings>,
) -> tantivy::Result<bool> {
    let Some(mut class) = Cursor::open(segment, number, class, true)? else { return Ok(false) };
    let mut open = Vec::new();
    for postings in others {
        open.extend(Cursor::open(segment, number, postings, true)?);
    }
    let mut doc = class.doc();
    while doc != TERMINATED {
        let mut count = |other: &mut Cursor| if other.seek(doc) == doc { other.frequency() } else { 0 };
        let by_others: u32 = open.iter_mut().map(&mut count).sum();
        let alive = segment.alive_bitset().is_none_or(|alive| alive.is_alive(doc));
        if alive && class.frequency() > by_others {
            return Ok(true);
        }
        doc = class.seek(doc + 1);
    }
    Ok(false)
}
