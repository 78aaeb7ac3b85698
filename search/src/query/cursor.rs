//! A place in a list of postings.

use tantivy::postings::{BlockSegmentPostings, TermInfo};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, SegmentReader, TERMINATED};

use super::condition::{Scored, Worth};
use super::lookup::Postings;

/// A place in a list of postings.
#[derive(Clone)]
pub(crate) struct Cursor {
    block: BlockSegmentPostings,
    at: usize,
    doc: DocId,
    size: u32,
}

impl Cursor {
    /// The beginning of a segment's postings, if it has any; with frequencies if asked for.
    pub(crate) fn open(
        segment: &SegmentReader,
        number: usize,
        postings: &Postings,
        frequencies: bool,
    ) -> tantivy::Result<Option<Self>> {
        let Some(info) = postings.of(number) else { return Ok(None) };
        let inverted = segment.inverted_index(postings.field)?;
        let option = if frequencies { IndexRecordOption::WithFreqs } else { IndexRecordOption::Basic };
        let block = inverted.read_block_postings_from_terminfo(info, option)?;
        let TermInfo { doc_freq: size, .. } = *info;
        let doc = block.doc(0);
        Ok(Some(Self { block, at: 0, doc, size }))
    }

    /// The document here; [`TERMINATED`] behind the last one.
    pub(crate) fn doc(&self) -> DocId {
        self.doc
    }

    /// How many documents the list has.
    pub(crate) fn size(&self) -> u32 {
        self.size
    }

    /// Goes on to the first document that is not before `target`.
    pub(crate) fn seek(&mut self, target: DocId) -> DocId {
        if self.doc < target {
            self.at = self.block.seek(target);
            self.doc = self.block.doc(self.at);
        }
        self.doc
    }

    /// How often the term occurs in the document here.
    pub(crate) fn frequency(&self) -> u32 {
        self.block.freq(self.at)
    }

    /// Takes the documents from here up to `end`, with their frequencies.
    pub(crate) fn take_until(&mut self, end: DocId, mut take: impl FnMut(DocId, u32)) {
        while self.doc < end {
            let docs = self.block.docs().get(self.at..).unwrap_or_default();
            let frequencies = self.block.freqs().get(self.at..).unwrap_or_default();
            let count = docs.partition_point(|doc| *doc < end);
            if frequencies.len() < count {
                docs.iter().take(count).for_each(|doc| take(*doc, 1));
            } else {
                docs.iter().zip(frequencies).take(count).for_each(|(doc, often)| take(*doc, *often));
            }
            let left = docs.len() - count;
            if left == 0 {
                self.block.advance();
                self.at = 0;
                self.doc = self.block.docs().first().copied().unwrap_or(TERMINATED);
            } else {
                self.at += count;
                self.doc = self.block.doc(self.at);
            }
        }
    }
}

/// A place in a list of postings, with what they are worth.
pub(crate) struct ScoredCursor {
    pub(crate) cursor: Cursor,
    pub(crate) worth: Worth,
}

impl ScoredCursor {
    /// The beginning of a term's postings.
    pub(crate) fn open(
        segment: &SegmentReader,
        number: usize,
        scored: &Scored,
        scoring: bool,
    ) -> tantivy::Result<Option<Self>> {
        let frequencies = scoring && matches!(scored.worth, Worth::Weights(_));
        let cursor = Cursor::open(segment, number, &scored.postings, frequencies)?;
        Ok(cursor.map(|cursor| Self { cursor, worth: scored.worth.clone() }))
    }
}
