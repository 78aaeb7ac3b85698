//! A person in a few lines.

use crate::desk::Row;
use crate::{Arg, Locale, format, text, text_args};

/// Skills that stand in a list; the page of the person has all.
const SKILLS: usize = 8;

/// From when on somebody can work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Available {
    /// Nobody said.
    NotSaid,
    /// At once.
    Now,
    /// From a day on, as it is written.
    From(String),
}

/// A person at work, and by name where the reader may see it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Its page.
    pub href: String,
    /// The name, where it may be seen.
    pub name: Option<String>,
    /// Who this is at work, in the person's own words.
    pub headline: String,
    /// Occupations, best first.
    pub occupations: Vec<String>,
    /// Skills.
    pub skills: Vec<String>,
    /// Languages with their levels.
    pub languages: Vec<String>,
    /// What was finished at schools.
    pub schooling: Vec<String>,
    /// Licences.
    pub licences: Vec<String>,
    /// Months of work in all.
    pub months: Option<u32>,
    /// Where; empty where nobody said.
    pub place: String,
    /// From when on.
    pub available: Available,
    /// Whether work abroad would do.
    pub abroad: bool,
}

impl Shown {
    /// The name; else the occupation, or the person's own words.
    pub(super) fn title(&self, locale: Locale) -> String {
        let work = self.occupations.first().cloned();
        let own = Some(self.headline.clone()).filter(|line| !line.is_empty());
        self.name.clone().or(work).or(own).unwrap_or_else(|| text(locale, "people-somebody"))
    }

    /// What the person can do, a line each; the first `skills` of the skills.
    pub(super) fn work(&self, locale: Locale, skills: usize) -> Vec<String> {
        let title = self.title(locale);
        let listed = |names: &[String], key| {
            let names = names.join(", ");
            (!names.is_empty()).then(|| text_args(locale, key, &[("names", Arg::Text(&names))]))
        };
        let held: Vec<String> = self.skills.iter().take(skills).cloned().collect();
        let months = self.months.filter(|months| *months > 0).map(|months| format::duration(locale, months));
        let months = months.map(|time| text_args(locale, "people-experience", &[("time", Arg::Text(&time))]));
        let others: Vec<String> = self.occupations.iter().filter(|name| **name != title).cloned().collect();
        let own = Some(self.headline.clone()).filter(|line| !line.is_empty() && *line != title);
        let all = [
            own,
            (!others.is_empty()).then(|| others.join(", ")),
            months,
            listed(&held, "people-skills"),
            listed(&self.schooling, "people-schooling"),
            listed(&self.languages, "people-languages"),
            listed(&self.licences, "people-licences"),
        ];
        all.into_iter().flatten().collect()
    }

    /// Where and from when on.
    pub(super) fn terms(&self, locale: Locale) -> Vec<String> {
        let place = Some(self.place.clone()).filter(|place| !place.is_empty());
        let available = match &self.available {
            Available::NotSaid => None,
            Available::Now => Some(text(locale, "people-available-now")),
            Available::From(day) => {
                Some(text_args(locale, "people-available-from", &[("day", Arg::Text(day))]))
            }
        };
        let abroad = self.abroad.then(|| text(locale, "people-abroad"));
        [place, available, abroad].into_iter().flatten().collect()
    }

    /// As one of a list.
    pub(crate) fn row(&self, locale: Locale) -> Row {
        let facts = self.work(locale, SKILLS).into_iter().chain(self.terms(locale)).collect();
        Row { title: self.title(locale), href: Some(self.href.clone()), facts, ..Row::default() }
    }
}
