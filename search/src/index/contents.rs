//! What does the index say of each document? For checking it against what it was made from.

use tantivy::columnar::ColumnValues;

use crate::{DocumentKey, IndexError};

use super::Index;

impl Index {
    /// The key of every document, in no order, each with its [`content`](crate::Document::content).
    pub fn contents(&self) -> Result<Vec<(DocumentKey, u32)>, IndexError> {
        let searcher = self.searcher();
        let mut contents = Vec::with_capacity(usize::try_from(searcher.num_docs()).unwrap_or_default());
        for segment in searcher.segment_readers() {
            let column = |name| {
                let column = segment.fast_fields().u64(name)?;
                tantivy::Result::Ok(column.first_or_default_col(0))
            };
            let (high, low, content) = (column("key_high")?, column("key_low")?, column("content")?);
            contents.extend(segment.doc_ids_alive().map(|doc| {
                let key = u128::from(high.get_val(doc)) << 64 | u128::from(low.get_val(doc));
                (DocumentKey(key), content.get_val(doc) as u32)
            }));
        }
        Ok(contents)
    }
}
