//! What the search reads of every block of openings: the easiest and the best of each fact inside.

use super::hot::{HotColumns, NO_LEVEL, NONE, way};
use crate::columns::memory::{Sections, Writer};
use crate::columns::people::NOWHERE;

/// Bits of [`Outline::some`]: of some opening in the block it is true.
pub(super) mod some {
    pub(in crate::columns::openings) const REMOTE: u8 = 1;
    pub(in crate::columns::openings) const ABROAD: u8 = 2;
    pub(in crate::columns::openings) const NOWHERE: u8 = 4;
    pub(in crate::columns::openings) const NO_WAGE: u8 = 8;
    pub(in crate::columns::openings) const NO_START: u8 = 16;
    pub(in crate::columns::openings) const NO_SKILLS: u8 = 32;
}

/// How many sections an outline takes.
pub(super) const SECTIONS: usize = 10;

/// One array per fact, one element per block, being written.
#[derive(Default)]
struct Drawn {
    qualification: Vec<u8>,
    experience: Vec<u16>,
    south: Vec<i16>,
    north: Vec<i16>,
    west: Vec<i16>,
    east: Vec<i16>,
    shrinking: Vec<u16>,
    wage: Vec<u16>,
    starts: Vec<u16>,
    some: Vec<u8>,
}

/// Writes the outlines of the blocks that begin at `starts`, as sections from `number` on.
pub(super) fn write(hot: &HotColumns, starts: &[u32], to: &mut Writer, number: usize) {
    let mut drawn = Drawn::default();
    for (from, to) in starts.iter().zip(starts.iter().skip(1)) {
        drawn.push(hot, *from as usize, *to as usize);
    }
    to.put(number, drawn.qualification);
    to.put(number + 1, drawn.experience);
    to.put(number + 2, drawn.south);
    to.put(number + 3, drawn.north);
    to.put(number + 4, drawn.west);
    to.put(number + 5, drawn.east);
    to.put(number + 6, drawn.shrinking);
    to.put(number + 7, drawn.wage);
    to.put(number + 8, drawn.starts);
    to.put(number + 9, drawn.some);
}

fn part<T>(column: &[T], from: usize, to: usize) -> &[T] {
    column.get(from..to).unwrap_or_default()
}

impl Drawn {
    fn push(&mut self, hot: &HotColumns, from: usize, to: usize) {
        let levels = part(&hot.qualification, from, to).iter();
        let ways = part(&hot.way, from, to);
        let (wages, days) = (part(&hot.wage, from, to), part(&hot.starts, from, to));
        let points = part(&hot.latitude, from, to).iter().zip(part(&hot.longitude, from, to));
        let local = points.zip(part(&hot.shrinking, from, to)).zip(ways);
        let local = local.filter(|(_, kind)| **kind == way::LOCAL).map(|(place, _)| place);
        let mut known: Vec<(i16, i16, u16)> =
            local.map(|((latitude, longitude), shrinking)| (*latitude, *longitude, *shrinking)).collect();
        let nowhere = known.iter().any(|place| place.0 == NOWHERE);
        known.retain(|place| place.0 != NOWHERE);
        let bit = |set: bool, bit: u8| if set { bit } else { 0 };
        let easiest = levels.map(|level| if *level == NO_LEVEL { 0 } else { *level }).min();
        self.qualification.push(easiest.unwrap_or(0));
        self.experience.push(part(&hot.experience, from, to).iter().copied().min().unwrap_or(0));
        self.south.push(known.iter().map(|place| place.0).min().unwrap_or(NOWHERE));
        self.north.push(known.iter().map(|place| place.0).max().unwrap_or(NOWHERE));
        self.west.push(known.iter().map(|place| place.1).min().unwrap_or(0));
        self.east.push(known.iter().map(|place| place.1).max().unwrap_or(0));
        self.shrinking.push(known.iter().map(|place| place.2).min().unwrap_or(0));
        self.wage.push(wages.iter().copied().filter(|wage| *wage != NONE).max().unwrap_or(0));
        self.starts.push(days.iter().copied().filter(|day| *day != NONE).max().unwrap_or(0));
        self.some.push(
            bit(ways.contains(&way::REMOTE), some::REMOTE)
                | bit(ways.contains(&way::ABROAD), some::ABROAD)
                | bit(nowhere, some::NOWHERE)
                | bit(wages.contains(&NONE), some::NO_WAGE)
                | bit(days.contains(&NONE), some::NO_START)
                | bit(part(&hot.weight, from, to).contains(&0), some::NO_SKILLS),
        );
    }
}

/// The same to read.
#[derive(Clone, Copy)]
pub(super) struct Outline<'t> {
    /// Lowest wanted level, 0 where some opening wants none.
    pub(super) qualification: &'t [u8],
    /// Fewest wanted months.
    pub(super) experience: &'t [u16],
    /// The box around all known places of work at home, in hundredths of a degree.
    pub(super) south: &'t [i16],
    pub(super) north: &'t [i16],
    pub(super) west: &'t [i16],
    pub(super) east: &'t [i16],
    /// The least there.
    pub(super) shrinking: &'t [u16],
    /// Highest stated offer.
    pub(super) wage: &'t [u16],
    /// Last stated day.
    pub(super) starts: &'t [u16],
    /// See [`some`].
    pub(super) some: &'t [u8],
}

impl<'t> Outline<'t> {
    /// The sections from `number` on.
    pub(super) fn new(sections: &'t Sections, number: usize) -> Self {
        Self {
            qualification: sections.get(number),
            experience: sections.get(number + 1),
            south: sections.get(number + 2),
            north: sections.get(number + 3),
            west: sections.get(number + 4),
            east: sections.get(number + 5),
            shrinking: sections.get(number + 6),
            wage: sections.get(number + 7),
            starts: sections.get(number + 8),
            some: sections.get(number + 9),
        }
    }
}
