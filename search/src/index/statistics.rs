//! Statistics for BM25 that depend on the living documents alone, not on how they came into the index.

use tantivy::query::Bm25StatisticsProvider;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

use super::Fields;

/// The length of a usual title and of a usual body, in terms.
const TITLE: u64 = 6;
const BODY: u64 = 120;

/// Counts without deleted documents, so that an index that followed changes scores like a rebuilt one.
pub(crate) struct AliveStatistics<'a> {
    pub(crate) searcher: &'a Searcher,
    pub(crate) fields: &'a Fields,
}

impl Bm25StatisticsProvider for AliveStatistics<'_> {
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        let each = if field == self.fields.title { TITLE } else { BODY };
        Ok(each * self.searcher.num_docs().max(1))
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        Ok(self.searcher.num_docs().max(1))
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        let mut total = 0;
        for segment in self.searcher.segment_readers() {
            let inverted = segment.inverted_index(term.field())?;
            total += match segment.alive_bitset() {
                None => inverted.doc_freq(term)?,
                Some(alive) => inverted
                    .read_postings(term, IndexRecordOption::Basic)?
                    .map_or(0, |postings| postings.doc_freq_given_deletes(alive)),
            };
        }
        Ok(u64::from(total))
    }
}
