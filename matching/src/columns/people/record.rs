//! A person in few bytes, exactly as given, and back.

use chrono::{Datelike, NaiveDate};

use crate::columns::grades;
use crate::columns::memory::varint::{Reader, put, put_known};
use crate::formula::{Facts, Person};
use crate::{HeldLanguage, HeldOccupation, HeldSkill, IscoCode, LanguageKey, LicenceKey, Position, SkillKey};

/// Bits of the first two bytes.
mod said {
    pub(super) const QUALIFICATION: u16 = 1;
    pub(super) const EXPERIENCE: u16 = 1 << 1;
    pub(super) const POSITION: u16 = 1 << 2;
    pub(super) const WISH: u16 = 1 << 3;
    pub(super) const FROM: u16 = 1 << 4;
    pub(super) const DISTANCE: u16 = 1 << 5;
    pub(super) const LICENCES: u16 = 1 << 6;
    pub(super) const SHIFTS: u16 = 1 << 7;
    pub(super) const ABROAD: u16 = 1 << 8;
    pub(super) const WORKS_SHIFTS: u16 = 1 << 9;
    pub(super) const GOES_ABROAD: u16 = 1 << 10;
}

/// Appends a person.
pub(super) fn write(to: &mut Vec<u8>, person: &Person<'_>) {
    let Facts {
        qualification,
        experience_months,
        position,
        wage_wish,
        available_from,
        shifts,
        max_distance_km,
        abroad,
    } = person.facts;
    let bit = |set: bool, bit: u16| if set { bit } else { 0 };
    let said = bit(qualification.is_some(), said::QUALIFICATION)
        | bit(experience_months.is_some(), said::EXPERIENCE)
        | bit(position.is_some(), said::POSITION)
        | bit(wage_wish.is_some(), said::WISH)
        | bit(available_from.is_some(), said::FROM)
        | bit(max_distance_km.is_some(), said::DISTANCE)
        | bit(person.licences.is_some(), said::LICENCES)
        | bit(shifts.is_some(), said::SHIFTS)
        | bit(abroad.is_some(), said::ABROAD)
        | bit(shifts == Some(true), said::WORKS_SHIFTS)
        | bit(abroad == Some(true), said::GOES_ABROAD);
    to.extend(said.to_le_bytes());
    to.extend(qualification);
    if let Some(months) = experience_months {
        put(to, u64::from(months));
    }
    if let Some(position) = position {
        let (latitude, longitude) = position.millionths();
        to.extend(latitude.to_le_bytes().into_iter().chain(longitude.to_le_bytes()));
    }
    if let Some(wish) = wage_wish {
        put(to, wish);
    }
    if let Some(day) = available_from {
        to.extend(day.num_days_from_ce().to_le_bytes());
    }
    if let Some(km) = max_distance_km {
        put(to, u64::from(km));
    }
    write_lists(to, person);
}

fn write_lists(to: &mut Vec<u8>, person: &Person<'_>) {
    put(to, person.occupations.len() as u64);
    for work in person.occupations {
        to.extend(work.isco.packed().to_le_bytes());
        put_known(to, work.months.map(u64::from));
    }
    put(to, person.skills.len() as u64);
    for held in person.skills {
        put(to, u64::from(held.skill.0));
        to.push(grades::of_skill(*held));
    }
    put(to, person.languages.len() as u64);
    for held in person.languages {
        put(to, u64::from(held.language.0) << 1 | u64::from(held.tested));
        put_known(to, held.level.map(u64::from));
    }
    let licences = person.licences.unwrap_or_default();
    put(to, licences.len() as u64);
    for licence in licences {
        put(to, u64::from(licence.0));
    }
}

/// A person read from a record. One is read into again and again.
#[derive(Debug, Default)]
pub(in crate::columns) struct Held {
    occupations: Vec<HeldOccupation>,
    skills: Vec<HeldSkill>,
    languages: Vec<HeldLanguage>,
    licences: Vec<LicenceKey>,
    licences_asked: bool,
    facts: Facts,
}

impl Held {
    /// Reads a record.
    pub(in crate::columns) fn read(&mut self, record: &[u8]) -> Person<'_> {
        let reader = &mut Reader(record);
        let said = reader.short();
        self.licences_asked = said & said::LICENCES != 0;
        self.facts = facts(reader, said);
        self.read_lists(reader);
        self.person()
    }

    fn person(&self) -> Person<'_> {
        Person {
            occupations: &self.occupations,
            skills: &self.skills,
            languages: &self.languages,
            licences: self.licences_asked.then_some(&self.licences),
            facts: self.facts,
        }
    }

    fn read_lists(&mut self, reader: &mut Reader<'_>) {
        let Self { occupations, skills, languages, licences, .. } = self;
        fill(occupations, reader, |reader| {
            let isco = IscoCode::from_packed(reader.short());
            let months = reader.known().map(|months| months as u32);
            isco.map(|isco| HeldOccupation { isco, months })
        });
        fill(skills, reader, |reader| {
            let skill = SkillKey(reader.number() as u32);
            let (level, evidence) = grades::skill(reader.byte());
            Some(HeldSkill { skill, level, evidence })
        });
        fill(languages, reader, |reader| {
            let key = reader.number();
            let level = reader.known().map(|level| level as u8);
            Some(HeldLanguage { language: LanguageKey((key >> 1) as u32), level, tested: key & 1 == 1 })
        });
        fill(licences, reader, |reader| Some(LicenceKey(reader.number() as u32)));
    }
}

/// Reads a list: how many, then one after the other.
fn fill<T>(list: &mut Vec<T>, reader: &mut Reader<'_>, next: impl Fn(&mut Reader<'_>) -> Option<T>) {
    list.clear();
    for _ in 0..reader.number() {
        if reader.is_empty() {
            return;
        }
        list.extend(next(reader));
    }
}

fn facts(reader: &mut Reader<'_>, said: u16) -> Facts {
    let has = |bit: u16| said & bit != 0;
    Facts {
        qualification: has(said::QUALIFICATION).then(|| reader.byte()),
        experience_months: has(said::EXPERIENCE).then(|| reader.number() as u32),
        position: has(said::POSITION)
            .then(|| Position::from_millionths(reader.signed(), reader.signed()))
            .flatten(),
        wage_wish: has(said::WISH).then(|| reader.number()),
        available_from: has(said::FROM)
            .then(|| NaiveDate::from_num_days_from_ce_opt(reader.signed()))
            .flatten(),
        max_distance_km: has(said::DISTANCE).then(|| reader.number() as u32),
        shifts: has(said::SHIFTS).then(|| has(said::WORKS_SHIFTS)),
        abroad: has(said::ABROAD).then(|| has(said::GOES_ABROAD)),
    }
}
