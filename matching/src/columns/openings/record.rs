//! An opening in few bytes, as the formula reads one, and back.

use chrono::{Datelike, NaiveDate};

use crate::columns::grades;
use crate::columns::memory::varint::{Reader, put};
use crate::formula::{Demand, Terms};
use crate::{Condition, IscoCode, LanguageKey, LicenceKey, Position, SkillKey, WantedLanguage, WantedSkill};

/// Bits of the first byte.
mod said {
    pub(super) const ISCO: u8 = 1;
    pub(super) const QUALIFICATION: u8 = 1 << 1;
    pub(super) const EXPERIENCE: u8 = 1 << 2;
    pub(super) const POSITION: u8 = 1 << 3;
    pub(super) const WAGE: u8 = 1 << 4;
    pub(super) const STARTS: u8 = 1 << 5;
    pub(super) const REMOTE: u8 = 1 << 6;
    pub(super) const ABROAD: u8 = 1 << 7;
}

/// Appends an opening.
pub(super) fn write(to: &mut Vec<u8>, demand: &Demand) {
    let Terms {
        isco,
        skill_weight: _,
        qualification,
        experience_months,
        position,
        remote,
        abroad,
        wage,
        starts,
    } = demand.terms;
    let bit = |set: bool, bit: u8| if set { bit } else { 0 };
    to.push(
        bit(isco.is_some(), said::ISCO)
            | bit(qualification.is_some(), said::QUALIFICATION)
            | bit(experience_months.is_some(), said::EXPERIENCE)
            | bit(position.is_some(), said::POSITION)
            | bit(wage.is_some(), said::WAGE)
            | bit(starts.is_some(), said::STARTS)
            | bit(remote, said::REMOTE)
            | bit(abroad, said::ABROAD),
    );
    if let Some(isco) = isco {
        to.extend(isco.packed().to_le_bytes());
    }
    to.extend(qualification);
    if let Some(months) = experience_months {
        put(to, u64::from(months));
    }
    if let Some(position) = position {
        let (latitude, longitude) = position.millionths();
        to.extend(latitude.to_le_bytes().into_iter().chain(longitude.to_le_bytes()));
    }
    if let Some(kip) = wage {
        put(to, kip);
    }
    if let Some(day) = starts {
        to.extend(day.num_days_from_ce().to_le_bytes());
    }
    put(to, demand.skills.len() as u64);
    for wanted in &demand.skills {
        put(to, u64::from(wanted.skill.0));
        to.push(grades::of_wanted(*wanted));
    }
    write_languages(to, &demand.languages);
    write_conditions(to, &demand.conditions);
}

/// Appends wanted languages.
pub(super) fn write_languages(to: &mut Vec<u8>, languages: &[WantedLanguage]) {
    put(to, languages.len() as u64);
    for wanted in languages {
        put(to, u64::from(wanted.language.0));
        to.push(wanted.level);
    }
}

/// Appends conditions.
pub(super) fn write_conditions(to: &mut Vec<u8>, conditions: &[Condition]) {
    put(to, conditions.len() as u64);
    for condition in conditions {
        match *condition {
            Condition::Licence(licence) => {
                to.push(0);
                put(to, u64::from(licence.0));
            }
            Condition::LanguageTest { language, level } => {
                to.extend([1, level]);
                put(to, u64::from(language.0));
            }
            Condition::Qualification(level) => to.extend([2, level]),
            Condition::Experience { isco: None, months } => {
                to.push(3);
                put(to, u64::from(months));
            }
            Condition::Experience { isco: Some(isco), months } => {
                to.push(4);
                to.extend(isco.packed().to_le_bytes());
                put(to, u64::from(months));
            }
            Condition::Shift => to.push(5),
        }
    }
}

/// Reads a record into `demand`.
pub(in crate::columns) fn read(record: &[u8], demand: &mut Demand) {
    let reader = &mut Reader(record);
    let said = reader.byte();
    let has = |bit: u8| said & bit != 0;
    let isco = has(said::ISCO).then(|| IscoCode::from_packed(reader.short())).flatten();
    let qualification = has(said::QUALIFICATION).then(|| reader.byte());
    let experience_months = has(said::EXPERIENCE).then(|| reader.number() as u32);
    let position = has(said::POSITION).then(|| Position::from_millionths(reader.signed(), reader.signed()));
    let wage = has(said::WAGE).then(|| reader.number());
    let starts = has(said::STARTS).then(|| NaiveDate::from_num_days_from_ce_opt(reader.signed()));
    read_skills(reader, &mut demand.skills);
    read_languages(reader, &mut demand.languages);
    read_conditions(reader, &mut demand.conditions);
    demand.terms = Terms {
        isco,
        skill_weight: demand.skills.iter().map(|wanted| wanted.weight()).sum(),
        qualification,
        experience_months,
        position: position.flatten(),
        remote: has(said::REMOTE),
        abroad: has(said::ABROAD),
        wage,
        starts: starts.flatten(),
    };
}

fn read_skills(reader: &mut Reader<'_>, skills: &mut Vec<WantedSkill>) {
    skills.clear();
    for _ in 0..reader.number() {
        if reader.is_empty() {
            return;
        }
        let skill = SkillKey(reader.number() as u32);
        let (level, essential) = grades::wanted(reader.byte());
        skills.push(WantedSkill { skill, essential, level });
    }
}

/// Reads wanted languages.
pub(super) fn read_languages(reader: &mut Reader<'_>, languages: &mut Vec<WantedLanguage>) {
    languages.clear();
    for _ in 0..reader.number() {
        if reader.is_empty() {
            return;
        }
        let language = LanguageKey(reader.number() as u32);
        languages.push(WantedLanguage { language, level: reader.byte() });
    }
}

/// Reads conditions.
pub(super) fn read_conditions(reader: &mut Reader<'_>, conditions: &mut Vec<Condition>) {
    conditions.clear();
    for _ in 0..reader.number() {
        if reader.is_empty() {
            return;
        }
        conditions.extend(condition(reader));
    }
}

fn condition(reader: &mut Reader<'_>) -> Option<Condition> {
    match reader.byte() {
        0 => Some(Condition::Licence(LicenceKey(reader.number() as u32))),
        1 => {
            let level = reader.byte();
            Some(Condition::LanguageTest { language: LanguageKey(reader.number() as u32), level })
        }
        2 => Some(Condition::Qualification(reader.byte())),
        3 => Some(Condition::Experience { isco: None, months: reader.number() as u32 }),
        4 => {
            let isco = IscoCode::from_packed(reader.short());
            let months = reader.number() as u32;
            isco.map(|group| Condition::Experience { isco: Some(group), months })
        }
        5 => Some(Condition::Shift),
        _ => None,
    }
}
