//! How much of an import was understood.

use crate::people::draft::PersonDraft;
use crate::vacancies::draft::VacancyDraft;

/// From here on an occupation counts as sure.
const SURE: f64 = 0.8;

/// Rows of which each part was understood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Rows read as vacancies or people.
    pub rows: usize,
    /// With an occupation.
    pub occupation: usize,
    /// With an occupation of confidence .8 or more.
    pub occupation_sure: usize,
    /// With a place, be it a country.
    pub place: usize,
    /// With at least one skill.
    pub skills: usize,
}

impl Coverage {
    pub(super) fn add_vacancy(&mut self, draft: &VacancyDraft) {
        let confidence = draft.occupation.map(|(_, confidence)| confidence);
        self.add(confidence, draft.place.confidence.is_some(), !draft.skills.is_empty());
    }

    pub(super) fn add_person(&mut self, draft: &PersonDraft) {
        let confidence = draft.occupations.first().map(|held| held.confidence);
        self.add(confidence, draft.place.country.is_some(), !draft.skills.is_empty());
    }

    fn add(&mut self, occupation: Option<f64>, place: bool, skills: bool) {
        self.rows += 1;
        self.occupation += usize::from(occupation.is_some());
        self.occupation_sure += usize::from(occupation.is_some_and(|confidence| confidence >= SURE));
        self.place += usize::from(place);
        self.skills += usize::from(skills);
    }
}
