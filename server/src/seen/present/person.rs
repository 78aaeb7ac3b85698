//! A person's page, as one onlooker sees it.

use super::jobs::jobs;
use super::{fit, shown, wage};
use crate::access::model::{Audience, Tie};
use crate::accounts::model::Phone;
use crate::consent::model::{Answer, Request};
use crate::discovery::present::Pair;
use crate::discovery::questions::VacanciesFound;
use crate::http::errand::{Errand, to_me};
use crate::http::paths;
use crate::people::ages::Ages;
use crate::seen::model::{Born, Covered, Limits, Onlooker, Purposes, Sighted, Told};
use crate::written;
use chrono::NaiveDate;
use matching::{Match, Opening, Profile};
use views::desk::DeskPage;
use views::people::{self, AskedBefore, Birth, PersonPage, RevealForm, RevealProblem, Value, ValueWord, Why};
use views::{Link, Locale, text};

/// What was asked for on the page just now, and what came of it.
#[derive(Default)]
pub(in crate::seen) struct Asked {
    /// What was sent: value, purpose, words.
    pub(in crate::seen) typed: (String, String, String),
    /// Why it was refused.
    pub(in crate::seen) problem: Option<RevealProblem>,
    /// A value that is shown this once.
    pub(in crate::seen) revealed: Option<(Covered, String)>,
    /// A vacancy of the reader for which the person is looked at.
    pub(in crate::seen) fits: Option<Fitted>,
    /// What the reader's organisations asked the person before, the newest first.
    pub(in crate::seen) before: Vec<Request>,
    /// The jobs that fit the person, for whoever advises it.
    pub(in crate::seen) jobs: Option<VacanciesFound>,
}

/// How well the person fits a vacancy of the reader.
#[derive(Clone, Debug)]
pub(in crate::seen) struct Fitted {
    /// How well, and why.
    pub(in crate::seen) fit: Match,
    /// The person as matching knows it.
    pub(in crate::seen) profile: Profile,
    /// The vacancy as matching knows it.
    pub(in crate::seen) opening: Opening,
    /// Its title, and the page of all who fit it.
    pub(in crate::seen) vacancy: Link,
}

fn why(onlooker: &Onlooker, seen: &Sighted) -> Why {
    match onlooker.audience {
        Some(Audience::DistrictOfficer) => Why::Area,
        Some(Audience::OverseasOfficer) => Why::Overseas,
        Some(_) | None if seen.ties.hold(Tie::Consent) => Why::Consent,
        Some(Audience::Agency) => Why::Agency,
        Some(_) | None => Why::Employer,
    }
}

fn birth(locale: Locale, born: &Born, today: NaiveDate) -> Birth {
    match born {
        Born::Nothing => Birth::Nothing,
        Born::Unknown => Birth::Unknown,
        Born::On(date, precision) => Birth::On(written::birth(locale, (*date, *precision))),
        Born::OfAge(yes) => Birth::OfAge(*yes, Ages::on(today).of_age),
        Born::Band(from) => Birth::Band(*from),
    }
}

fn value(told: &Told) -> Value {
    match told {
        Told::Nothing => Value::Nothing,
        Told::Unknown => Value::Unknown,
        Told::Covered(text) => Value::Covered(text.clone()),
        Told::Full(text) => Value::Full(text.clone()),
    }
}

fn word(of: Covered) -> ValueWord {
    match of {
        Covered::Phone => ValueWord::Phone,
        Covered::Email => ValueWord::Email,
    }
}

fn purposes(locale: Locale) -> Vec<(String, String)> {
    let all = Purposes::shipped().all().iter();
    all.map(|purpose| (purpose.code.as_str().to_owned(), purpose.name(locale).to_owned())).collect()
}

/// The page.
pub(in crate::seen) fn person(
    errand: &Errand,
    onlooker: &Onlooker,
    seen: &Sighted,
    asked: Asked,
) -> DeskPage {
    let (visit, book) = (&errand.visit, errand.visit.platform.book());
    let locale = visit.locale;
    let covered: Vec<(String, ValueWord)> = Covered::ALL
        .into_iter()
        .filter(|of| matches!(seen.told(*of), Told::Covered(_)))
        .map(|of| (of.code().to_owned(), word(of)))
        .collect();
    let Asked { typed, problem, revealed, fits, before, jobs: found } = asked;
    let fits = fits.map(|Fitted { fit: held, profile, opening, vacancy }| {
        let pair = Pair { book: &book, locale, profile: &profile, opening: &opening };
        (fit(pair, &held, seen), vacancy)
    });
    let reveal = (!covered.is_empty()).then(|| RevealForm {
        action: paths::person_reveal(seen.id),
        values: covered,
        purposes: purposes(locale),
        typed,
        problem,
        usual: Limits::shipped().reveals_alarm,
    });
    let page = PersonPage {
        chrome: errand.chrome(),
        shown: shown(&book, locale, seen, visit.today),
        why: why(onlooker, seen),
        birth: birth(locale, &seen.birth, visit.today),
        phone: value(&seen.phone),
        email: value(&seen.email),
        address: seen.address.clone(),
        wage: wage(locale, seen),
        reveal,
        revealed: revealed.map(|(of, value)| (word(of), readable(of, value))),
        asked: asked_before(locale, &before, visit.today),
        ask: (!seen.ties.hold(Tie::Consent) && onlooker.asks_for_consent())
            .then(|| paths::consent_question(seen.id)),
        documents: onlooker.verifies(seen.ties).then(|| paths::officer_documents(seen.id)),
        fit: fits,
        jobs: found.map(|found| jobs(errand, seen, &found)),
        links: vec![Link::new(paths::PEOPLE, text(locale, "people-title")), to_me(locale)],
    };
    people::person(page)
}

/// What waits for an answer, else the last no.
fn asked_before(locale: Locale, requests: &[Request], today: NaiveDate) -> Option<AskedBefore> {
    if let Some(open) = requests.iter().find(|asked| asked.is_open(today)) {
        return Some(AskedBefore::Waiting(written::day(locale, open.open_until)));
    }
    let last = requests.first().filter(|asked| asked.answer == Some(Answer::Refused))?;
    Some(AskedBefore::Refused(written::day_of(locale, last.asked_at)))
}

/// A value that was shown, as people read it aloud.
fn readable(covered: Covered, value: String) -> String {
    let phone = (covered == Covered::Phone).then(|| value.parse::<Phone>().ok()).flatten();
    phone.map_or(value, |phone| phone.in_groups())
}
