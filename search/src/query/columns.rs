//! The columns of one segment, and the tests on them.

use std::sync::Arc;

use tantivy::columnar::ColumnValues;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, SegmentReader, TERMINATED};

use crate::index::{Fact, Fields, place, posted, value};
use crate::{DocumentKey, Facet, Position};

use super::filters::Tests;

type Values = Arc<dyn ColumnValues<u64>>;

/// The columns of one segment.
pub(crate) struct Columns {
    key_high: Values,
    key_low: Values,
    province: Values,
    district: Values,
    group: Values,
    wage: Values,
    contract: Values,
    abroad: Values,
    posted: Values,
    position: Values,
    /// Documents of the occupations that the tests want, if they want any.
    occupations: Option<Vec<u64>>,
    tests: Tests,
    /// Dimensions to check: whether there is a filter, and whether "not stated" passes.
    checks: Vec<(Facet, bool, bool)>,
}

/// A bit for each dimension of facets.
pub(crate) const fn bit(facet: Facet) -> u8 {
    1 << facet as u8
}

impl Columns {
    /// The columns of a segment for these tests.
    pub(crate) fn of(segment: &SegmentReader, fields: &Fields, tests: &Tests) -> tantivy::Result<Self> {
        let column = |name: &str| segment.fast_fields().column_first_or_default::<u64>(name);
        Ok(Self {
            key_high: column("key_high")?,
            key_low: column("key_low")?,
            province: column("province")?,
            district: column("district")?,
            group: column("group")?,
            wage: column("wage")?,
            contract: column("contract")?,
            abroad: column("abroad")?,
            posted: column("posted")?,
            position: column("position")?,
            occupations: occupations(segment, fields, &tests.occupations)?,
            tests: tests.clone(),
            checks: checks(tests),
        })
    }

    pub(crate) fn key(&self, doc: DocId) -> DocumentKey {
        DocumentKey(u128::from(self.key_high.get_val(doc)) << 64 | u128::from(self.key_low.get_val(doc)))
    }

    pub(crate) fn posted(&self, doc: DocId) -> i64 {
        posted(self.posted.get_val(doc))
    }

    pub(crate) fn wage(&self, doc: DocId) -> Option<u64> {
        value(self.wage.get_val(doc))
    }

    pub(crate) fn km(&self, doc: DocId, from: Position) -> Option<f32> {
        place(self.position.get_val(doc)).map(|position| position.km_to(from))
    }

    /// The value that a document has in a dimension counted value by value.
    pub(crate) fn facet(&self, facet: Facet, doc: DocId) -> Option<u64> {
        value(match facet {
            Facet::Province => self.province.get_val(doc),
            Facet::Occupation => self.group.get_val(doc),
            Facet::Wage => self.wage.get_val(doc),
            Facet::Contract => self.contract.get_val(doc),
            Facet::Abroad => self.abroad.get_val(doc),
            Facet::Posted => 0,
        })
    }

    /// Whether the document stands in the circle, if there is one.
    pub(crate) fn is_within(&self, doc: DocId) -> bool {
        self.tests.within.is_none_or(|(centre, radius)| self.km(doc, centre).is_some_and(|km| km <= radius))
    }

    /// A bit for each dimension whose filter the document fails.
    pub(crate) fn failures(&self, doc: DocId) -> u8 {
        let mut failed = 0;
        for (facet, filtered, unstated) in &self.checks {
            let passes = match (filtered, unstated) {
                (true, false) => self.passes(*facet, doc),
                (false, _) => !self.is_stated(*facet, doc),
                (true, true) => !self.is_stated(*facet, doc) || self.passes(*facet, doc),
            };
            if !passes {
                failed |= bit(*facet);
            }
        }
        failed
    }

    fn is_stated(&self, facet: Facet, doc: DocId) -> bool {
        facet == Facet::Posted || self.facet(facet, doc).is_some()
    }

    /// Whether a value that is stated passes its filter.
    fn passes(&self, facet: Facet, doc: DocId) -> bool {
        let tests = &self.tests;
        match facet {
            Facet::Province => {
                one_of(&tests.provinces, self.facet(facet, doc))
                    && one_of(&tests.districts, value(self.district.get_val(doc)))
            }
            Facet::Occupation => self.has_occupation(doc),
            Facet::Wage => self.wage(doc) >= tests.wage_min,
            Facet::Contract => one_of(&tests.contracts, self.facet(facet, doc)),
            Facet::Abroad => self.facet(facet, doc) == tests.abroad,
            Facet::Posted => tests.earliest.is_none_or(|earliest| self.posted(doc) >= earliest),
        }
    }

    fn has_occupation(&self, doc: DocId) -> bool {
        let word = self.occupations.as_ref().and_then(|bits| bits.get(doc as usize / 64));
        word.is_none_or(|word| word >> (doc % 64) & 1 == 1)
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

fn one_of(wanted: &[u64], value: Option<u64>) -> bool {
    wanted.is_empty() || value.is_some_and(|value| wanted.contains(&value))
}

/// A bit for each document of a segment that has one of the occupations.
fn occupations(
    segment: &SegmentReader,
    fields: &Fields,
    wanted: &[u32],
) -> tantivy::Result<Option<Vec<u64>>> {
    if wanted.is_empty() {
        return Ok(None);
    }
    let mut bits = vec![0_u64; segment.max_doc() as usize / 64 + 1];
    let inverted = segment.inverted_index(fields.facts)?;
    for occupation in wanted {
        let term = Fact::Occupation(*occupation).term(fields);
        let Some(mut postings) = inverted.read_postings(&term, IndexRecordOption::Basic)? else { continue };
        let mut doc = postings.doc();
        while doc != TERMINATED {
            if let Some(word) = bits.get_mut(doc as usize / 64) {
                *word |= 1 << (doc % 64);
            }
            doc = postings.advance();
        }
    }
    Ok(Some(bits))
}
