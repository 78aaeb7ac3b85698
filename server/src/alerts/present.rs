//! Alerts on pages.

use super::model::{Alert, State, signature};
use crate::http::errand::{Errand, to_me};
use crate::http::paths;
use crate::keys::Keys;
use crate::reference::ReferenceBook;
use crate::vacancies::present::search_in_words;
use crate::vacancies::query::JobsQuery;
use views::alerts::{ActProblem, AlertPage, AlertRow, AskProblem, Done, NewAlert, Typed};
use views::desk::DeskPage;
use views::form::FormPage;
use views::{Link, Locale, alerts};

/// The search of an alert in words.
pub(crate) fn in_words(book: &ReferenceBook, query: &str, locale: Locale) -> String {
    let asked = JobsQuery::parse(query, book).map(|(asked, _)| asked).unwrap_or_default();
    let words = search_in_words(book, &asked, locale);
    if words.is_empty() { alerts::every_job(locale) } else { words }
}

fn results(query: &str) -> String {
    paths::with_query(paths::JOBS, query)
}

/// The form by which an alert is asked for.
pub(super) fn new(errand: &Errand, (query, typed): (&str, Typed), problems: Vec<AskProblem>) -> FormPage {
    let book = errand.visit.platform.book();
    let locale = errand.visit.locale;
    alerts::new(NewAlert {
        chrome: errand.chrome(),
        action: paths::ALERT_NEW.to_owned(),
        words: in_words(&book, query, locale),
        query: query.to_owned(),
        signed_in: errand.visit.viewer.is_some(),
        typed,
        problems,
        results: results(query),
        help: Link::new(paths::PRIVACY, alerts::privacy(locale)),
    })
}

/// The page that says that a letter is on its way.
pub(super) fn asked(errand: &Errand) -> DeskPage {
    alerts::asked(errand.chrome(), paths::JOBS)
}

/// The page of one alert, to which its letters lead.
pub(super) fn one(
    errand: &Errand,
    (alert, address): (&Alert, String),
    (done, problem): (Option<Done>, Option<ActProblem>),
) -> DeskPage {
    let book = errand.visit.platform.book();
    let by_account = matches!(alert.owner, super::model::Owner::Account(_));
    let back = by_account.then(|| Link::new(paths::ALERTS, alerts::title(errand.visit.locale)));
    alerts::one(AlertPage {
        chrome: errand.chrome(),
        action: address,
        words: in_words(&book, &alert.query, errand.visit.locale),
        results: results(&alert.query),
        frequency: alert.frequency.word(),
        state: alert.state.word(),
        done,
        problem,
        back,
    })
}

/// All alerts of an account.
pub(super) fn list(errand: &Errand, keys: &Keys, all: &[Alert], done: Option<Done>) -> DeskPage {
    let book = errand.visit.platform.book();
    let locale = errand.visit.locale;
    let shown = all.iter().filter(|alert| alert.state != State::Stopped);
    let row = |alert: &Alert| AlertRow {
        words: in_words(&book, &alert.query, locale),
        href: paths::alert(alert.id, &signature(keys, alert.id)),
        frequency: alert.frequency.word(),
        state: alert.state.word(),
    };
    alerts::list(
        errand.chrome(),
        shown.map(row).collect(),
        done,
        [Link::new(paths::JOBS, alerts::find(locale)), to_me(locale)],
    )
}
