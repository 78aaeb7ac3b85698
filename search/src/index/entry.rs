//! A document as the engine takes it in.

use tantivy::schema::Field;
use tantivy::schema::document::{Document as Given, ReferenceValue, ReferenceValueLeaf, Value};

use crate::text::fold_lines;
use crate::{Document, IndexError};

use super::analysis::TITLE;
use super::columns::{position, stated};
use super::fact::Facts;
use super::packed::Packed;
use super::schema::Fields;

/// A document, folded, with its facts and columns.
#[derive(Debug)]
pub(crate) struct Entry {
    fields: Fields,
    key: [u8; 16],
    /// With the mark of titles before it.
    title: String,
    body: String,
    facts: Vec<u64>,
    columns: [(Field, u64); 7],
}

impl Entry {
    /// The entry of a document, with the ancestors of its concepts.
    pub(crate) fn of(
        fields: &Fields,
        facts: &mut Facts<'_>,
        document: &Document,
    ) -> Result<Self, IndexError> {
        let key = document.key.0;
        let mut title = String::from(TITLE);
        title.push_str(&fold_lines(&document.title));
        Ok(Self {
            fields: *fields,
            key: key.to_be_bytes(),
            title,
            body: fold_lines(&document.body),
            facts: facts.numbers(document),
            columns: [
                (fields.key_high, (key >> 64) as u64),
                (fields.key_low, key as u64),
                (fields.packed, Packed::of(document)?.0),
                (fields.district, stated(document.district.map(|place| place.0.into()))),
                (fields.wage, stated(document.wage)),
                (fields.position, position(document.position)),
                (fields.content, document.content().into()),
            ],
        })
    }
}

/// A value of an entry.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Part<'a> {
    Text(&'a str),
    Key(&'a [u8]),
    Number(u64),
}

impl<'a> Value<'a> for Part<'a> {
    type ArrayIter = std::iter::Empty<Self>;
    type ObjectIter = std::iter::Empty<(&'a str, Self)>;

    fn as_value(&self) -> ReferenceValue<'a, Self> {
        ReferenceValue::Leaf(match *self {
            Self::Text(text) => ReferenceValueLeaf::Str(text),
            Self::Key(key) => ReferenceValueLeaf::Bytes(key),
            Self::Number(number) => ReferenceValueLeaf::U64(number),
        })
    }
}

impl Given for Entry {
    type Value<'a> = Part<'a>;
    type FieldsValuesIter<'a> = std::vec::IntoIter<(Field, Part<'a>)>;

    /// In the order of the fields, so that the engine finds them sorted.
    fn iter_fields_and_values(&self) -> Self::FieldsValuesIter<'_> {
        let mut values = Vec::with_capacity(self.facts.len() + 12);
        values.push((self.fields.key, Part::Key(&self.key)));
        for field in [self.fields.words, self.fields.grams] {
            values.push((field, Part::Text(&self.title)));
            values.push((field, Part::Text(&self.body)));
        }
        values.extend(self.facts.iter().map(|fact| (self.fields.facts, Part::Number(*fact))));
        values.extend(self.columns.iter().map(|(field, number)| (*field, Part::Number(*number))));
        values.into_iter()
    }
}
