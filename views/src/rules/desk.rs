//! The pages of those who look after rules: what waits for a decision, and one rule with what can be done about it.

use super::propose::{ProposeForm, field};
use super::{StepWord, VersionRow, since};
use crate::desk::{DeskPage, Row, Section};
use crate::form::{Field, FieldKind, Form};
use crate::layout::Chrome;
use crate::{Link, Locale, text};

/// How far a version has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StateWord {
    /// Somebody proposed it.
    Proposed,
    /// It was checked against the law.
    LegalCheck,
    /// It was approved.
    Approved,
    /// Its day is fixed.
    Scheduled,
    /// It holds.
    InForce,
    /// It held.
    Superseded,
    /// It does not come.
    Rejected,
}

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskDone {
    /// A version was proposed.
    Proposed,
    /// It was decided.
    Decided,
    /// It was rejected.
    Rejected,
}

/// Why nothing was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskProblem {
    /// Somebody else was quicker, or it cannot be done from here.
    NotNow,
    /// Whoever proposed or checked it does not do this.
    SameHands,
    /// Nobody said why.
    NoReason,
    /// Another version holds on one of its days.
    Overlap,
}

/// Something that waits.
#[derive(Debug, Clone)]
pub struct WaitingRow {
    /// Title of the rule.
    pub title: String,
    /// Its code.
    pub code: String,
    /// Where it is decided.
    pub href: String,
    /// What the version says.
    pub says: String,
    /// How far it has come.
    pub state: StateWord,
    /// Its first day, as text.
    pub since: Option<String>,
}

/// The page of what waits.
#[derive(Debug, Clone)]
pub struct WaitingPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Proposals.
    pub open: Vec<WaitingRow>,
    /// Versions that the ministry has yet to confirm.
    pub unconfirmed: Vec<WaitingRow>,
    /// Every rule, where it is looked after.
    pub all: Vec<Link>,
    /// Ways on.
    pub links: Vec<Link>,
}

/// Something that the reader can do about a version.
#[derive(Debug, Clone)]
pub struct Doable {
    /// Where it is sent.
    pub action: String,
    /// What it is.
    pub step: StepWord,
    /// Its code.
    pub code: String,
    /// Whether it has to be said why.
    pub needs_reason: bool,
    /// The reason that was typed.
    pub reason: String,
}

/// A version with what can be done about it.
#[derive(Debug, Clone)]
pub struct DeskVersion {
    /// By which it is named.
    pub id: String,
    /// What is told of it.
    pub row: VersionRow,
    /// How far it has come.
    pub state: StateWord,
    /// What can be done.
    pub steps: Vec<Doable>,
}

/// The page of one rule.
#[derive(Debug, Clone)]
pub struct RuleDeskPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// What it says, with the labels of its values in their places.
    pub statement: String,
    /// What was done just now.
    pub done: Option<DeskDone>,
    /// Why nothing was decided.
    pub problem: Option<DeskProblem>,
    /// Its versions, the latest first.
    pub versions: Vec<DeskVersion>,
    /// For another one.
    pub propose: Option<ProposeForm>,
    /// Ways on.
    pub links: Vec<Link>,
}

impl StateWord {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::Proposed => text(locale, "rules-state-proposed"),
            Self::LegalCheck => text(locale, "rules-state-legal-check"),
            Self::Approved => text(locale, "rules-state-approved"),
            Self::Scheduled => text(locale, "rules-state-scheduled"),
            Self::InForce => text(locale, "rules-state-in-force"),
            Self::Superseded => text(locale, "rules-state-superseded"),
            Self::Rejected => text(locale, "rules-state-rejected"),
        }
    }
}

impl DeskDone {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::Proposed => text(locale, "rules-done-proposed"),
            Self::Decided => text(locale, "rules-done-decided"),
            Self::Rejected => text(locale, "rules-done-rejected"),
        }
    }
}

impl DeskProblem {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::NotNow => text(locale, "rules-problem-not-now"),
            Self::SameHands => text(locale, "rules-problem-same-hands"),
            Self::NoReason => text(locale, "rules-problem-no-reason"),
            Self::Overlap => text(locale, "rules-problem-overlap"),
        }
    }
}

/// The page of what waits.
pub fn waiting(page: WaitingPage) -> DeskPage {
    let locale = page.chrome.locale;
    let heading = text(locale, "rules-desk-title");
    let rows = |rows: &[WaitingRow]| rows.iter().map(|row| row.row(locale)).collect();
    let open = Section {
        id: "open",
        heading: text(locale, "rules-desk-open"),
        rows: rows(&page.open),
        none: Some(text(locale, "rules-desk-open-none")),
        ..Section::default()
    };
    let unconfirmed = Section {
        id: "unconfirmed",
        heading: text(locale, "rules-desk-unconfirmed"),
        lead: Some(text(locale, "rules-desk-unconfirmed-lead")),
        rows: rows(&page.unconfirmed),
        none: Some(text(locale, "rules-desk-unconfirmed-none")),
        ..Section::default()
    };
    let every = page.all.into_iter();
    let all = Section {
        id: "all",
        heading: text(locale, "rules-desk-all"),
        rows: every.map(|link| Row { title: link.text, href: Some(link.href), ..Row::default() }).collect(),
        ..Section::default()
    };
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..page.chrome },
        heading,
        lead: vec![text(locale, "rules-desk-lead")],
        sections: vec![open, unconfirmed, all],
        links: page.links,
        ..DeskPage::default()
    }
}

impl WaitingRow {
    fn row(&self, locale: Locale) -> Row {
        Row {
            title: format!("{} · {}", self.title, self.code),
            href: Some(self.href.clone()),
            facts: vec![self.state.said(locale), self.says.clone(), since(locale, self.since.as_deref())],
            ..Row::default()
        }
    }
}

/// The page of one rule.
pub fn rule_desk(page: RuleDeskPage) -> DeskPage {
    let locale = page.chrome.locale;
    let heading = format!("{} · {}", page.title, page.code);
    let mut sections = vec![Section {
        id: "versions",
        heading: text(locale, "rules-desk-versions"),
        rows: page.versions.iter().map(|version| version.row(locale)).collect(),
        none: Some(text(locale, "rules-desk-versions-none")),
        ..Section::default()
    }];
    if let Some(form) = &page.propose {
        sections.push(Section {
            id: "propose",
            heading: text(locale, "rules-propose"),
            lead: Some(page.statement.clone()),
            form: Some(form.form(locale)),
            ..Section::default()
        });
    }
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..page.chrome },
        heading,
        done: page.done.map(|done| done.said(locale)),
        problem: page.problem.map(|problem| problem.said(locale)),
        sections,
        links: page.links,
        ..DeskPage::default()
    }
}

impl DeskVersion {
    fn row(&self, locale: Locale) -> Row {
        let mut row = self.row.row(locale);
        row.facts.insert(0, self.state.said(locale));
        row.forms = self.steps.iter().map(|step| step.form(locale, &self.id)).collect();
        row
    }
}

impl Doable {
    fn form(&self, locale: Locale, id: &str) -> Form {
        let reason = field(locale, &format!("reason-{}-{id}", self.code), "rules-reason", FieldKind::Text);
        let reason = Field { value: self.reason.clone(), optional: !self.needs_reason, ..reason };
        let hidden = |name: &str, value: &str| Field {
            value: value.to_owned(),
            ..field(locale, name, "rules-reason", FieldKind::Hidden)
        };
        Form {
            action: self.action.clone(),
            fields: vec![hidden("version", id), hidden("step", &self.code), reason],
            submit: self.step.asked(locale),
            quiet: true,
            ..Form::default()
        }
    }
}
