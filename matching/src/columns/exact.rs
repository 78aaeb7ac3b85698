//! Everything about every person, as given: lists back to back in flat arrays.

use super::lists::Lists;
use crate::formula::{Facts, Person};
use crate::{HeldLanguage, HeldOccupation, HeldSkill, LicenceKey, Profile};

/// One element or list per row.
#[derive(Debug, Clone, Default)]
pub(super) struct Exact {
    facts: Vec<Facts>,
    occupations: Lists<HeldOccupation>,
    skills: Lists<HeldSkill>,
    languages: Lists<HeldLanguage>,
    licences: Lists<LicenceKey>,
    licences_asked: Vec<bool>,
}

impl Exact {
    /// Appends a person.
    pub(super) fn push(&mut self, person: &Person<'_>) {
        self.facts.push(person.facts);
        self.occupations.push(person.occupations);
        self.skills.push(person.skills);
        self.languages.push(person.languages);
        self.licences.push(person.licences.unwrap_or_default());
        self.licences_asked.push(person.licences.is_some());
    }

    /// The person of a row; `None` beyond the last.
    pub(super) fn get(&self, row: usize) -> Option<Person<'_>> {
        let asked = self.licences_asked.get(row).copied().unwrap_or(false);
        Some(Person {
            occupations: self.occupations.get(row),
            skills: self.skills.get(row),
            languages: self.languages.get(row),
            licences: asked.then(|| self.licences.get(row)),
            facts: *self.facts.get(row)?,
        })
    }
}

/// A person in the form that comes in and goes out.
pub(super) fn owned(id: u128, person: &Person<'_>) -> Profile {
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
    Profile {
        id,
        occupations: person.occupations.to_vec(),
        skills: person.skills.to_vec(),
        qualification,
        experience_months,
        languages: person.languages.to_vec(),
        position,
        wage_wish,
        available_from,
        licences: person.licences.map(<[LicenceKey]>::to_vec),
        shifts,
        max_distance_km,
        abroad,
    }
}
