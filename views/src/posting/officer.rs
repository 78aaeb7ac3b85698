//! The officer's queue of vacancies and reports, and the page on which one is decided about.

use super::own::{Checked, Doable, Logged, log_rows, step_rows};
use super::report::ReasonWord;
use super::words::StatusWord;
use crate::desk::{DeskPage, Row, Section};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// Why somebody has to look at a vacancy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyWord {
    /// Its red flags.
    Flags,
    /// A rule.
    Rule,
    /// An exception is asked for.
    Exception,
    /// Somebody under age could take it up.
    UnderAge,
    /// It is in a zone.
    Zone,
    /// What its organisation publishes is looked at first.
    Restricted,
    /// Its text is nearly that of another.
    Alike,
    /// Another advert of the account is held.
    Linked,
    /// It was asked to look again.
    Appeal,
}

impl WhyWord {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Flags,
        Self::Rule,
        Self::Exception,
        Self::UnderAge,
        Self::Zone,
        Self::Restricted,
        Self::Alike,
        Self::Linked,
        Self::Appeal,
    ];

    /// In words.
    pub fn said(self, locale: Locale) -> String {
        match self {
            Self::Flags => text(locale, "review-why-flags"),
            Self::Rule => text(locale, "review-why-rule"),
            Self::Exception => text(locale, "review-why-exception"),
            Self::UnderAge => text(locale, "review-why-under-age"),
            Self::Zone => text(locale, "review-why-zone"),
            Self::Restricted => text(locale, "review-why-restricted"),
            Self::Alike => text(locale, "review-why-alike"),
            Self::Linked => text(locale, "review-why-linked"),
            Self::Appeal => text(locale, "review-why-appeal"),
        }
    }
}

/// A vacancy in the queue.
#[derive(Debug, Clone)]
pub struct QueueRow {
    /// Its title.
    pub title: String,
    /// Who offers it.
    pub employer: String,
    /// Where it is decided about.
    pub href: String,
    /// Since when it waits, as it is written.
    pub since: String,
    /// Where it stands.
    pub status: StatusWord,
    /// Why somebody looks.
    pub whys: Vec<WhyWord>,
    /// How many people reported it.
    pub reports: u64,
}

/// The queue.
#[derive(Debug, Clone)]
pub struct QueuePage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// What waits, held adverts first, then the oldest.
    pub waiting: Vec<QueueRow>,
    /// What people reported.
    pub reported: Vec<QueueRow>,
    /// What was taken away.
    pub taken: Vec<QueueRow>,
    /// Ways on.
    pub links: Vec<Link>,
}

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

fn queued(locale: Locale, row: QueueRow) -> Row {
    let QueueRow { title, employer, href, since, status, whys, reports } = row;
    let since = text_args(locale, "review-since", &[("when", Arg::Text(&since))]);
    let count = [("count", Arg::Number(i64::try_from(reports).unwrap_or(i64::MAX)))];
    let told = (reports > 0).then(|| text_args(locale, "review-reports-count", &count));
    let whys = whys.iter().map(|why| why.said(locale));
    let facts = [employer, status.said(locale), since].into_iter().chain(told).chain(whys).collect();
    Row { title, href: Some(href), facts, ..Row::default() }
}

/// The queue in words.
pub fn queue(page: QueuePage) -> DeskPage {
    let QueuePage { chrome, waiting, reported, taken, links } = page;
    let locale = chrome.locale;
    let heading = text(locale, "review-title");
    let section = |id, heading: &str, rows: Vec<QueueRow>, none: &str| Section {
        id,
        heading: text(locale, heading),
        rows: rows.into_iter().map(|row| queued(locale, row)).collect(),
        none: Some(text(locale, none)),
        ..Section::default()
    };
    DeskPage {
        lead: vec![text(locale, "review-lead")],
        sections: vec![
            section("waiting", "review-waiting", waiting, "review-waiting-none"),
            section("reported", "review-reported", reported, "review-reported-none"),
            section("taken", "review-taken", taken, "review-taken-none"),
        ],
        links,
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        ..DeskPage::default()
    }
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
