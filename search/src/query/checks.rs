//! Which filters does a document fail, as far as its packed facets tell?

use crate::index::{DETAILS, Packed, value};
use crate::{Facet, WAGE_BANDS};

use super::filters::Tests;

/// Beside the bits of facets: the band leaves open whether the wage suffices.
pub(crate) const OPEN: u8 = 1 << 7;

/// A bit for each dimension of facets.
pub(crate) const fn bit(facet: Facet) -> u8 {
    1 << facet as u8
}

/// What a dimension lets pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Check {
    /// Stated values that the filter names; else none.
    pub(crate) named: bool,
    /// What is not stated.
    pub(crate) unstated: bool,
}

/// Tests on packed facets, prepared for many documents.
#[derive(Debug)]
pub(crate) struct Checks<'t> {
    pub(crate) tests: &'t Tests,
    /// Failures by contract, wage band and abroad together; empty if none is checked.
    details: Vec<u8>,
    province: Option<Check>,
    occupation: Option<Check>,
    /// Documents posted before this day fail.
    earliest: i64,
    any: bool,
}

impl<'t> Checks<'t> {
    /// The tests of a request.
    pub(crate) fn of(tests: &'t Tests) -> Self {
        let posted = check(tests, Facet::Posted);
        let earliest = match posted {
            None => i64::MIN,
            Some(Check { named: false, .. }) => i64::MAX,
            Some(Check { named: true, .. }) => tests.earliest.unwrap_or(i64::MIN),
        };
        let (province, occupation) = (check(tests, Facet::Province), check(tests, Facet::Occupation));
        let details = details(tests);
        let any = posted.or(province).or(occupation).is_some() || !details.is_empty();
        Self { tests, details, province, occupation, earliest, any }
    }

    /// Whether documents are tested one by one.
    pub(crate) fn any(&self) -> bool {
        self.any
    }

    /// A bit for each dimension that fails, with [`OPEN`] if the wage has to be looked at. The closures tell
    /// of a document with a province or a group of occupations whether filters name its place or occupation.
    pub(crate) fn failures(
        &self,
        packed: Packed,
        in_place: impl FnOnce(Packed) -> bool,
        in_occupation: impl FnOnce() -> bool,
    ) -> u8 {
        let mut failed = self.details.get(packed.details()).copied().unwrap_or(0);
        if packed.posted() < self.earliest {
            failed |= bit(Facet::Posted);
        }
        if let Some(check) = self.province
            && !check.passes(packed.province() != 0, || in_place(packed))
        {
            failed |= bit(Facet::Province);
        }
        if let Some(check) = self.occupation
            && !check.passes(packed.group() != 0, in_occupation)
        {
            failed |= bit(Facet::Occupation);
        }
        failed
    }
}

impl Check {
    /// Whether a value passes: one that is stated if `named` says so, one that is not if that may be.
    pub(crate) fn passes(self, stated: bool, named: impl FnOnce() -> bool) -> bool {
        (self.unstated && !stated) || (self.named && named())
    }
}

/// What a dimension is checked for, if it is.
fn check(tests: &Tests, facet: Facet) -> Option<Check> {
    let named = tests.name(facet);
    let unstated = tests.not_stated.contains(&facet);
    (named || unstated).then_some(Check { named, unstated })
}

/// The failures of every combination of contract, wage band and abroad; nothing if none is checked.
fn details(tests: &Tests) -> Vec<u8> {
    let [contract, wage, abroad] =
        [Facet::Contract, Facet::Wage, Facet::Abroad].map(|facet| check(tests, facet));
    if contract.or(wage).or(abroad).is_none() {
        return Vec::new();
    }
    let fails = |facet: Facet, check: Option<Check>, value: u64, named: bool| match check {
        Some(check) if !check.passes(value != 0, || named) => bit(facet),
        _ => 0,
    };
    let of = |packed: Packed| {
        let named = value(packed.contract()).is_some_and(|kind| tests.contracts.contains(&kind));
        let of_contract = fails(Facet::Contract, contract, packed.contract(), named);
        let named = value(packed.abroad()) == tests.abroad;
        let of_abroad = fails(Facet::Abroad, abroad, packed.abroad(), named);
        let of_wage =
            suffices(tests, packed).map_or(OPEN, |named| fails(Facet::Wage, wage, packed.band(), named));
        of_contract | of_abroad | of_wage
    };
    (0..DETAILS as u64).map(|place| of(Packed(place))).collect()
}

/// Whether wages of a band suffice, if the band tells.
fn suffices(tests: &Tests, packed: Packed) -> Option<bool> {
    let (Some(band), Some(least)) = (value(packed.band()), tests.wage_min) else { return Some(false) };
    let lowest = WAGE_BANDS.get(band as usize).copied().unwrap_or(u64::MAX);
    if least <= lowest {
        return Some(true);
    }
    WAGE_BANDS.get(band as usize + 1).filter(|above| **above <= least).map(|_| false)
}
