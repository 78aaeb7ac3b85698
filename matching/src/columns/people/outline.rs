//! What the search reads of every block: the best of each fact inside.

use super::hot::{HotColumns, NO_LEVEL, NONE, NOWHERE};
use crate::columns::memory::{Sections, Writer};

/// Bits of [`Outline::unknown`]: somebody in the block did not say.
pub(super) mod unknown {
    pub(in crate::columns::people) const QUALIFICATION: u8 = 1;
    pub(in crate::columns::people) const EXPERIENCE: u8 = 2;
    pub(in crate::columns::people) const POSITION: u8 = 4;
    pub(in crate::columns::people) const WISH: u8 = 8;
    pub(in crate::columns::people) const FROM: u8 = 16;
}

/// How many sections an outline takes.
pub(super) const SECTIONS: usize = 13;

/// One array per fact, one element per block, being written.
#[derive(Default)]
struct Drawn {
    grade: Vec<u8>,
    qualification: Vec<u8>,
    experience: Vec<u16>,
    south: Vec<i16>,
    north: Vec<i16>,
    west: Vec<i16>,
    east: Vec<i16>,
    reach: Vec<u16>,
    wish: Vec<u16>,
    from: Vec<u16>,
    unknown: Vec<u8>,
    all: Vec<u8>,
    any: Vec<u8>,
}

/// Writes the outlines of the blocks that begin at `starts`, as sections from `number` on.
pub(super) fn write(hot: &HotColumns, starts: &[u32], to: &mut Writer, number: usize) {
    let mut drawn = Drawn::default();
    for (from, to) in starts.iter().zip(starts.iter().skip(1)) {
        drawn.push(hot, *from as usize, *to as usize);
    }
    to.put(number, drawn.grade);
    to.put(number + 1, drawn.qualification);
    to.put(number + 2, drawn.experience);
    to.put(number + 3, drawn.south);
    to.put(number + 4, drawn.north);
    to.put(number + 5, drawn.west);
    to.put(number + 6, drawn.east);
    to.put(number + 7, drawn.reach);
    to.put(number + 8, drawn.wish);
    to.put(number + 9, drawn.from);
    to.put(number + 10, drawn.unknown);
    to.put(number + 11, drawn.all);
    to.put(number + 12, drawn.any);
}

fn part<T>(column: &[T], from: usize, to: usize) -> &[T] {
    column.get(from..to).unwrap_or_default()
}

impl Drawn {
    fn push(&mut self, hot: &HotColumns, from: usize, to: usize) {
        let levels = part(&hot.qualification, from, to);
        let months = part(&hot.experience, from, to);
        let wishes = part(&hot.wish, from, to);
        let days = part(&hot.from, from, to);
        let flags = part(&hot.flags, from, to);
        let (latitudes, longitudes) = (part(&hot.latitude, from, to), part(&hot.longitude, from, to));
        let known = latitudes.iter().zip(longitudes).filter(|(latitude, _)| **latitude != NOWHERE);
        let places: Vec<(i16, i16)> = known.map(|(latitude, longitude)| (*latitude, *longitude)).collect();
        let norths = || places.iter().map(|place| place.0);
        let easts = || places.iter().map(|place| place.1);
        let bit = |set: bool, bit: u8| if set { bit } else { 0 };
        self.grade.push(part(&hot.grade, from, to).iter().copied().max().unwrap_or(0));
        self.qualification.push(levels.iter().copied().filter(|level| *level != NO_LEVEL).max().unwrap_or(0));
        self.experience.push(months.iter().copied().filter(|months| *months != NONE).max().unwrap_or(0));
        self.south.push(norths().min().unwrap_or(NOWHERE));
        self.north.push(norths().max().unwrap_or(NOWHERE));
        self.west.push(easts().min().unwrap_or(0));
        self.east.push(easts().max().unwrap_or(0));
        self.reach.push(part(&hot.reach, from, to).iter().copied().max().unwrap_or(0));
        self.wish.push(wishes.iter().copied().min().unwrap_or(NONE).min(NONE - 1));
        self.from.push(days.iter().copied().min().unwrap_or(NONE).min(NONE - 1));
        self.unknown.push(
            bit(levels.contains(&NO_LEVEL), unknown::QUALIFICATION)
                | bit(months.contains(&NONE), unknown::EXPERIENCE)
                | bit(places.len() < latitudes.len(), unknown::POSITION)
                | bit(wishes.contains(&NONE), unknown::WISH)
                | bit(days.contains(&NONE), unknown::FROM),
        );
        self.all.push(flags.iter().fold(u8::MAX, |all, flags| all & flags));
        self.any.push(flags.iter().fold(0, |any, flags| any | flags));
    }
}

/// The same to read.
#[derive(Clone, Copy)]
pub(super) struct Outline<'t> {
    /// Most months in the block's occupation, as the formula grades them.
    pub(super) grade: &'t [u8],
    /// Highest known level.
    pub(super) qualification: &'t [u8],
    /// Most known months.
    pub(super) experience: &'t [u16],
    /// The box around all known homes, in hundredths of a degree.
    pub(super) south: &'t [i16],
    pub(super) north: &'t [i16],
    pub(super) west: &'t [i16],
    pub(super) east: &'t [i16],
    /// Farthest that anybody goes.
    pub(super) reach: &'t [u16],
    /// Lowest known wish.
    pub(super) wish: &'t [u16],
    /// First known day.
    pub(super) from: &'t [u16],
    /// See [`unknown`].
    pub(super) unknown: &'t [u8],
    /// Flags that everybody has.
    pub(super) all: &'t [u8],
    /// Flags that anybody has.
    pub(super) any: &'t [u8],
}

impl<'t> Outline<'t> {
    /// The sections from `number` on.
    pub(super) fn new(sections: &'t Sections, number: usize) -> Self {
        Self {
            grade: sections.get(number),
            qualification: sections.get(number + 1),
            experience: sections.get(number + 2),
            south: sections.get(number + 3),
            north: sections.get(number + 4),
            west: sections.get(number + 5),
            east: sections.get(number + 6),
            reach: sections.get(number + 7),
            wish: sections.get(number + 8),
            from: sections.get(number + 9),
            unknown: sections.get(number + 10),
            all: sections.get(number + 11),
            any: sections.get(number + 12),
        }
    }
}
