//! The page of what is kept for how long, what is due, and what was done.

use crate::desk::{DeskPage, Row, Section};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// A class of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClassWord {
    /// Records that nobody claimed.
    UnclaimedRecord,
    /// Letters.
    Letter,
    /// Changes that were followed.
    FollowedChange,
    /// The audit trail.
    Trail,
}

impl ClassWord {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::UnclaimedRecord => text(locale, "retention-unclaimed"),
            Self::Letter => text(locale, "retention-letters"),
            Self::FollowedChange => text(locale, "retention-changes"),
            Self::Trail => text(locale, "retention-trail"),
        }
    }
}

/// How long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermWord {
    /// So many days.
    Days(i64),
    /// So many months.
    Months(i64),
}

impl TermWord {
    /// The term alone, as people count it.
    pub(crate) fn said(self, locale: Locale) -> String {
        let count = |count| [("count", Arg::Number(count))];
        match self {
            Self::Days(days) => text_args(locale, "retention-for-days", &count(days)),
            Self::Months(months) if months % 12 == 0 => {
                text_args(locale, "retention-for-years", &count(months / 12))
            }
            Self::Months(months) => text_args(locale, "retention-for-months", &count(months)),
        }
    }
}

/// What is done then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeedWord {
    /// People are erased, and told so many days before.
    Erase(i64),
    /// Rows are deleted.
    Delete,
    /// Nothing can be taken out.
    Keep,
}

/// A class with what is due.
#[derive(Debug, Clone)]
pub struct LineRow {
    /// Which.
    pub class: ClassWord,
    /// How long.
    pub term: TermWord,
    /// What is done then.
    pub deed: DeedWord,
    /// How much there is.
    pub held: u64,
    /// What is due now, within 30 days, within 90 days.
    pub due: [u64; 3],
    /// Whether the ministry has yet to confirm it.
    pub unconfirmed: bool,
}

/// What was done on a day.
#[derive(Debug, Clone)]
pub struct RunRow {
    /// When, as it is written.
    pub day: String,
    /// Of which class.
    pub class: ClassWord,
    /// Of how many it was said that they go.
    pub warned: u64,
    /// How many went.
    pub done: u64,
}

/// The page.
#[derive(Debug, Clone)]
pub struct RetentionPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Every class.
    pub lines: Vec<LineRow>,
    /// What was done, the newest first.
    pub runs: Vec<RunRow>,
    /// How many records were erased in all.
    pub erased: u64,
    /// Ways on.
    pub links: Vec<Link>,
}

fn number(count: u64) -> Arg<'static> {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

impl LineRow {
    fn row(&self, locale: Locale) -> Row {
        let term = match self.term {
            TermWord::Days(count) => text_args(locale, "retention-days", &[("count", Arg::Number(count))]),
            TermWord::Months(count) => {
                text_args(locale, "retention-months", &[("count", Arg::Number(count))])
            }
        };
        let deed = match self.deed {
            DeedWord::Erase(days) => text_args(locale, "retention-erase", &[("days", Arg::Number(days))]),
            DeedWord::Delete => text(locale, "retention-delete"),
            DeedWord::Keep => text(locale, "retention-keep"),
        };
        let [due, soon, later] = self.due.map(number);
        let due = [("due", due), ("soon", soon), ("later", later)];
        let mut facts =
            vec![term, deed, text_args(locale, "retention-held", &[("count", number(self.held))])];
        if self.deed != DeedWord::Keep {
            facts.push(text_args(locale, "retention-due", &due));
        }
        if self.unconfirmed {
            facts.push(text(locale, "retention-unconfirmed"));
        }
        Row { title: self.class.said(locale), facts, ..Row::default() }
    }
}

impl RunRow {
    fn row(&self, locale: Locale) -> Row {
        let counts = [("warned", number(self.warned)), ("done", number(self.done))];
        Row {
            title: format!("{} · {}", self.day, self.class.said(locale)),
            facts: vec![text_args(locale, "retention-run", &counts)],
            ..Row::default()
        }
    }
}

/// The page.
pub fn retention(page: RetentionPage) -> DeskPage {
    let locale = page.chrome.locale;
    let heading = text(locale, "retention-title");
    let classes = Section {
        id: "classes",
        heading: text(locale, "retention-classes"),
        rows: page.lines.iter().map(|line| line.row(locale)).collect(),
        ..Section::default()
    };
    let runs = Section {
        id: "runs",
        heading: text(locale, "retention-runs"),
        lead: Some(text_args(locale, "retention-erased", &[("count", number(page.erased))])),
        rows: page.runs.iter().map(|run| run.row(locale)).collect(),
        none: Some(text(locale, "retention-no-runs")),
        ..Section::default()
    };
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..page.chrome },
        heading,
        lead: vec![text(locale, "retention-lead")],
        sections: vec![classes, runs],
        links: page.links,
        ..DeskPage::default()
    }
}
