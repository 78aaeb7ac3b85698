//! The columns of one segment, and the tests on them.

use std::sync::Arc;

use tantivy::columnar::{Cardinality, ColumnValues};
use tantivy::{DocId, SegmentReader};

use crate::index::{Fact, Packed, place, value};
use crate::{DocumentKey, Facet, Position, Sort};

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
    tests: &'a Tests,
    /// Dimensions to check: whether there is a filter, and whether "not stated" passes.
    checks: Vec<(Facet, bool, bool)>,
}

/// A bit for each dimension of facets.
pub(crate) const fn bit(facet: Facet) -> u8 {
    1 << facet as u8
}

impl<'a> Columns<'a> {
    /// The columns of a segment for these tests and this order.
    pub(crate) fn of(
        segment: &SegmentReader,
        number: usize,
        lookup: &Lookup<'_>,
        tests: &'a Tests,
        sort: Sort,
    ) -> tantivy::Result<Self> {
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
            tests,
            checks: checks(tests),
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
    pub(crate) fn has_checks(&self) -> bool {
        !self.checks.is_empty()
    }

    /// The circle in which documents have to stand.
    pub(crate) fn circle(&self) -> Option<(Position, f32)> {
        self.tests.within
    }

    /// A bit for each dimension whose filter the document fails.
    pub(crate) fn failures(&self, doc: DocId, packed: Packed) -> u8 {
        let mut failed = 0;
        for (facet, filtered, unstated) in &self.checks {
            let passes = match (filtered, unstated) {
                (true, false) => self.passes(*facet, doc, packed),
                (false, _) => !is_stated(*facet, packed),
                (true, true) => !is_stated(*facet, packed) || self.passes(*facet, doc, packed),
            };
            if !passes {
                failed |= bit(*facet);
            }
        }
        failed
    }

    /// Whether a value that is stated passes its filter.
    fn passes(&self, facet: Facet, doc: DocId, packed: Packed) -> bool {
        let tests = self.tests;
        match facet {
            Facet::Province => {
                let district = || value(self.district.as_ref().map_or(0, |column| column.get_val(doc)));
                one_of(&tests.provinces, || value(packed.province())) && one_of(&tests.districts, district)
            }
            Facet::Occupation => self.has_occupation(doc),
            Facet::Wage => self.wage(doc) >= tests.wage_min,
            Facet::Contract => one_of(&tests.contracts, || value(packed.contract())),
            Facet::Abroad => value(packed.abroad()) == tests.abroad,
            Facet::Posted => tests.earliest.is_none_or(|earliest| packed.posted() >= earliest),
        }
    }

    fn has_occupation(&self, doc: DocId) -> bool {
        let word = self.occupations.as_ref().and_then(|bits| bits.get(doc as usize / 64));
        word.is_none_or(|word| word >> (doc % 64) & 1 == 1)
    }
}

fn is_stated(facet: Facet, packed: Packed) -> bool {
    match facet {
        Facet::Province => packed.province() != 0,
        Facet::Occupation => packed.group() != 0,
        Facet::Wage => packed.band() != 0,
        Facet::Contract => packed.contract() != 0,
        Facet::Abroad => packed.abroad() != 0,
        Facet::Posted => true,
    }
}

/// The dimensions that the tests restrict.
fn checks(tests: &Tests) -> Vec<(Facet, bool, bool)> {
    let filtered = [
        (Facet::Province, !tests.provinces.is_empty() || !tests.districts.is_empty()),
        (Facet::Occupation, !tests.occupations.is_empty()),
        (Facet::Wage, tests.wage_min.is_some()),
        (Facet::Contract, !tests.contracts.is_empty()),
        (Facet::Abroad, tests.abroad.is_some()),
        (Facet::Posted, tests.earliest.is_some()),
    ];
    let with = filtered.map(|(facet, filtered)| (facet, filtered, tests.not_stated.contains(&facet)));
    with.into_iter().filter(|(_, filtered, unstated)| *filtered || *unstated).collect()
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
