//! The pages of alerts in their states.

use super::Specimen;
use super::samples::{chrome, pick};
use crate::alerts::{
    self, ActProblem, AlertPage, AlertRow, AskProblem, Done, FrequencyWord, NewAlert, StateWord, Typed,
};
use crate::layout::{Chrome, Own};
use crate::{Link, Locale, Render, text};

/// The pages of alerts.
pub(super) fn all() -> Vec<Specimen> {
    let specimen = |name, render| Specimen { name, render };
    vec![
        specimen("alerts-new", new as fn(Locale) -> String),
        specimen("alerts-new-failing", new_failing),
        specimen("alerts-new-signed-in", new_signed_in),
        specimen("alerts-asked", asked),
        specimen("alerts-pending", pending),
        specimen("alerts-active", active),
        specimen("alerts-paused", paused),
        specimen("alerts-bounced", bounced),
        specimen("alerts-empty", empty),
        specimen("alerts-list", list),
    ]
}

const ADDRESS: &str = "/alerts/0190f3c4-7b2e-7c3a-9f00-000000000001/4711";
const QUERY: &str = "q=welder&province=LA-SV";

fn page_of(locale: Locale, path: &str) -> Chrome {
    chrome(locale, path, String::new())
}

fn signed_in(locale: Locale, path: &str) -> Chrome {
    Chrome { own: Some(Own::Account("/me".to_owned())), ..page_of(locale, path) }
}

fn search(locale: Locale) -> String {
    pick(locale, "ຊ່າງເຊື່ອມ · ສະຫວັນນະເຂດ", "welder · Savannakhet", "thợ hàn · Savannakhet")
}

fn asking(locale: Locale) -> NewAlert {
    NewAlert {
        chrome: page_of(locale, "/alerts/new"),
        action: "/alerts/new".to_owned(),
        words: search(locale),
        query: QUERY.to_owned(),
        signed_in: false,
        typed: Typed { frequency: "daily".to_owned(), ..Typed::default() },
        problems: Vec::new(),
        results: format!("/jobs?{QUERY}"),
        help: Link::new("/privacy", alerts::privacy(locale)),
    }
}

fn new(locale: Locale) -> String {
    alerts::new(asking(locale)).render().into_string()
}

fn new_failing(locale: Locale) -> String {
    let typed = Typed { contact: "anong@".to_owned(), frequency: "at_once".to_owned() };
    let problems = vec![AskProblem::Contact, AskProblem::NotAtOnce, AskProblem::TooManyLetters];
    alerts::new(NewAlert { typed, problems, ..asking(locale) }).render().into_string()
}

fn new_signed_in(locale: Locale) -> String {
    let words = alerts::every_job(locale);
    let chrome = signed_in(locale, "/alerts/new");
    alerts::new(NewAlert { chrome, words, signed_in: true, ..asking(locale) }).render().into_string()
}

fn asked(locale: Locale) -> String {
    alerts::asked(page_of(locale, "/alerts/new"), "/jobs").render().into_string()
}

fn one(locale: Locale, state: StateWord, said: (Option<Done>, Option<ActProblem>)) -> String {
    let page = AlertPage {
        chrome: page_of(locale, ADDRESS),
        action: ADDRESS.to_owned(),
        words: search(locale),
        results: format!("/jobs?{QUERY}"),
        frequency: FrequencyWord::Daily,
        state,
        done: said.0,
        problem: said.1,
        back: (state == StateWord::Paused).then(|| Link::new("/me/alerts", alerts::title(locale))),
    };
    alerts::one(page).render().into_string()
}

fn pending(locale: Locale) -> String {
    one(locale, StateWord::Pending, (None, Some(ActProblem::TooMany)))
}

fn active(locale: Locale) -> String {
    one(locale, StateWord::Active, (Some(Done::Confirmed), None))
}

fn paused(locale: Locale) -> String {
    one(locale, StateWord::Paused, (Some(Done::Paused), None))
}

fn bounced(locale: Locale) -> String {
    one(locale, StateWord::Bounced, (None, Some(ActProblem::NotNow)))
}

fn links(locale: Locale) -> [Link; 2] {
    [Link::new("/jobs", alerts::find(locale)), Link::new("/me", text(locale, "me-title"))]
}

fn empty(locale: Locale) -> String {
    alerts::list(signed_in(locale, "/me/alerts"), Vec::new(), None, links(locale)).render().into_string()
}

fn list(locale: Locale) -> String {
    let states = [StateWord::Active, StateWord::Paused, StateWord::Bounced];
    let often = [FrequencyWord::AtOnce, FrequencyWord::Daily, FrequencyWord::Weekly];
    let row =
        |(state, frequency)| AlertRow { words: search(locale), href: ADDRESS.to_owned(), frequency, state };
    let rows = states.into_iter().zip(often).map(row).collect();
    let done = Some(Done::Kept);
    alerts::list(signed_in(locale, "/me/alerts"), rows, done, links(locale)).render().into_string()
}
