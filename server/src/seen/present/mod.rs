//! People as pages: the words are those of `views::people`, here come names of concepts, days and addresses.

mod alarms;
mod jobs;
mod person;
mod results;

pub(super) use alarms::alarms;
pub(super) use person::{Asked, Fitted, person};
pub(super) use results::results;

use super::model::Sighted;
use crate::discovery::present::Pair;
use crate::http::language::of_labels;
use crate::http::paths;
use crate::people::schooling::Schooling;
use crate::reference::ReferenceBook;
use crate::written::day;
use chrono::NaiveDate;
use matching::Match;
use search::{Concept, OccupationKey, PlaceKey, SkillKey};
use views::advice::Fit;
use views::people::{Available, Shown};
use views::{Locale, format};

/// How well a person fits a vacancy, told no further than the person is seen.
pub(crate) fn fit(pair: Pair<'_>, fit: &Match, seen: &Sighted) -> Fit {
    Fit {
        percent: fit.score.percent(),
        reasons: seen.reasons(fit).map(|reason| pair.reason(reason).text).collect(),
        gaps: seen.gaps(fit).map(|gap| pair.gap(gap).text).collect(),
    }
}

/// The wage that is wished for, where it is seen.
pub(crate) fn wage(locale: Locale, seen: &Sighted) -> Option<String> {
    let (amount, currency) = seen.wage.as_ref()?;
    Some(format::money(locale, *amount, currency, format::Period::Month))
}

fn named(book: &ReferenceBook, locale: Locale, concept: Concept) -> String {
    book.name(concept, of_labels(locale)).to_owned()
}

/// A person at work, and by name where the name is seen.
pub(crate) fn shown(book: &ReferenceBook, locale: Locale, seen: &Sighted, today: NaiveDate) -> Shown {
    let work = &seen.work;
    let name = |concept| named(book, locale, concept);
    let languages = work.languages.iter().map(|spoken| {
        let name = views::words::language(locale, &spoken.language);
        match spoken.level {
            Some(level) => format!("{name} ({})", views::words::language_level(level)),
            None => name,
        }
    });
    let licences = work.licences.iter().filter_map(|(code, _)| book.licences.key(code));
    let tables = Schooling::shipped();
    let schooling = work.schooling.iter().map(|(level, field)| tables.line(locale, level, field.as_deref()));
    let place = [seen.district, seen.province].into_iter().flatten();
    let place: Vec<String> = place.map(|id| name(Concept::Place(PlaceKey(id.unsigned_abs())))).collect();
    let occupations = work.occupations.iter();
    Shown {
        href: paths::person(seen.id),
        name: seen.name.clone(),
        headline: work.headline.clone(),
        occupations: occupations
            .map(|id| name(Concept::Occupation(OccupationKey(id.unsigned_abs()))))
            .collect(),
        skills: work.skills.iter().map(|id| name(Concept::Skill(SkillKey(id.unsigned_abs())))).collect(),
        languages: languages.collect(),
        schooling: schooling.collect(),
        licences: licences.map(|key| book.licences.name(key, of_labels(locale)).to_owned()).collect(),
        months: work.months,
        place: place.join(", "),
        available: match work.available_from {
            Some(from) if from > today => Available::From(day(locale, from)),
            Some(_) => Available::Now,
            None => Available::NotSaid,
        },
        abroad: work.abroad == Some(true),
    }
}
