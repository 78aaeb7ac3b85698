//! The fields of the index.

use tantivy::Term;
use tantivy::schema::{
    BytesOptions, FAST, Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions,
};

use crate::hash::Fingerprint;
use crate::{DocumentKey, WAGE_BANDS};

/// Raised whenever folding, segmentation, terms, facts or columns change their meaning.
const ANALYSIS: u32 = 6;

/// Names of the analyses of text fields, see [`super::analysis`].
pub(crate) const WORDS: &str = "words";
pub(crate) const GRAMS: &str = "grams";

/// The fields.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields {
    pub(crate) key: Field,
    pub(crate) words: Field,
    pub(crate) grams: Field,
    pub(crate) facts: Field,
    pub(crate) key_high: Field,
    pub(crate) key_low: Field,
    pub(crate) packed: Field,
    pub(crate) district: Field,
    pub(crate) wage: Field,
    pub(crate) position: Field,
    pub(crate) content: Field,
}

/// The schema with its fields.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let text = |analysis, record, lengths| {
        let indexing = TextFieldIndexing::default().set_tokenizer(analysis);
        TextOptions::default().set_indexing_options(indexing.set_index_option(record).set_fieldnorms(lengths))
    };
    let number = || NumericOptions::from(FAST);
    let fields = Fields {
        key: builder.add_bytes_field("key", BytesOptions::default().set_indexed()),
        words: builder.add_text_field("words", text(WORDS, IndexRecordOption::WithFreqs, true)),
        grams: builder.add_text_field("grams", text(GRAMS, IndexRecordOption::WithFreqsAndPositions, false)),
        facts: builder.add_u64_field("facts", NumericOptions::default().set_indexed()),
        key_high: builder.add_u64_field("key_high", number()),
        key_low: builder.add_u64_field("key_low", number()),
        packed: builder.add_u64_field("packed", number()),
        district: builder.add_u64_field("district", number()),
        wage: builder.add_u64_field("wage", number()),
        position: builder.add_u64_field("position", number()),
        content: builder.add_u64_field("content", number()),
    };
    (builder.build(), fields)
}

/// What an index must have been written with to be read: another number means a rebuild.
pub(crate) fn fingerprint() -> String {
    let mut fingerprint = Fingerprint::default();
    fingerprint.add(&ANALYSIS.to_le_bytes());
    fingerprint.add(tantivy::version_string().as_bytes());
    for lower in WAGE_BANDS {
        fingerprint.add(&lower.to_le_bytes());
    }
    for (field, entry) in schema().0.fields() {
        fingerprint.add(format!("{field:?} {entry:?}").as_bytes());
    }
    format!("{:016x}", fingerprint.0)
}

/// The term of a document's key.
pub(crate) fn key_term(fields: &Fields, key: DocumentKey) -> Term {
    Term::from_field_bytes(fields.key, &key.0.to_be_bytes())
}
