//! How many living documents have a term?
//!
//! The engine counts deleted documents of a segment with the others until it merges them away. Scores must not
//! depend on that: an index that followed changes scores like one that was rebuilt. So the deleted ones are
//! counted for themselves. They only become more while a segment lives, therefore each list of postings is
//! asked only about those deleted since it was asked last.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use tantivy::index::SegmentId;
use tantivy::postings::TermInfo;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, InvertedIndexReader, SegmentReader, Term};

/// Segments that are remembered at most.
const SEGMENTS: usize = 256;
/// Terms of a segment that are remembered at most.
const TERMS: usize = 100_000;

/// The deleted documents of a segment.
#[derive(Debug, Default)]
struct Deleted {
    /// In the order in which they were noticed.
    list: Vec<DocId>,
    known: Vec<u64>,
    /// For each term how many of the list were asked about, and how many of these have it.
    counted: HashMap<Term, (usize, u32)>,
}

/// Remembers what was counted.
#[derive(Debug, Default)]
pub(crate) struct AliveCounts {
    segments: Mutex<HashMap<SegmentId, Deleted>>,
}

impl AliveCounts {
    /// How many living documents of a segment have a term whose postings are at `info`.
    pub(crate) fn of(
        &self,
        segment: &SegmentReader,
        inverted: &InvertedIndexReader,
        term: &Term,
        info: &TermInfo,
    ) -> tantivy::Result<u32> {
        if segment.num_deleted_docs() == 0 {
            return Ok(info.doc_freq);
        }
        let (mut asked, mut dead, mut new) = self.asked(segment, term);
        if !new.is_sorted() {
            new.sort_unstable();
        }
        asked += new.len();
        if !new.is_empty() {
            dead += among(inverted, info, &new)?;
            self.remember(segment.segment_id(), term, (asked, dead));
        }
        Ok(info.doc_freq.saturating_sub(dead))
    }

    /// Forgets segments that were merged away. A search that began earlier may bring one back; the next commit
    /// forgets it again.
    pub(super) fn keep_only(&self, segments: &[SegmentReader]) {
        let living = |id: &SegmentId| segments.iter().any(|segment| segment.segment_id() == *id);
        let mut known = self.segments.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|id, _| living(id));
    }

    /// What is known of a term, and the deleted documents that it was not asked about.
    fn asked(&self, segment: &SegmentReader, term: &Term) -> (usize, u32, Vec<DocId>) {
        let mut segments = self.segments.lock().unwrap_or_else(PoisonError::into_inner);
        if segments.len() > SEGMENTS {
            segments.clear();
        }
        let deleted = segments.entry(segment.segment_id()).or_default();
        deleted.notice(segment);
        let (asked, dead) = deleted.counted.get(term).copied().unwrap_or_default();
        (asked, dead, deleted.list.get(asked..).unwrap_or_default().to_vec())
    }

    fn remember(&self, segment: SegmentId, term: &Term, counted: (usize, u32)) {
        let mut segments = self.segments.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(deleted) = segments.get_mut(&segment) {
            if deleted.counted.len() > TERMS {
                deleted.counted.clear();
            }
            deleted.counted.insert(term.clone(), counted);
        }
    }
}

impl Deleted {
    /// Takes note of documents that were deleted since.
    fn notice(&mut self, segment: &SegmentReader) {
        let Some(alive) = segment.alive_bitset() else { return };
        if self.list.len() >= segment.num_deleted_docs() as usize {
            return;
        }
        self.known.resize(segment.max_doc() as usize / 64 + 1, 0);
        let mut expected = 0;
        for doc in alive.iter_alive().chain([segment.max_doc()]) {
            for gone in expected..doc {
                if let Some(word) = self.known.get_mut(gone as usize / 64)
                    && *word >> (gone % 64) & 1 == 0
                {
                    *word |= 1 << (gone % 64);
                    self.list.push(gone);
                }
            }
            expected = doc + 1;
        }
    }
}

/// How many of these documents, in ascending order, are in a list of postings.
fn among(inverted: &InvertedIndexReader, info: &TermInfo, docs: &[DocId]) -> tantivy::Result<u32> {
    let mut postings = inverted.read_block_postings_from_terminfo(info, IndexRecordOption::Basic)?;
    let mut count = 0;
    for doc in docs {
        let at = postings.seek(*doc);
        count += u32::from(postings.doc(at) == *doc);
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tantivy::schema::{STRING, Schema};
    use tantivy::{Index, TantivyDocument, doc};

    #[test]
    fn what_was_counted_in_a_segment_goes_with_it() {
        let mut schema = Schema::builder();
        let word = schema.add_text_field("word", STRING);
        let key = schema.add_text_field("key", STRING);
        let index = Index::create_in_ram(schema.build());
        let mut writer = index.writer_with_num_threads::<TantivyDocument>(1, 20_000_000).unwrap();
        for number in ["1", "2", "3"] {
            writer.add_document(doc!(word => "welder", key => number)).unwrap();
        }
        writer.commit().unwrap();
        writer.delete_term(Term::from_field_text(key, "2"));
        writer.commit().unwrap();

        let searcher = index.reader().unwrap().searcher();
        let segments = searcher.segment_readers();
        let inverted = segments[0].inverted_index(word).unwrap();
        let term = Term::from_field_text(word, "welder");
        let info = inverted.get_term_info(&term).unwrap().unwrap();
        let counts = AliveCounts::default();
        let known = || counts.segments.lock().unwrap().len();
        assert_eq!(counts.of(&segments[0], &inverted, &term, &info).unwrap(), 2);
        counts.keep_only(segments);
        assert_eq!(known(), 1, "the segment is still there");
        counts.keep_only(&[]);
        assert_eq!(known(), 0);
        assert_eq!(counts.of(&segments[0], &inverted, &term, &info).unwrap(), 2);
    }
}
