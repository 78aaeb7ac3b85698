//! A profile as a CV: finished facts for the press.

use super::{named, wage};
use crate::http::language::of_labels;
use crate::people::model::{LanguageTest, Licence as HeldLicence};
use crate::people::profile::{self, Profile};
use crate::reference::ReferenceBook;
use chrono::NaiveDate;
use print::{Confirmed, Contacts, Cv, Experience, Language, Licence, Qualification, Skill, When, Wishes};
use sea_orm::ActiveEnum;
use search::Concept;
use views::Locale;
use views::profile::{skill_evidence, skill_level};

/// The owner's own CV, with everything that the owner has said; the owner decides who gets it.
pub(in crate::people) fn cv(book: &ReferenceBook, locale: Locale, profile: &Profile, today: NaiveDate) -> Cv {
    let name = profile.name(locale != Locale::Lao);
    let titles = profile.experience.first().map(|job| job.title.clone()).unwrap_or_default();
    let headline = if profile.headline.is_empty() { titles } else { profile.headline.clone() };
    let reach = profile.reach.clone();
    Cv {
        name,
        headline,
        district: super::place_line(book, locale, profile).unwrap_or_default(),
        contacts: Some(Contacts {
            phone: reach.phone.unwrap_or_default(),
            email: reach.email.unwrap_or_default(),
        }),
        about: String::new(),
        wishes: Wishes {
            pay: wage(locale, profile).unwrap_or_default(),
            from: profile.wishes.available_from.map(When::Day),
            ..Wishes::default()
        },
        experience: profile.experience.iter().map(job).collect(),
        qualifications: profile.education.iter().map(|held| school(locale, held)).collect(),
        skills: skills(book, locale, profile),
        languages: languages(locale, profile),
        licences: licences(book, locale, profile),
        printed_on: today,
    }
}

fn job(job: &profile::Experience) -> Experience {
    Experience {
        title: job.title.clone(),
        employer: job.employer.clone(),
        from: Some(When::Month(job.began)),
        until: job.ended.map(When::Month),
        tasks: job.tasks.clone(),
        confirmed: Confirmed::SelfStated,
    }
}

/// What was learnt, and what is not finished yet.
fn school(locale: Locale, held: &profile::Education) -> Qualification {
    let line = super::schools::line(locale, held);
    let title = if held.finished { line } else { views::profile::unfinished(locale, &line) };
    let title = [title, held.certificate.clone()].into_iter().filter(|part| !part.is_empty());
    Qualification {
        title: title.collect::<Vec<_>>().join(" – "),
        school: held.school.clone(),
        when: held.year.map(When::Year),
        confirmed: Confirmed::SelfStated,
    }
}

fn skills(book: &ReferenceBook, locale: Locale, profile: &Profile) -> Vec<Skill> {
    let skill = |held: &crate::people::draft::DraftPersonSkill| Skill {
        name: named(book, locale, Concept::Skill(held.skill)),
        level: held.level.map(|level| skill_level(locale, level)).unwrap_or_default(),
        evidence: skill_evidence(locale, &held.evidence.to_value()),
        confirmed: Confirmed::SelfStated,
    };
    profile.skills.iter().map(skill).collect()
}

fn languages(locale: Locale, profile: &Profile) -> Vec<Language> {
    let test = |test: &LanguageTest| {
        let LanguageTest { name, score, valid_until: _ } = test.clone();
        print::LanguageTest { name, score, taken: None }
    };
    let language = |spoken: &crate::people::model::SpokenLanguage| Language {
        name: views::words::language(locale, &spoken.language),
        level: spoken.level.map(views::words::language_level).unwrap_or_default(),
        test: spoken.test.as_ref().map(test),
        confirmed: Confirmed::SelfStated,
    };
    profile.languages.iter().map(language).collect()
}

fn licences(book: &ReferenceBook, locale: Locale, profile: &Profile) -> Vec<Licence> {
    let licence = |held: &HeldLicence| {
        let key = book.licences.key(&held.code)?;
        Some(Licence {
            name: book.licences.name(key, of_labels(locale)).to_owned(),
            number: held.number.clone().unwrap_or_default(),
            valid_until: held.valid_until.map(When::Day),
            confirmed: Confirmed::SelfStated,
        })
    };
    profile.licences.iter().flatten().filter_map(licence).collect()
}
