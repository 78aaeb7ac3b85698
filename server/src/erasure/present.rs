//! Erasures as pages: the words are those of `views::erasure`.

use super::model::{Hold, Seen, Waiting};
use super::tables::{Class, goes};
use crate::http::errand::{Errand, to_me};
use crate::http::paths;
use crate::ids::PersonId;
use crate::written::day_of;
use chrono::TimeDelta;
use views::account::{Problems, Proof};
use views::desk::DeskPage;
use views::erasure::{self as pages, Done, OfficeDone, OfficePage, OfficeProblem, OwnPage, Waits};
use views::retention::TermWord;
use views::{Link, Locale, text};

fn hold(hold: Hold) -> pages::Hold {
    match hold {
        Hold::IdentityCase => pages::Hold::IdentityCase,
        Hold::LastAdministrator => pages::Hold::LastAdministrator,
    }
}

fn waits(locale: Locale, waiting: &Waiting) -> Waits {
    Waits { until: day_of(locale, waiting.due_at), office: waiting.asked_by.is_some() }
}

fn classes() -> (Vec<Class>, Vec<Class>) {
    Class::ALL.into_iter().partition(|class| goes(*class))
}

/// The page on which the owner of an account asks.
pub(super) fn own(
    errand: &Errand,
    (seen, term, trail): (&Seen, TimeDelta, TermWord),
    (second_factor, problems): (bool, Problems),
    done: Option<Done>,
) -> DeskPage {
    let chrome = errand.chrome();
    let locale = chrome.locale;
    let (goes, stays) = classes();
    pages::own(OwnPage {
        goes,
        stays,
        trail,
        days: term.num_days(),
        waits: seen.waiting.as_ref().map(|waiting| waits(locale, waiting)),
        hold: seen.hold.map(hold),
        proof: if second_factor { Proof::Both } else { Proof::Password },
        problems,
        done,
        ask: paths::ERASURE,
        back: paths::ERASURE_BACK,
        links: vec![Link::new(paths::OWN_DATA, text(locale, "copies-title")), to_me(locale)],
        chrome,
    })
}

/// What an officer is told, besides what waits.
#[derive(Default)]
pub(super) struct Told {
    pub(super) typed: (String, String),
    pub(super) wrong: (bool, bool),
    pub(super) problem: Option<OfficeProblem>,
    pub(super) done: Option<OfficeDone>,
}

/// The page on which an officer asks for somebody.
pub(super) fn office(
    errand: &Errand,
    (person, name): (PersonId, String),
    (seen, term, trail): (&Seen, TimeDelta, TermWord),
    told: Told,
) -> DeskPage {
    let chrome = errand.chrome();
    let locale = chrome.locale;
    let (goes, stays) = classes();
    let Told { typed, wrong, problem, done } = told;
    pages::office(OfficePage {
        name,
        goes,
        stays,
        trail,
        days: term.num_days(),
        waits: seen.waiting.as_ref().map(|waiting| waits(locale, waiting)),
        hold: seen.hold.map(hold),
        typed,
        wrong,
        problem,
        done,
        ask: paths::officer_erasure(person),
        back: paths::officer_erasure_back(person),
        links: vec![Link::new(paths::officer_documents(person), text(locale, "id-held")), to_me(locale)],
        chrome,
    })
}
