//! The columns of a table of openings: written from records, read through a view.

use super::hot::{self, Hot, HotColumns};
use super::kinds::{self, Kinds, KindsColumns};
use super::offers::NO_GROUP;
use super::outline::{self, Outline};
use super::record;
use crate::columns::grades;
use crate::columns::memory::{Sections, Writer};
use crate::columns::place::cell;
use crate::columns::table::postings::{self, Naming, Postings};
use crate::columns::table::{Columns, Frame, Kind, Place, Table, kind_section};
use crate::formula::{Demand, skills};

/// Marks a table of openings.
pub(in crate::columns) enum OpeningsKind {}

impl Kind for OpeningsKind {
    const MAGIC: u64 = u64::from_le_bytes(*b"viak-opn");
    type Columns = OpeningsColumns;
}

const OUTLINE: usize = kind_section(hot::SECTIONS);
const SKILLS: usize = OUTLINE + outline::SECTIONS;
const SPOKEN: usize = SKILLS + postings::SECTIONS;
const STATED: usize = SPOKEN + kinds::SECTIONS;

/// Behind all cells.
const NO_CELL: u32 = (1 << 29) - 1;

/// What the search reads of openings, being written.
#[derive(Default)]
pub(in crate::columns) struct OpeningsColumns {
    entries: u32,
    demand: Demand,
    hot: HotColumns,
    skills: Naming,
    spoken: KindsColumns,
    stated: KindsColumns,
}

impl Columns for OpeningsColumns {
    fn places(record: &[u8], found: &mut Vec<Place>) {
        let mut demand = Demand::default();
        record::read(record, &mut demand);
        let group = demand.terms.isco.map_or(NO_GROUP, crate::IscoCode::packed);
        let cell = demand.terms.position.map_or(NO_CELL, cell);
        let unskilled = u32::from(demand.skills.is_empty());
        let order = u32::from(hot::way_of(&demand)) << 30 | unskilled << 29 | cell.min(NO_CELL);
        found.push(Place { group, order, grade: 0 });
    }

    fn push(&mut self, record: &[u8], _: Place) {
        let entry = self.entries;
        self.entries += 1;
        record::read(record, &mut self.demand);
        self.hot.push(&self.demand);
        for wanted in &self.demand.skills {
            self.skills.add(wanted.skill.0, entry, grades::of_wanted(*wanted));
        }
        let (mut spoken, mut stated) = (Vec::new(), Vec::new());
        record::write_languages(&mut spoken, &self.demand.languages);
        record::write_conditions(&mut stated, &self.demand.conditions);
        self.spoken.push(spoken);
        self.stated.push(stated);
    }

    fn write(self, to: &mut Writer, starts: &[u32]) {
        outline::write(&self.hot, starts, to, OUTLINE);
        let part = |entry: u32, grade: u8| {
            let weight = self.hot.weight.get(entry as usize).copied().unwrap_or(1);
            part_of_all(grade, weight)
        };
        self.skills.write(to, SKILLS, starts, |best, grade, entry| best.unwrap_or(0).max(part(entry, grade)));
        self.hot.write(to);
        self.spoken.write(to, SPOKEN);
        self.stated.write(to, STATED);
    }
}

/// What part of all wanted weight the skill of this grade is: of 255, rounded up.
fn part_of_all(grade: u8, weight: u16) -> u8 {
    let own = if grades::wanted(grade).1 { skills::ESSENTIAL } else { skills::USEFUL };
    (255 * own).div_ceil(u32::from(weight.max(1))).min(255) as u8
}

/// A table of openings to read.
pub(super) struct View<'t> {
    pub(super) frame: Frame<'t>,
    pub(super) hot: Hot<'t>,
    pub(super) outline: Outline<'t>,
    pub(super) skills: Postings<'t>,
    pub(super) spoken: Kinds<'t>,
    pub(super) stated: Kinds<'t>,
}

impl<'t> View<'t> {
    pub(super) fn new(table: &'t Table<OpeningsKind>) -> Self {
        let sections: &'t Sections = table.sections();
        Self {
            frame: table.frame(),
            hot: Hot::new(sections),
            outline: Outline::new(sections, OUTLINE),
            skills: Postings::new(sections, SKILLS),
            spoken: Kinds::new(sections, SPOKEN),
            stated: Kinds::new(sections, STATED),
        }
    }
}
