//! What the scan reads of every person: fourteen bytes, each rounded to the person's advantage.

use crate::Position;
use crate::formula::{Person, availability, experience};

/// Bits of [`Hot::flags`].
pub(super) mod flag {
    /// The row was not removed.
    pub(in crate::columns) const PRESENT: u8 = 1;
    /// Somebody asked for licences.
    pub(in crate::columns) const LICENCES: u8 = 2;
    /// Languages are named.
    pub(in crate::columns) const LANGUAGES: u8 = 4;
    /// Occupations are named.
    pub(in crate::columns) const OCCUPATIONS: u8 = 8;
    /// Does not work shifts.
    pub(in crate::columns) const NO_SHIFTS: u8 = 16;
    /// Would go abroad.
    pub(in crate::columns) const GOES: u8 = 32;
    /// Would not go abroad.
    pub(in crate::columns) const STAYS: u8 = 64;
}

/// In `qualification`: unknown.
pub(super) const NO_LEVEL: u8 = u8::MAX;
/// In the columns of two unsigned bytes: unknown, or without end.
pub(super) const NONE: u16 = u16::MAX;
/// In `latitude`: unknown.
pub(super) const NOWHERE: i16 = i16::MIN;
/// Kip per month in one unit of `wish`.
pub(super) const WISH_UNIT: u64 = 100_000;

/// One array per fact, one element per row.
#[derive(Debug, Clone, Default)]
pub(super) struct Hot {
    /// Level of the national framework.
    pub(super) qualification: Vec<u8>,
    /// Months.
    pub(super) experience: Vec<u16>,
    /// Hundredths of a degree.
    pub(super) latitude: Vec<i16>,
    /// Hundredths of a degree.
    pub(super) longitude: Vec<i16>,
    /// Kilometres that the person accepts.
    pub(super) reach: Vec<u16>,
    /// Wanted wage in [`WISH_UNIT`], rounded down.
    pub(super) wish: Vec<u16>,
    /// Number of the first possible day.
    pub(super) from: Vec<u16>,
    /// See [`flag`].
    pub(super) flags: Vec<u8>,
}

impl Hot {
    /// Appends a person.
    pub(super) fn push(&mut self, person: &Person<'_>) {
        let facts = &person.facts;
        let (latitude, longitude) = facts.position.map_or((NOWHERE, 0), hundredths);
        self.qualification.push(facts.qualification.map_or(NO_LEVEL, |level| level.min(NO_LEVEL - 1)));
        self.experience.push(facts.experience_months.map_or(NONE, |has| has.min(experience::LONGEST) as u16));
        self.latitude.push(latitude);
        self.longitude.push(longitude);
        self.reach.push(facts.max_distance_km.map_or(NONE, |km| km.min(u32::from(NONE)) as u16));
        let wish = |kip: u64| (kip / WISH_UNIT).min(u64::from(NONE) - 1) as u16;
        self.wish.push(facts.wage_wish.map_or(NONE, wish));
        self.from.push(facts.available_from.map_or(NONE, availability::day_number));
        self.flags.push(flags(person));
    }

    /// How many rows there are, removed ones among them.
    pub(super) fn len(&self) -> usize {
        self.flags.len()
    }

    /// Marks a row as no more.
    pub(super) fn remove(&mut self, row: usize) {
        if let Some(flags) = self.flags.get_mut(row) {
            *flags &= !flag::PRESENT;
        }
    }
}

fn hundredths(position: Position) -> (i16, i16) {
    let round = |degrees: f64| (degrees * 100.0).round() as i16;
    (round(position.latitude()), round(position.longitude()))
}

fn flags(person: &Person<'_>) -> u8 {
    let facts = &person.facts;
    let bit = |set: bool, bit: u8| if set { bit } else { 0 };
    flag::PRESENT
        | bit(person.licences.is_some(), flag::LICENCES)
        | bit(!person.languages.is_empty(), flag::LANGUAGES)
        | bit(!person.occupations.is_empty(), flag::OCCUPATIONS)
        | bit(facts.shifts == Some(false), flag::NO_SHIFTS)
        | bit(facts.abroad == Some(true), flag::GOES)
        | bit(facts.abroad == Some(false), flag::STAYS)
}
