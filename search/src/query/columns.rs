//! The columns of one segment, and the tests on them.

use std::sync::Arc;

use tantivy::columnar::{Cardinality, ColumnValues};
use tantivy::{DocId, SegmentReader};

use crate::index::{Fact, Packed, place, value};
use crate::{DocumentKey, Facet, Position, Sort};

use super::checks::{Checks, OPEN, bit};
use super::cursor::Cursor;
use super::filters::Tests;
use super::lookup::Lookup;

type Values = Arc<dyn ColumnValues<u64>>;

/// The columns of one segment. Those that the tests and the order do not ask for are not opened.
pub(crate) struct Columns<'a> {
    key_high: Values,
    key_low: Values,
    packed: Values,
    district: Option<Values>,
    wage: Option<Values>,
    position: Option<Values>,
    /// Documents of the occupations that the tests want, if they want any.
    occupations: Option<Vec<u64>>,
    checks: &'a Checks<'a>,
}

impl<'a> Columns<'a> {
    /// The columns of a segment for these tests and this order.
    pub(crate) fn of(
        segment: &SegmentReader,
        number: usize,
        lookup: &Lookup<'_>,
        checks: &'a Checks<'a>,
        sort: Sort,
    ) -> tantivy::Result<Self> {
        let tests = checks.tests;
        let column = |name: &str| {
            let column = segment.fast_fields().u64(name)?;
            // Every document has a value, so that none has to be looked for.
            let full = column.index.get_cardinality() == Cardinality::Full;
            tantivy::Result::Ok(if full { column.values } else { column.first_or_default_col(0) })
        };
        let if_asked = |asked: bool, name: &str| asked.then(|| column(name)).transpose();
        Ok(Self {
            key_high: column("key_high")?,
            key_low: column("key_low")?,
            packed: column("packed")?,
            district: if_asked(!tests.districts.is_empty(), "district")?,
            wage: if_asked(tests.wage_min.is_some() || sort == Sort::Wage, "wage")?,
            position: if_asked(tests.within.is_some() || matches!(sort, Sort::Near(_)), "position")?,
            occupations: occupations(segment, number, lookup, &tests.occupations)?,
            checks,
        })
    }

    pub(crate) fn key(&self, doc: DocId) -> DocumentKey {
        DocumentKey(u128::from(self.key_high.get_val(doc)) << 64 | u128::from(self.key_low.get_val(doc)))
    }

    /// What facets count of a document.
    pub(crate) fn packed(&self, doc: DocId) -> Packed {
        Packed(self.packed.get_val(doc))
    }

    /// What facets count of some documents.
    pub(crate) fn all_packed(&self, docs: &[DocId], packed: &mut Vec<u64>) {
        packed.clear();
        packed.resize(docs.len(), 0);
        self.packed.get_vals(docs, packed);
    }

    pub(crate) fn wage(&self, doc: DocId) -> Option<u64> {
        self.wage.as_ref().and_then(|wages| value(wages.get_val(doc)))
    }

    pub(crate) fn km(&self, doc: DocId, from: Position) -> Option<f32> {
        let position = self.position.as_ref().and_then(|positions| place(positions.get_val(doc)));
        position.map(|position| position.km_to(from))
    }

    /// Whether documents are tested one by one.
    pub(crate) fn are_checked(&self) -> bool {
        self.checks.any()
    }

    /// The circle in which documents have to stand.
    pub(crate) fn circle(&self) -> Option<(Position, f32)> {
        self.checks.tests.within
    }

    /// A bit for each dimension whose filter the document fails.
    pub(crate) fn failures(&self, doc: DocId, packed: Packed) -> u8 {
        let in_place = |packed| self.is_in_place(doc, packed);
        let failed = self.checks.failures(packed, in_place, || self.has_occupation(doc));
        if failed & OPEN == 0 {
            return failed;
        }
        let suffices = self.wage(doc) >= self.checks.tests.wage_min;
        failed & !OPEN | if suffices { 0 } else { bit(Facet::Wage) }
    }

    fn is_in_place(&self, doc: DocId, packed: Packed) -> bool {
        let Tests { provinces, districts, .. } = self.checks.tests;
        let district = || value(self.district.as_ref().map_or(0, |column| column.get_val(doc)));
        one_of(provinces, || value(packed.province())) && one_of(districts, district)
    }

    fn has_occupation(&self, doc: DocId) -> bool {
        let word = self.occupations.as_ref().and_then(|bits| bits.get(doc as usize / 64));
        word.is_none_or(|word| word >> (doc % 64) & 1 == 1)
    }
}

fn one_of(wanted: &[u64], value: impl FnOnce() -> Option<u64>) -> bool {
    wanted.is_empty() || value().is_some_and(|value| wanted.contains(&value))
}

/// A bit for each document of a segment that has one of the occupations.
fn occupations(
    segment: &SegmentReader,
    number: usize,
    lookup: &Lookup<'_>,
    wanted: &[u32],
) -> tantivy::Result<Option<Vec<u64>>> {
    if wanted.is_empty() {
        return Ok(None);
    }
    let mut bits = vec![0_u64; segment.max_doc() as usize / 64 + 1];
    for occupation in wanted {
        let postings = lookup.fact(Fact::Occupation(*occupation))?;
        let Some(mut cursor) = Cursor::open(segment, number, &postings, false)? else { continue };
        cursor.take_until(segment.max_doc(), |doc, _| {
            if let Some(word) = bits.get_mut(doc as usize / 64) {
                *word |= 1 << (doc % 64);
            }
        });
    }
    Ok(Some(bits))
}
