//! What the search reads of every entry: fifteen bytes, each rounded to the person's advantage.

use crate::Position;
use crate::columns::memory::{Sections, Writer};
use crate::columns::table::{LANES, Place, kind_section, padded};
use crate::formula::{Person, availability, experience};

/// Bits of [`Hot::flags`].
pub(super) mod flag {
    /// No occupation but that of the entry is named.
    pub(in crate::columns::people) const SOLE: u8 = 1;
    /// Somebody asked for licences.
    pub(in crate::columns::people) const LICENCES: u8 = 2;
    /// Languages are named.
    pub(in crate::columns::people) const LANGUAGES: u8 = 4;
    /// Does not work shifts.
    pub(in crate::columns::people) const NO_SHIFTS: u8 = 16;
    /// Would go abroad.
    pub(in crate::columns::people) const GOES: u8 = 32;
    /// Would not go abroad.
    pub(in crate::columns::people) const STAYS: u8 = 64;
}

/// In `qualification`: unknown.
pub(super) const NO_LEVEL: u8 = u8::MAX;
/// In the columns of two unsigned bytes: unknown, or without end.
pub(super) const NONE: u16 = u16::MAX;
/// In `latitude`: unknown.
pub(in crate::columns) const NOWHERE: i16 = i16::MIN;
/// Kip per month in one unit of `wish`.
pub(in crate::columns) const WISH_UNIT: u64 = 100_000;

/// One array per fact, one element per entry, being written.
#[derive(Default)]
pub(super) struct HotColumns {
    pub(super) grade: Vec<u8>,
    pub(super) qualification: Vec<u8>,
    pub(super) experience: Vec<u16>,
    pub(super) latitude: Vec<i16>,
    pub(super) longitude: Vec<i16>,
    pub(super) reach: Vec<u16>,
    pub(super) wish: Vec<u16>,
    pub(super) from: Vec<u16>,
    pub(super) flags: Vec<u8>,
}

impl HotColumns {
    /// Appends an entry of a person.
    pub(super) fn push(&mut self, person: &Person<'_>, place: Place, sole: bool) {
        let facts = &person.facts;
        let (latitude, longitude) = facts.position.map_or((NOWHERE, 0), hundredths);
        self.grade.push(place.grade);
        self.qualification.push(facts.qualification.map_or(NO_LEVEL, |level| level.min(NO_LEVEL - 1)));
        self.experience.push(facts.experience_months.map_or(NONE, |has| has.min(experience::LONGEST) as u16));
        self.latitude.push(latitude);
        self.longitude.push(longitude);
        self.reach.push(facts.max_distance_km.map_or(NONE, |km| km.min(u32::from(NONE)) as u16));
        let wish = |kip: u64| (kip / WISH_UNIT).min(u64::from(NONE) - 1) as u16;
        self.wish.push(facts.wage_wish.map_or(NONE, wish));
        self.from.push(facts.available_from.map_or(NONE, availability::day_number));
        self.flags.push(flags(person, sole));
    }

    /// Writes the sections.
    pub(super) fn write(self, to: &mut Writer) {
        to.put(kind_section(0), padded(self.grade));
        to.put(kind_section(1), padded(self.qualification));
        to.put(kind_section(2), padded(self.experience));
        to.put(kind_section(3), padded(self.latitude));
        to.put(kind_section(4), padded(self.longitude));
        to.put(kind_section(5), padded(self.reach));
        to.put(kind_section(6), padded(self.wish));
        to.put(kind_section(7), padded(self.from));
        to.put(kind_section(8), padded(self.flags));
    }
}

/// How many sections [`HotColumns`] takes.
pub(super) const SECTIONS: usize = 9;

/// Degrees north and east in hundredths, rounded.
pub(in crate::columns) fn hundredths(position: Position) -> (i16, i16) {
    let round = |degrees: f64| (degrees * 100.0).round() as i16;
    (round(position.latitude()), round(position.longitude()))
}

fn flags(person: &Person<'_>, sole: bool) -> u8 {
    let facts = &person.facts;
    let bit = |set: bool, bit: u8| if set { bit } else { 0 };
    bit(sole, flag::SOLE)
        | bit(person.licences.is_some(), flag::LICENCES)
        | bit(!person.languages.is_empty(), flag::LANGUAGES)
        | bit(facts.shifts == Some(false), flag::NO_SHIFTS)
        | bit(facts.abroad == Some(true), flag::GOES)
        | bit(facts.abroad == Some(false), flag::STAYS)
}

/// The same to read: of all entries, or of a block.
#[derive(Clone, Copy)]
pub(super) struct Hot<'t> {
    /// Months in the entry's occupation, as the formula grades them.
    pub(super) grade: &'t [u8],
    /// Level of the national framework.
    pub(super) qualification: &'t [u8],
    /// Months.
    pub(super) experience: &'t [u16],
    /// Hundredths of a degree.
    pub(super) latitude: &'t [i16],
    /// Hundredths of a degree.
    pub(super) longitude: &'t [i16],
    /// Kilometres that the person accepts.
    pub(super) reach: &'t [u16],
    /// Wanted wage in [`WISH_UNIT`], rounded down.
    pub(super) wish: &'t [u16],
    /// Number of the first possible day.
    pub(super) from: &'t [u16],
    /// See [`flag`].
    pub(super) flags: &'t [u8],
}

impl<'t> Hot<'t> {
    /// Of all entries.
    pub(super) fn new(sections: &'t Sections) -> Self {
        Self {
            grade: sections.get(kind_section(0)),
            qualification: sections.get(kind_section(1)),
            experience: sections.get(kind_section(2)),
            latitude: sections.get(kind_section(3)),
            longitude: sections.get(kind_section(4)),
            reach: sections.get(kind_section(5)),
            wish: sections.get(kind_section(6)),
            from: sections.get(kind_section(7)),
            flags: sections.get(kind_section(8)),
        }
    }

    /// Of a block, to the next whole tile.
    #[inline]
    pub(super) fn block(&self, (start, length): (usize, usize)) -> Self {
        let range = start..start + length.next_multiple_of(LANES);
        Self {
            grade: self.grade.get(range.clone()).unwrap_or_default(),
            qualification: self.qualification.get(range.clone()).unwrap_or_default(),
            experience: self.experience.get(range.clone()).unwrap_or_default(),
            latitude: self.latitude.get(range.clone()).unwrap_or_default(),
            longitude: self.longitude.get(range.clone()).unwrap_or_default(),
            reach: self.reach.get(range.clone()).unwrap_or_default(),
            wish: self.wish.get(range.clone()).unwrap_or_default(),
            from: self.from.get(range.clone()).unwrap_or_default(),
            flags: self.flags.get(range).unwrap_or_default(),
        }
    }
}
