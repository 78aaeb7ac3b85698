//! A rule with its history: each version with its days, its source, and what was decided about it.

use super::{Confirmed, EffectWord, SureWord, since};
use crate::desk::{DeskPage, Row, Section};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// What was done about a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepWord {
    /// It was proposed.
    Propose,
    /// It was held against the law.
    Check,
    /// It was approved.
    Approve,
    /// Its day was fixed.
    Schedule,
    /// It came into force.
    Begin,
    /// It ended.
    End,
    /// It was rejected.
    Reject,
    /// It was confirmed.
    Confirm,
    /// Its confirmation was taken back.
    Unconfirm,
    /// It ends earlier.
    Shorten,
}

impl StepWord {
    /// In words, as done.
    pub fn said(self, locale: Locale) -> String {
        match self {
            Self::Propose => text(locale, "rules-step-propose"),
            Self::Check => text(locale, "rules-step-check"),
            Self::Approve => text(locale, "rules-step-approve"),
            Self::Schedule => text(locale, "rules-step-schedule"),
            Self::Begin => text(locale, "rules-step-begin"),
            Self::End => text(locale, "rules-step-end"),
            Self::Reject => text(locale, "rules-step-reject"),
            Self::Confirm => text(locale, "rules-step-confirm"),
            Self::Unconfirm => text(locale, "rules-step-unconfirm"),
            Self::Shorten => text(locale, "rules-step-shorten"),
        }
    }
}

impl StepWord {
    /// In words, as something to be done.
    pub(super) fn asked(self, locale: Locale) -> String {
        match self {
            Self::Propose => text(locale, "rules-propose-submit"),
            Self::Check => text(locale, "rules-do-check"),
            Self::Approve => text(locale, "rules-do-approve"),
            Self::Schedule => text(locale, "rules-do-schedule"),
            Self::Reject => text(locale, "rules-do-reject"),
            Self::Confirm => text(locale, "rules-do-confirm"),
            Self::Unconfirm => text(locale, "rules-do-unconfirm"),
            // Nobody asks for these: a day or another step brings them.
            Self::Begin | Self::End | Self::Shorten => self.said(locale),
        }
    }
}

/// A step that was taken.
#[derive(Debug, Clone)]
pub struct Taken {
    /// Which.
    pub step: StepWord,
    /// When, as text.
    pub day: String,
    /// Why, where it was said.
    pub reason: String,
}

/// A version.
#[derive(Debug, Clone)]
pub struct VersionRow {
    /// Its number.
    pub number: u32,
    /// Its own name, where it has one.
    pub label: Option<String>,
    /// Whether it holds on the day of the page.
    pub holds: bool,
    /// What it says.
    pub says: String,
    /// The first day, as text.
    pub from: Option<String>,
    /// The last day, as text.
    pub until: Option<String>,
    /// The day on which it was issued, as text.
    pub issued: Option<String>,
    /// The instrument that makes it, and where in it.
    pub instrument: String,
    /// How sure it is.
    pub sure: SureWord,
    /// Whether the ministry has to confirm it.
    pub confirmed: Confirmed,
    /// What a reader has to know.
    pub note: Option<String>,
    /// Where it is known from.
    pub sources: Vec<String>,
    /// What it says by other sources, with those.
    pub alternatives: Vec<(String, Vec<String>)>,
    /// What was done about it, earliest first.
    pub taken: Vec<Taken>,
}

/// The page of a rule.
#[derive(Debug, Clone)]
pub struct HistoryPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// What not keeping to it leads to.
    pub effect: EffectWord,
    /// Whether the platform computes it.
    pub computed: bool,
    /// Its versions, latest first.
    pub versions: Vec<VersionRow>,
    /// Ways on.
    pub links: Vec<Link>,
}

/// The page.
pub fn history(page: HistoryPage) -> DeskPage {
    let locale = page.chrome.locale;
    let heading = format!("{} · {}", page.title, page.code);
    let (now, others): (Vec<&VersionRow>, Vec<&VersionRow>) =
        page.versions.iter().partition(|version| version.holds);
    let rows = |versions: &[&VersionRow]| versions.iter().map(|version| version.row(locale)).collect();
    let mut sections = vec![Section {
        id: "now",
        heading: text(locale, "rules-now"),
        rows: rows(&now),
        none: Some(text(locale, "rules-not-on-day")),
        ..Section::default()
    }];
    if !others.is_empty() {
        let heading = text(locale, "rules-history");
        sections.push(Section { id: "history", heading, rows: rows(&others), ..Section::default() });
    }
    let mut lead = vec![page.effect.said(locale)];
    if !page.computed {
        lead.push(text(locale, "rules-not-computed"));
    }
    DeskPage {
        chrome: Chrome { title: heading.clone(), description: heading.clone(), ..page.chrome },
        heading,
        lead,
        sections,
        links: page.links,
        ..DeskPage::default()
    }
}

impl VersionRow {
    pub(super) fn row(&self, locale: Locale) -> Row {
        let named = |key: &str, value: &str| text_args(locale, key, &[("text", Arg::Text(value))]);
        let mut facts = vec![self.says.clone()];
        facts.extend(self.note.clone());
        facts.push(self.instrument.clone());
        facts.extend(
            self.issued.as_deref().map(|day| text_args(locale, "rules-issued", &[("day", Arg::Text(day))])),
        );
        facts.push(self.sure.said(locale));
        if !self.sources.is_empty() {
            facts.push(named("rules-sources", &self.sources.join("; ")));
        }
        for (says, sources) in &self.alternatives {
            let args = [("says", Arg::Text(says)), ("sources", Arg::Text(&sources.join("; ")))];
            facts.push(text_args(locale, "rules-alternative", &args));
        }
        for taken in &self.taken {
            let said = format!("{}: {}", taken.day, taken.step.said(locale));
            facts.push(if taken.reason.is_empty() { said } else { format!("{said} · {}", taken.reason) });
        }
        let waiting = self.confirmed == Confirmed::Waiting;
        if !waiting {
            facts.extend(self.confirmed.said(locale));
        }
        let problem = waiting.then(|| self.confirmed.said(locale)).flatten();
        Row { title: self.title(locale), facts, problem, ..Row::default() }
    }

    fn title(&self, locale: Locale) -> String {
        let days = match &self.until {
            Some(until) => {
                let from = self.from.as_deref().unwrap_or("…");
                format!("{from} – {until}")
            }
            None => since(locale, self.from.as_deref()),
        };
        match &self.label {
            Some(label) => format!("{days} · {label}"),
            None => days,
        }
    }
}
