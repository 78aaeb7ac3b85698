//! Profiles as pages: the words are those of `views::profile`, here come names of concepts, days and addresses.

#[cfg(feature = "pdf")]
pub(super) mod cv;
mod lists;
mod schools;
mod seen;
mod typed;

use super::model::Visibility;
use super::profile::{Part, Profile};
use crate::http::errand::Errand;
use crate::http::language::of_labels;
use crate::http::paths;
use crate::reference::ReferenceBook;
use crate::written::birth;
use search::{Concept, PlaceKey};
use views::desk::DeskPage;
use views::profile::{Done, Overview, PartView, Problem, Shell, VisibilityWord, Ways};
use views::{Locale, format};

pub(super) use lists::{AskedSkill, experience, languages, licences, place, skills};
pub(super) use schools::{education, typed_school};
pub(super) use seen::as_seen;
pub(super) use typed::{
    typed_identity, typed_job, typed_language, typed_licence, typed_place, typed_skill, typed_wishes,
};

/// Where the pages are.
const WAYS: Ways = Ways {
    overview: paths::PROFILE,
    name: paths::PROFILE_NAME,
    place: paths::PROFILE_PLACE,
    experience: paths::PROFILE_EXPERIENCE,
    education: paths::PROFILE_EDUCATION,
    skills: paths::PROFILE_SKILLS,
    languages: paths::PROFILE_LANGUAGES,
    licences: paths::PROFILE_LICENCES,
    documents: paths::PROFILE_DOCUMENTS,
    claim: paths::CLAIM,
    wishes: paths::PROFILE_WISHES,
    visibility: paths::PROFILE_VISIBILITY,
    seen: paths::PROFILE_AS_SEEN,
    upload: paths::PROFILE_UPLOAD,
    found: paths::PROFILE_FOUND,
    cv: if cfg!(feature = "pdf") { Some(paths::PROFILE_CV) } else { None },
    home: paths::ME,
};

/// What all pages of a profile share.
pub(super) fn shell(
    errand: &Errand,
    typed: Vec<(String, String)>,
    problems: Vec<(&'static str, Problem)>,
    done: Option<Done>,
) -> Shell {
    Shell { chrome: errand.chrome(), ways: WAYS, done, typed, problems, clash: None }
}

/// The word for who sees a profile.
pub(super) fn visibility_word(visibility: Visibility) -> VisibilityWord {
    match visibility {
        Visibility::Hidden => VisibilityWord::Hidden,
        Visibility::Anonymous => VisibilityWord::Anonymous,
        Visibility::Open => VisibilityWord::Open,
    }
}

/// The name of a concept for a reader.
fn named(book: &ReferenceBook, locale: Locale, concept: Concept) -> String {
    book.name(concept, of_labels(locale)).to_owned()
}

/// District and province in a line; none where the owner has not said.
fn place_line(book: &ReferenceBook, locale: Locale, profile: &Profile) -> Option<String> {
    let named = |key: Option<PlaceKey>| key.map(|key| named(book, locale, Concept::Place(key)));
    let parts: Vec<String> =
        [named(profile.district), named(profile.province)].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Names of the skills, best first.
fn skill_names(book: &ReferenceBook, locale: Locale, profile: &Profile) -> Vec<String> {
    profile.skills.iter().map(|held| named(book, locale, Concept::Skill(held.skill))).collect()
}

/// Names of the languages with their levels, best first.
fn language_names(locale: Locale, profile: &Profile) -> Vec<String> {
    let said = |spoken: &super::model::SpokenLanguage| {
        let name = views::words::language(locale, &spoken.language);
        match spoken.level {
            Some(level) => format!("{name} ({})", views::words::language_level(level)),
            None => name,
        }
    };
    profile.languages.iter().map(said).collect()
}

/// Names of the licences.
fn licence_names(book: &ReferenceBook, locale: Locale, profile: &Profile) -> Vec<String> {
    let held = profile.licences.iter().flatten();
    let named = held.filter_map(|licence| book.licences.key(&licence.code));
    named.map(|key| book.licences.name(key, of_labels(locale)).to_owned()).collect()
}

/// The wage that is wished for.
fn wage(locale: Locale, profile: &Profile) -> Option<String> {
    let (amount, currency) = profile.wishes.wage.as_ref()?;
    Some(format::money(locale, *amount, currency, format::Period::Month))
}

/// What there is of a part, in a line or two.
fn facts(book: &ReferenceBook, locale: Locale, profile: &Profile, part: Part) -> Vec<String> {
    let together = |names: Vec<String>| if names.is_empty() { Vec::new() } else { vec![names.join(", ")] };
    match part {
        Part::Name => {
            let name = Some(profile.name(false)).filter(|name| !name.is_empty());
            name.into_iter().chain(profile.birth.map(|date| birth(locale, date))).collect()
        }
        Part::Place => place_line(book, locale, profile).into_iter().collect(),
        Part::Experience => together(profile.experience.iter().map(|job| job.title.clone()).collect()),
        Part::Education => profile.education.iter().map(|school| schools::line(locale, school)).collect(),
        Part::Skills => together(skill_names(book, locale, profile)),
        Part::Languages => together(language_names(locale, profile)),
        Part::Licences => together(licence_names(book, locale, profile)),
        Part::Wishes => [profile.headline.clone()].into_iter().chain(wage(locale, profile)).collect(),
    }
}

/// The overview.
pub(super) fn overview(shell: &Shell, book: &ReferenceBook, profile: Option<&Profile>) -> DeskPage {
    let locale = shell.chrome.locale;
    let view = |part: Part| PartView {
        part: part.word(),
        facts: profile.map(|profile| facts(book, locale, profile, part)).unwrap_or_default(),
        there: profile.is_some_and(|profile| part.is_in(profile)),
    };
    let visibility = profile.map_or(Visibility::Hidden, |profile| profile.visibility);
    let overview = Overview {
        parts: Part::ALL.into_iter().map(view).collect(),
        visibility: visibility_word(visibility),
        cv_in: if profile.is_some() { Locale::ALL.into() } else { Vec::new() },
    };
    views::profile::overview(shell, overview)
}
