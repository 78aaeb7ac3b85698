//! The fields of the index and the names of the facts in it.

use tantivy::Term;
use tantivy::schema::{
    BytesOptions, FAST, Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions,
};

use crate::lexicon::Fingerprint;
use crate::{Concept, DocumentKey};

/// Raised whenever folding, segmentation, terms or facts change their meaning.
const ANALYSIS: u32 = 1;

/// The fields.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields {
    pub(crate) key: Field,
    pub(crate) title: Field,
    pub(crate) body: Field,
    pub(crate) grams: Field,
    pub(crate) facts: Field,
    pub(crate) key_high: Field,
    pub(crate) key_low: Field,
    pub(crate) province: Field,
    pub(crate) district: Field,
    pub(crate) group: Field,
    pub(crate) wage: Field,
    pub(crate) contract: Field,
    pub(crate) abroad: Field,
    pub(crate) posted: Field,
    pub(crate) position: Field,
}

/// The schema with its fields.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let text = |record| {
        TextOptions::default()
            .set_indexing_options(TextFieldIndexing::default().set_tokenizer("raw").set_index_option(record))
    };
    let facts = TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_tokenizer("raw")
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false),
    );
    let number = || NumericOptions::from(FAST);
    let fields = Fields {
        key: builder.add_bytes_field("key", BytesOptions::default().set_indexed()),
        title: builder.add_text_field("title", text(IndexRecordOption::WithFreqs)),
        body: builder.add_text_field("body", text(IndexRecordOption::WithFreqs)),
        grams: builder.add_text_field("grams", text(IndexRecordOption::WithFreqsAndPositions)),
        facts: builder.add_text_field("facts", facts),
        key_high: builder.add_u64_field("key_high", number()),
        key_low: builder.add_u64_field("key_low", number()),
        province: builder.add_u64_field("province", number()),
        district: builder.add_u64_field("district", number()),
        group: builder.add_u64_field("group", number()),
        wage: builder.add_u64_field("wage", number()),
        contract: builder.add_u64_field("contract", number()),
        abroad: builder.add_u64_field("abroad", number()),
        posted: builder.add_u64_field("posted", number()),
        position: builder.add_u64_field("position", number()),
    };
    (builder.build(), fields)
}

/// What an index must have been written with to be read: another number means a rebuild.
pub(crate) fn fingerprint() -> String {
    let mut fingerprint = Fingerprint::default();
    fingerprint.add(&ANALYSIS.to_le_bytes());
    fingerprint.add(tantivy::version_string().as_bytes());
    for (field, entry) in schema().0.fields() {
        fingerprint.add(format!("{field:?} {entry:?}").as_bytes());
    }
    format!("{:016x}", fingerprint.0)
}

/// A fact about a document, as one term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fact {
    /// It speaks of the concept or of one below.
    Concept(Concept),
    /// It is for the concept or for one below.
    Main(Concept),
    /// It is in the place or in one inside.
    In(u32),
    /// Its occupation is this or stands below.
    Occupation(u32),
    /// Its province.
    Province(u32),
    /// Its district.
    District(u32),
    /// Its country.
    Country(u32),
    /// Its contract kind.
    Contract(u32),
    /// Whether it is abroad.
    Abroad(bool),
    /// It does not state something.
    Unstated(crate::Facet),
}

impl Fact {
    /// The term's text.
    pub(crate) fn text(self) -> String {
        match self {
            Self::Concept(concept) => format!("{}{}", letter(concept), concept.number()),
            Self::Main(concept) => format!("{}!{}", letter(concept), concept.number()),
            Self::In(place) => format!("in{place}"),
            Self::Occupation(occupation) => format!("u{occupation}"),
            Self::Province(place) => format!("p{place}"),
            Self::District(place) => format!("d{place}"),
            Self::Country(place) => format!("c{place}"),
            Self::Contract(kind) => format!("k{kind}"),
            Self::Abroad(abroad) => format!("a{}", u8::from(abroad)),
            Self::Unstated(facet) => format!("-{}", facet as u8),
        }
    }

    /// The term.
    pub(crate) fn term(self, fields: &Fields) -> Term {
        Term::from_field_text(fields.facts, &self.text())
    }
}

fn letter(concept: Concept) -> &'static str {
    match concept {
        Concept::Occupation(_) => "o",
        Concept::Skill(_) => "s",
        Concept::Place(_) => "l",
    }
}

/// The term of a document's key.
pub(crate) fn key_term(fields: &Fields, key: DocumentKey) -> Term {
    Term::from_field_bytes(fields.key, &key.0.to_be_bytes())
}
