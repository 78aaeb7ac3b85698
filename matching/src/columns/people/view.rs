//! The columns of a table of people: written from records, read through a view.

use super::hot::{self, Hot, HotColumns};
use super::outline::{self, Outline};
use super::record::Held;
use super::wants::{MANY_GROUPS, NO_GROUP};
use crate::columns::grades;
use crate::columns::memory::{Sections, Writer};
use crate::columns::place::cell;
use crate::columns::table::postings::{self, Naming, Postings};
use crate::columns::table::{Columns, Frame, Kind, Place, Table, kind_section};
use crate::formula::{Person, occupation};

/// Marks a table of people.
pub(in crate::columns) enum PeopleKind {}

impl Kind for PeopleKind {
    const MAGIC: u64 = u64::from_le_bytes(*b"viak-ppl");
    type Columns = PeopleColumns;
}

/// Whoever names more occupations than this is met in one place only.
const MOST_PLACES: usize = 6;

const OUTLINE: usize = kind_section(hot::SECTIONS);
const SKILLS: usize = OUTLINE + outline::SECTIONS;
const LANGUAGES: usize = SKILLS + postings::SECTIONS;
const LICENCES: usize = LANGUAGES + postings::SECTIONS;

/// What the search reads of people, being written.
#[derive(Default)]
pub(in crate::columns) struct PeopleColumns {
    entries: u32,
    held: Held,
    named: Vec<(u32, u8)>,
    hot: HotColumns,
    skills: Naming,
    languages: Naming,
    licences: Naming,
}

impl Columns for PeopleColumns {
    fn places(record: &[u8], found: &mut Vec<Place>) {
        let mut held = Held::default();
        let person = held.read(record);
        let order = person.facts.position.map_or(u32::MAX, cell);
        for work in person.occupations {
            let (group, grade) = (work.isco.packed(), occupation::grade(work.months));
            match found.iter_mut().find(|place| place.group == group) {
                Some(place) => place.grade = place.grade.max(grade),
                None => found.push(Place { group, order, grade }),
            }
        }
        if found.len() > MOST_PLACES {
            found.clear();
            found.push(Place { group: MANY_GROUPS, order, grade: occupation::SEASONED as u8 });
        }
        if found.is_empty() {
            found.push(Place { group: NO_GROUP, order, grade: 0 });
        }
    }

    fn push(&mut self, record: &[u8], place: Place) {
        let entry = self.entries;
        self.entries += 1;
        let person = self.held.read(record);
        self.hot.push(&person, place, is_sole(&person, place));
        let skills = person.skills.iter().map(|held| (held.skill.0, grades::of_skill(*held)));
        self.named.clear();
        self.named.extend(skills);
        self.skills.add_best(&mut self.named, entry, grades::skill_outdoes);
        let languages = person.languages.iter().map(|held| (held.language.0, grades::of_language(*held)));
        self.named.clear();
        self.named.extend(languages);
        self.languages.add_best(&mut self.named, entry, grades::language_outdoes);
        for licence in person.licences.unwrap_or_default() {
            self.licences.add(licence.0, entry, 0);
        }
    }

    fn write(self, to: &mut Writer, starts: &[u32]) {
        outline::write(&self.hot, starts, to, OUTLINE);
        self.hot.write(to);
        self.skills.write(to, SKILLS, starts, |best, grade, _| grades::best_skill(best, grade));
        self.languages.write(to, LANGUAGES, starts, |best, grade, _| grades::best_language(best, grade));
        self.licences.write(to, LICENCES, starts, |_, _, _| 0);
    }
}

/// Whether the person names the occupation of the place and no other.
fn is_sole(person: &Person<'_>, place: Place) -> bool {
    !person.occupations.is_empty() && person.occupations.iter().all(|work| work.isco.packed() == place.group)
}

/// A table of people to read.
pub(super) struct View<'t> {
    pub(super) frame: Frame<'t>,
    pub(super) hot: Hot<'t>,
    pub(super) outline: Outline<'t>,
    pub(super) skills: Postings<'t>,
    pub(super) languages: Postings<'t>,
    pub(super) licences: Postings<'t>,
}

impl<'t> View<'t> {
    pub(super) fn new(table: &'t Table<PeopleKind>) -> Self {
        let sections: &'t Sections = table.sections();
        Self {
            frame: table.frame(),
            hot: Hot::new(sections),
            outline: Outline::new(sections, OUTLINE),
            skills: Postings::new(sections, SKILLS),
            languages: Postings::new(sections, LANGUAGES),
            licences: Postings::new(sections, LICENCES),
        }
    }
}
