//! The steps that are lists, and the place, as pages.

use super::{licence_names, named, place_line};
use crate::http::language::of_labels;
use crate::http::{paths, query};
use crate::people::entry::{GONE, mark};
use crate::people::model::{Licence, SpokenLanguage};
use crate::people::profile::{Experience, LANGUAGES, Profile};
use crate::reference::ReferenceBook;
use crate::written::{day, month};
use chrono::NaiveDate;
use sea_orm::ActiveEnum;
use search::{Concept, PlaceKey};
use views::Locale;
use views::desk::DeskPage;
use views::profile::{Asked, Change, Districts, Held, HeldJob, HeldSkill, Shell, SkillChoice, valid_until};

/// The way to the form of an entry.
pub(super) fn change_way(way: &str, id: &str) -> String {
    paths::with_query(way, &query::encode([("change", id)]))
}

/// Work so far; `asked` is the job whose occupation is asked for, with what it may be; `change` the one that is changed.
pub(in crate::people) fn experience(
    shell: &Shell,
    book: &ReferenceBook,
    profile: Option<&Profile>,
    (asked, change): (Option<(Experience, Vec<Concept>)>, Option<&Experience>),
) -> DeskPage {
    let locale = shell.chrome.locale;
    let jobs = profile.iter().flat_map(|profile| &profile.experience).map(|job| HeldJob {
        id: job.id.to_string(),
        title: job.title.clone(),
        employer: job.employer.clone(),
        from: month(job.began),
        until: job.ended.map(month),
        occupation: job.occupation.map(|key| named(book, locale, Concept::Occupation(key))),
        choose: paths::with_query(paths::PROFILE_EXPERIENCE, &query::encode([("job", job.id.to_string())])),
    });
    let asked = asked.map(|(job, choices)| Asked {
        id: job.id.to_string(),
        text: job.title,
        choices: choices_of(book, locale, choices),
    });
    let change =
        change.map(|job| Change { id: job.id.to_string(), title: job.title.clone(), seen: mark(job) });
    views::profile::experience(shell, jobs.collect(), (asked, change))
}

fn choices_of(book: &ReferenceBook, locale: Locale, concepts: Vec<Concept>) -> Vec<(String, String)> {
    let choice = |concept| (book.codes.code(concept).to_owned(), named(book, locale, concept));
    concepts.into_iter().map(choice).collect()
}

/// What is asked about a skill.
pub(in crate::people) enum AskedSkill {
    /// Nothing.
    Nothing,
    /// Which of these a text means.
    Which(String, Vec<Concept>),
    /// How well one is held.
    How(Concept),
}

/// Skills.
pub(in crate::people) fn skills(
    shell: &Shell,
    book: &ReferenceBook,
    profile: Option<&Profile>,
    asked: AskedSkill,
) -> DeskPage {
    let locale = shell.chrome.locale;
    let code = |concept| book.codes.code(concept).to_owned();
    let held = profile.iter().flat_map(|profile| &profile.skills).map(|held| {
        let concept = Concept::Skill(held.skill);
        HeldSkill {
            id: code(concept),
            name: named(book, locale, concept),
            level: held.level,
            evidence: held.evidence.to_value(),
            change: paths::profile_skill(&code(concept), false),
        }
    });
    let choice = match asked {
        AskedSkill::Nothing => SkillChoice::Nothing,
        AskedSkill::Which(text, concepts) => {
            let choices = choices_of(book, locale, concepts);
            SkillChoice::Which(Asked { id: String::new(), text, choices })
        }
        AskedSkill::How(concept) => {
            let mut held = profile.iter().flat_map(|profile| &profile.skills);
            let held = held.find(|held| Concept::Skill(held.skill) == concept);
            SkillChoice::How(Change {
                id: code(concept),
                title: named(book, locale, concept),
                seen: held.map_or_else(|| GONE.to_owned(), mark),
            })
        }
    };
    views::profile::skills(shell, held.collect(), choice)
}

fn until(locale: Locale, until: Option<NaiveDate>, today: NaiveDate) -> Option<String> {
    until.map(|until| valid_until(locale, &day(locale, until), until < today))
}

/// Languages.
pub(in crate::people) fn languages(
    shell: &Shell,
    profile: Option<&Profile>,
    today: NaiveDate,
    change: Option<&SpokenLanguage>,
) -> DeskPage {
    let locale = shell.chrome.locale;
    let held = profile.iter().flat_map(|profile| &profile.languages).map(|spoken| {
        let level = spoken.level.map(views::words::language_level);
        let test = spoken.test.iter().flat_map(|test| {
            let named = [test.name.as_str(), test.score.as_str()].join(" ").trim().to_owned();
            [Some(named), until(locale, test.valid_until, today)].into_iter().flatten()
        });
        Held {
            id: spoken.language.clone(),
            title: views::words::language(locale, &spoken.language),
            facts: level.into_iter().chain(test).collect(),
            change: change_way(paths::PROFILE_LANGUAGES, &spoken.language),
        }
    });
    let change = change.map(|spoken| Change {
        id: spoken.language.clone(),
        title: views::words::language(locale, &spoken.language),
        seen: mark(spoken),
    });
    views::profile::languages(shell, held.collect(), (&LANGUAGES, change))
}

/// Licences.
pub(in crate::people) fn licences(
    shell: &Shell,
    book: &ReferenceBook,
    (profile, change): (Option<&Profile>, Option<&Licence>),
    today: NaiveDate,
) -> DeskPage {
    let locale = shell.chrome.locale;
    let licences = profile.and_then(|profile| profile.licences.as_ref());
    let names = profile.map(|profile| licence_names(book, locale, profile)).unwrap_or_default();
    let held = licences.iter().flat_map(|held| held.iter()).zip(names).map(|(licence, title)| Held {
        id: licence.code.clone(),
        title,
        facts: licence.number.clone().into_iter().chain(until(locale, licence.valid_until, today)).collect(),
        change: change_way(paths::PROFILE_LICENCES, &licence.code),
    });
    let name_of = |code: &str| {
        let key = book.licences.key(code);
        key.map(|key| book.licences.name(key, of_labels(locale)).to_owned()).unwrap_or_default()
    };
    let change = change.map(|licence| Change {
        id: licence.code.clone(),
        title: name_of(&licence.code),
        seen: mark(licence),
    });
    let known = book
        .licences
        .all()
        .map(|(code, key)| (code.to_owned(), book.licences.name(key, of_labels(locale)).to_owned()));
    views::profile::licences(shell, held.collect(), (licences.is_some(), change), known.collect())
}

/// Where somebody lives; `province` is the one within which a district is chosen.
pub(in crate::people) fn place(
    shell: &Shell,
    book: &ReferenceBook,
    profile: Option<&Profile>,
    province: Option<PlaceKey>,
) -> DeskPage {
    let locale = shell.chrome.locale;
    let listed = |key: PlaceKey| {
        let concept = Concept::Place(key);
        (book.codes.code(concept).to_owned(), named(book, locale, concept))
    };
    let provinces = book.provinces_at_home().iter().copied().map(listed).collect();
    let districts = province.map(|province| Districts {
        province: listed(province).0,
        name: listed(province).1,
        districts: book.districts_of(province).into_iter().map(listed).collect(),
    });
    let now = profile.and_then(|profile| place_line(book, locale, profile));
    views::profile::place(shell, now, provinces, districts)
}
