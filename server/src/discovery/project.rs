//! What does matching know of a row? Exactly the fields that may count: a function that never sees
//! name, sex, age, phone or identity cannot let them in.

use crate::db::entities::{person, vacancy, vacancy_skill};
use crate::people::model::SkillEvidence;
use crate::people::store::WithSkills;
use crate::reference::ReferenceBook;
use crate::reference::spoken::language_key;
use crate::vacancies::model::{Arrangement, StatedCondition};
use chrono::NaiveDate;
use matching::{
    Condition, Evidence, HeldLanguage, HeldOccupation, HeldSkill, IscoCode, Level, Opening, Position,
    Profile, SkillKey, WantedLanguage, WantedSkill,
};
use search::{OccupationKey, PlaceKey};

/// CEFR level that an advert means when it names a language and no level: B1.
const LEVEL_WHEN_NONE_IS_NAMED: u8 = 3;

/// A person as matching knows it.
pub(crate) fn profile(book: &ReferenceBook, row: &WithSkills, today: NaiveDate) -> Profile {
    let WithSkills { person, occupations, skills, consented: _ } = row;
    Profile {
        id: person.id.as_u128(),
        occupations: occupations
            .iter()
            .filter_map(|held| {
                let isco = isco(book, held.occupation_id)?;
                Some(HeldOccupation {
                    isco,
                    months: held.months.and_then(|months| u32::try_from(months).ok()),
                })
            })
            .collect(),
        skills: skills
            .iter()
            .map(|held| HeldSkill {
                skill: SkillKey(held.skill_id.unsigned_abs()),
                level: held.level.and_then(level),
                evidence: evidence(held.evidence),
            })
            .collect(),
        qualification: person.qualification.and_then(|level| u8::try_from(level).ok()),
        experience_months: person.experience_months.and_then(|months| u32::try_from(months).ok()),
        languages: spoken(person),
        position: position(book, person.district_id.or(person.province_id)),
        wage_wish: book.rates.wish_in_kip(person.wage_wish, person.wage_currency.as_deref(), today),
        available_from: person.available_from,
        licences: person
            .licences
            .as_ref()
            .map(|held| held.0.iter().filter_map(|licence| book.licences.key(&licence.code)).collect()),
        shifts: person.shifts,
        max_distance_km: person.max_distance_km.and_then(|km| u32::try_from(km).ok()),
        abroad: person.abroad,
    }
}

fn spoken(person: &person::Model) -> Vec<HeldLanguage> {
    person
        .languages
        .0
        .iter()
        .filter_map(|spoken| {
            let language = language_key(&spoken.language)?;
            Some(HeldLanguage { language, level: spoken.level, tested: spoken.tested })
        })
        .collect()
}

/// A vacancy as matching knows it.
pub(crate) fn opening(
    book: &ReferenceBook,
    vacancy: &vacancy::Model,
    skills: &[vacancy_skill::Model],
    today: NaiveDate,
) -> Opening {
    let isco = vacancy.occupation_id.and_then(|id| isco(book, id));
    let a_month = |amount: Option<i64>| {
        book.rates.kip_per_month(amount?, vacancy.wage_currency.as_deref()?, vacancy.wage_period?, today)
    };
    let (low, high) = (vacancy.wage_min, vacancy.wage_max);
    Opening {
        id: vacancy.id.as_u128(),
        isco,
        skills: skills
            .iter()
            .map(|wanted| WantedSkill {
                skill: SkillKey(wanted.skill_id.unsigned_abs()),
                essential: wanted.essential,
                level: wanted.level.and_then(level),
            })
            .collect(),
        qualification: vacancy.qualification.and_then(|level| u8::try_from(level).ok()),
        experience_months: vacancy.experience_months.and_then(|months| u32::try_from(months).ok()),
        languages: vacancy
            .languages
            .0
            .iter()
            .filter_map(|wanted| {
                let language = language_key(&wanted.language)?;
                Some(WantedLanguage { language, level: wanted.level.unwrap_or(LEVEL_WHEN_NONE_IS_NAMED) })
            })
            .collect(),
        position: position(book, vacancy.district_id.or(vacancy.province_id)),
        remote: vacancy.arrangement == Some(Arrangement::Remote),
        abroad: vacancy.abroad,
        wage: a_month(low.or(high)).zip(a_month(high.or(low))),
        starts: vacancy.starts_on,
        conditions: vacancy.conditions.0.iter().filter_map(|stated| condition(book, stated, isco)).collect(),
    }
}

fn condition(book: &ReferenceBook, stated: &StatedCondition, isco: Option<IscoCode>) -> Option<Condition> {
    match stated {
        StatedCondition::Licence { code } => book.licences.key(code).map(Condition::Licence),
        StatedCondition::LanguageTest { language, level } => {
            Some(Condition::LanguageTest { language: language_key(language)?, level: *level })
        }
        StatedCondition::Qualification { level } => Some(Condition::Qualification(*level)),
        StatedCondition::Experience { months } => Some(Condition::Experience { isco, months: *months }),
        StatedCondition::Shift => Some(Condition::Shift),
    }
}

fn isco(book: &ReferenceBook, id: i32) -> Option<IscoCode> {
    IscoCode::try_from(book.isco(OccupationKey(id.unsigned_abs()))?).ok()
}

fn position(book: &ReferenceBook, place: Option<i32>) -> Option<Position> {
    let centre = book.place(PlaceKey(place?.unsigned_abs()))?.centre?;
    Position::from_degrees(f64::from(centre.lat), f64::from(centre.lon)).ok()
}

fn level(stored: i32) -> Option<Level> {
    match stored {
        1 => Some(Level::Basic),
        2 => Some(Level::Working),
        3 => Some(Level::Skilled),
        4 => Some(Level::Expert),
        _ => None,
    }
}

fn evidence(stored: SkillEvidence) -> Evidence {
    match stored {
        SkillEvidence::Inferred => Evidence::Inferred,
        SkillEvidence::Claimed => Evidence::Claimed,
        SkillEvidence::Experience => Evidence::Experience,
        SkillEvidence::Certificate => Evidence::Certificate,
    }
}
