//! The page on which an officer decides about a vacancy.

use super::own::{Checked, Doable, Logged, log_rows, step_rows};
use super::queue::WhyWord;
use super::report::ReasonWord;
use super::words::StatusWord;
use crate::desk::{DeskPage, Row, Section};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// A sign that something is wrong.
#[derive(Debug, Clone)]
pub struct FlagRow {
    /// Title of the rule that names it.
    pub title: String,
    /// Where the rule is.
    pub href: String,
    /// Points.
    pub weight: u32,
    /// Whether it holds the advert by itself.
    pub hard: bool,
    /// The words that show it.
    pub words: String,
}

/// Another advert that comes from the same hand, or says nearly the same.
#[derive(Debug, Clone)]
pub struct Linked {
    /// Its title.
    pub title: String,
    /// Who offers it.
    pub employer: String,
    /// Where it is decided about.
    pub href: String,
    /// Where it stands.
    pub status: StatusWord,
    /// By what they are linked, in words.
    pub by: Vec<String>,
}

/// What somebody said of an advert.
#[derive(Debug, Clone)]
pub struct ReportRow {
    /// What is wrong.
    pub reason: ReasonWord,
    /// In words.
    pub said: String,
    /// When.
    pub when: String,
    /// Whether somebody decided.
    pub closed: bool,
}

/// The page on which one is decided about.
#[derive(Debug, Clone)]
pub struct DecidePage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// Title of the vacancy.
    pub title: String,
    /// Who offers it, where it stands, and facts of it: finished lines.
    pub lead: Vec<String>,
    /// What was done just now.
    pub done: bool,
    /// What went wrong.
    pub problem: Option<super::Problem>,
    /// The text, a paragraph each.
    pub advert: Vec<String>,
    /// Why somebody looks.
    pub whys: Vec<WhyWord>,
    /// Points of the flags together; none where nothing was read.
    pub score: Option<u32>,
    /// The flags.
    pub flags: Vec<FlagRow>,
    /// What the rules say.
    pub checks: Vec<Checked>,
    /// Others from the same hand.
    pub linked: Vec<Linked>,
    /// What people said.
    pub reports: Vec<ReportRow>,
    /// What can be done, and where that is sent.
    pub steps: (Vec<Doable>, String),
    /// What was done.
    pub log: Vec<Logged>,
    /// Ways on.
    pub links: Vec<Link>,
}

fn flag_row(locale: Locale, flag: FlagRow) -> Row {
    let FlagRow { title, href, weight, hard, words } = flag;
    let points = text_args(locale, "review-points", &[("count", Arg::Number(weight.into()))]);
    let hard = hard.then(|| text(locale, "review-hard"));
    let words = (!words.is_empty())
        .then(|| text_args(locale, "posting-found-words", &[("words", Arg::Text(&words))]));
    Row {
        title,
        href: Some(href),
        facts: [Some(points), hard, words].into_iter().flatten().collect(),
        ..Row::default()
    }
}

fn signs(locale: Locale, page: &DecidePage) -> Section {
    let score =
        page.score.map(|score| text_args(locale, "review-score", &[("count", Arg::Number(score.into()))]));
    Section {
        id: "signs",
        heading: text(locale, "review-signs"),
        lead: score,
        rows: page.flags.iter().cloned().map(|flag| flag_row(locale, flag)).collect(),
        none: Some(text(locale, "review-signs-none")),
        ..Section::default()
    }
}

fn check(locale: Locale, check: &Checked) -> Row {
    let Checked { title, href, says, day, found, refuses: _ } = check.clone();
    let since = text_args(locale, "posting-check-day", &[("day", Arg::Text(&day))]);
    let facts = std::iter::once(says).chain(found.iter().map(|found| found.said(locale))).chain([since]);
    Row { title, href: Some(href), facts: facts.collect(), ..Row::default() }
}

fn linked(locale: Locale, linked: &Linked) -> Row {
    let Linked { title, employer, href, status, by } = linked.clone();
    let facts = [employer, status.said(locale)].into_iter().chain(by).collect();
    Row { title, href: Some(href), facts, ..Row::default() }
}

fn report(locale: Locale, report: &ReportRow) -> Row {
    let ReportRow { reason, said, when, closed } = report.clone();
    let closed = closed.then(|| text(locale, "review-report-closed"));
    let facts = [Some(said), Some(when), closed].into_iter().flatten().filter(|fact| !fact.is_empty());
    Row { title: reason.said(locale), facts: facts.collect(), ..Row::default() }
}

/// The page in words.
pub fn decide(page: DecidePage) -> DeskPage {
    let locale = page.chrome.locale;
    let section = |id, heading: &str, rows, none: &str| Section {
        id,
        heading: text(locale, heading),
        rows,
        none: Some(text(locale, none)),
        ..Section::default()
    };
    let advert = page
        .advert
        .iter()
        .filter(|line| !line.trim().is_empty())
        .map(|line| Row { title: line.clone(), ..Row::default() })
        .collect();
    let whys = page.whys.iter().map(|why| Row { title: why.said(locale), ..Row::default() }).collect();
    let sections = vec![
        section("why", "review-why", whys, "review-why-none"),
        section("advert", "review-advert", advert, "review-advert-none"),
        signs(locale, &page),
        section(
            "rules",
            "posting-checks",
            page.checks.iter().map(|held| check(locale, held)).collect(),
            "posting-checks-none",
        ),
        section(
            "linked",
            "review-linked",
            page.linked.iter().map(|other| linked(locale, other)).collect(),
            "review-linked-none",
        ),
        section(
            "reports",
            "review-reports",
            page.reports.iter().map(|held| report(locale, held)).collect(),
            "review-reports-none",
        ),
        section("steps", "posting-steps", step_rows(locale, page.steps), "posting-steps-none"),
        section("log", "posting-log", log_rows(locale, page.log), "review-log-none"),
    ];
    DeskPage {
        done: page.done.then(|| text(locale, "review-done")),
        problem: page.problem.map(|problem| problem.said(locale)),
        lead: page.lead,
        sections,
        links: page.links,
        chrome: Chrome { title: page.title.clone(), ..page.chrome },
        heading: page.title,
    }
}
