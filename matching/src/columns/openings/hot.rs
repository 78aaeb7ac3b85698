//! What the search reads of every opening: each fact rounded to the opening's advantage.

use crate::columns::memory::{Sections, Writer};
use crate::columns::people::{NOWHERE, WISH_UNIT, hundredths};
use crate::columns::table::{LANES, kind_section, padded};
use crate::formula::{Demand, availability, experience};

/// In `qualification`: none wanted.
pub(super) const NO_LEVEL: u8 = u8::MAX;
/// In `wage` and `starts`: not stated.
pub(super) const NONE: u16 = u16::MAX;
/// In `wage`: beyond what its two bytes can say.
pub(super) const ENDLESS: u16 = u16::MAX - 1;
/// What `shrinking` is at the equator.
pub(super) const UNSHRUNK: f32 = 65_535.0;

/// In `way`: how the way to work counts.
pub(super) mod way {
    /// By kilometres.
    pub(in crate::columns::openings) const LOCAL: u8 = 0;
    /// Work in another country.
    pub(in crate::columns::openings) const ABROAD: u8 = 1;
    /// Work from anywhere.
    pub(in crate::columns::openings) const REMOTE: u8 = 2;
}

/// How the way to work counts, for an opening.
pub(super) fn way_of(demand: &Demand) -> u8 {
    match (demand.terms.remote, demand.terms.abroad) {
        (true, _) => way::REMOTE,
        (false, true) => way::ABROAD,
        (false, false) => way::LOCAL,
    }
}

/// One array per fact, one element per opening, being written.
#[derive(Default)]
pub(super) struct HotColumns {
    pub(super) weight: Vec<u16>,
    pub(super) qualification: Vec<u8>,
    pub(super) experience: Vec<u16>,
    pub(super) latitude: Vec<i16>,
    pub(super) longitude: Vec<i16>,
    pub(super) shrinking: Vec<u16>,
    pub(super) way: Vec<u8>,
    pub(super) wage: Vec<u16>,
    pub(super) starts: Vec<u16>,
}

/// How many sections [`HotColumns`] takes.
pub(super) const SECTIONS: usize = 9;

impl HotColumns {
    /// Appends an opening.
    pub(super) fn push(&mut self, demand: &Demand) {
        let terms = &demand.terms;
        let (latitude, longitude) = terms.position.map_or((NOWHERE, 0), hundredths);
        let shrinking =
            terms.position.map_or(0, |work| (work.shrinking() * 65_535 / 1_000_000).clamp(0, 65_535));
        let wage = |kip: u64| kip.div_ceil(WISH_UNIT).min(u64::from(ENDLESS)) as u16;
        self.weight.push(terms.skill_weight.min(u32::from(u16::MAX)) as u16);
        self.qualification.push(terms.qualification.map_or(NO_LEVEL, |level| level.min(NO_LEVEL - 1)));
        self.experience.push(terms.experience_months.unwrap_or(0).min(experience::LONGEST) as u16);
        self.latitude.push(latitude);
        self.longitude.push(longitude);
        self.shrinking.push(shrinking as u16);
        self.way.push(way_of(demand));
        self.wage.push(terms.wage.map_or(NONE, wage));
        self.starts.push(terms.starts.map_or(NONE, availability::day_number));
    }

    /// Writes the sections.
    pub(super) fn write(self, to: &mut Writer) {
        to.put(kind_section(0), padded(self.weight));
        to.put(kind_section(1), padded(self.qualification));
        to.put(kind_section(2), padded(self.experience));
        to.put(kind_section(3), padded(self.latitude));
        to.put(kind_section(4), padded(self.longitude));
        to.put(kind_section(5), padded(self.shrinking));
        to.put(kind_section(6), padded(self.way));
        to.put(kind_section(7), padded(self.wage));
        to.put(kind_section(8), padded(self.starts));
    }
}

/// The same to read: of all openings, or of a block.
#[derive(Clone, Copy)]
pub(super) struct Hot<'t> {
    /// Sum of the weights of the wanted skills.
    pub(super) weight: &'t [u16],
    /// Wanted level of the national framework.
    pub(super) qualification: &'t [u8],
    /// Wanted months.
    pub(super) experience: &'t [u16],
    /// Hundredths of a degree.
    pub(super) latitude: &'t [i16],
    /// Hundredths of a degree.
    pub(super) longitude: &'t [i16],
    /// Cosine of the latitude, in [`UNSHRUNK`], rounded down.
    pub(super) shrinking: &'t [u16],
    /// See [`way`].
    pub(super) way: &'t [u8],
    /// Highest offer, rounded up.
    pub(super) wage: &'t [u16],
    /// Number of the first day.
    pub(super) starts: &'t [u16],
}

impl<'t> Hot<'t> {
    /// Of all openings.
    pub(super) fn new(sections: &'t Sections) -> Self {
        Self {
            weight: sections.get(kind_section(0)),
            qualification: sections.get(kind_section(1)),
            experience: sections.get(kind_section(2)),
            latitude: sections.get(kind_section(3)),
            longitude: sections.get(kind_section(4)),
            shrinking: sections.get(kind_section(5)),
            way: sections.get(kind_section(6)),
            wage: sections.get(kind_section(7)),
            starts: sections.get(kind_section(8)),
        }
    }

    /// Of a block, to the next whole tile.
    #[inline]
    pub(super) fn block(&self, (start, length): (usize, usize)) -> Self {
        let range = start..start + length.next_multiple_of(LANES);
        Self {
            weight: self.weight.get(range.clone()).unwrap_or_default(),
            qualification: self.qualification.get(range.clone()).unwrap_or_default(),
            experience: self.experience.get(range.clone()).unwrap_or_default(),
            latitude: self.latitude.get(range.clone()).unwrap_or_default(),
            longitude: self.longitude.get(range.clone()).unwrap_or_default(),
            shrinking: self.shrinking.get(range.clone()).unwrap_or_default(),
            way: self.way.get(range.clone()).unwrap_or_default(),
            wage: self.wage.get(range.clone()).unwrap_or_default(),
            starts: self.starts.get(range).unwrap_or_default(),
        }
    }
}
