//! The pages of organisations: founding one, looking after it, deciding about it, and what everybody sees of it.

mod draw;
mod facts;
mod forms;
mod officer;
mod problem;
mod records;
mod rows;
mod words;

pub use facts::Facts;
pub use forms::{Offered, Typed, TypedPaper, amend, decide, describe, evidence, found, site};
pub use problem::{Problem, Problems};
pub use records::{RecordRow, RecordsPage, records};
pub use rows::{PaperFacts, Row, site_row};
pub use words::{Kind, Missing, Paper, Standing, Step, kind, meaning, missing, paper, standing, step};

use crate::form::Form;
use crate::job::Prose;
use crate::jobs::JobCard;
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text_args};

/// How far an organisation was verified, in words.
#[derive(Debug, Clone)]
pub struct Verified {
    /// How far.
    pub standing: Standing,
    /// The day on which it was verified, as text.
    pub since: Option<String>,
    /// Last day of that, as text.
    pub until: Option<String>,
}

impl Verified {
    /// The first day in words.
    fn since(&self, locale: Locale) -> Option<String> {
        let day = self.since.as_deref()?;
        Some(text_args(locale, "org-since", &[("date", Arg::Text(day))]))
    }

    /// The last day in words.
    fn until(&self, locale: Locale) -> Option<String> {
        let day = self.until.as_deref()?;
        let over = self.standing == Standing::Lapsed;
        let said = [("date", Arg::Text(day))];
        Some(if over {
            text_args(locale, "org-over-since", &said)
        } else {
            text_args(locale, "org-until", &said)
        })
    }
}

/// Something that is known, with its name.
#[derive(Debug, Clone)]
pub struct Known {
    /// What it is.
    pub label: String,
    /// What it says.
    pub value: String,
}

/// A decision in a list.
#[derive(Debug, Clone)]
pub struct Decided {
    /// Which step.
    pub step: Step,
    /// When, as text.
    pub when: String,
    /// Whether somebody decided, or a day did it.
    pub by_day: bool,
    /// Why.
    pub reason: String,
}

/// What those see who look after an organisation.
#[derive(Debug, Clone)]
pub struct OwnPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Its name.
    pub name: String,
    /// What was done just now.
    pub done: bool,
    /// What was wrong with what was tried just now.
    pub problem: Option<Problem>,
    /// How far it is verified.
    pub verified: Verified,
    /// What is missing before papers are handed in.
    pub missing: Vec<Missing>,
    /// Where papers are handed in; none where that is not the next step.
    pub submit: Option<String>,
    /// What is known.
    pub facts: Vec<Known>,
    /// Papers.
    pub papers: Vec<Row>,
    /// Sites.
    pub sites: Vec<Row>,
    /// What was decided.
    pub history: Vec<Decided>,
    /// Where things are changed.
    pub ways: OwnWays,
}

/// Addresses of the pages of one's organisation.
#[derive(Debug, Clone, Default)]
pub struct OwnWays {
    /// Changes what is verified; none while that is closed.
    pub edit: Option<String>,
    /// Changes what it says of itself.
    pub profile: String,
    /// Brings a paper.
    pub evidence: String,
    /// Tells a site.
    pub sites: String,
    /// Its members.
    pub members: String,
    /// Its vacancies, where it offers work.
    pub vacancies: Option<String>,
    /// What everybody sees.
    pub public: String,
}

/// An organisation in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Its name and page.
    pub link: Link,
    /// What it is.
    pub kind: Kind,
    /// How far it is verified.
    pub standing: Standing,
    /// More of it.
    pub about: Vec<String>,
}

/// The organisations that somebody looks after.
#[derive(Debug, Clone)]
pub struct OwnListPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// They.
    pub listed: Vec<Listed>,
    /// Where another is founded.
    pub found: String,
}

/// Which part of the queue is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What waits.
    Waiting,
    /// What ends soon.
    Ending,
    /// All of a standing.
    In(Standing),
}

/// The queue of an officer.
#[derive(Debug, Clone)]
pub struct QueuePage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Parts of it: which, where, whether it is this one.
    pub parts: Vec<(Part, String, bool)>,
    /// The page of the list.
    pub listed: Vec<Listed>,
    /// How many there are.
    pub total: u64,
    /// Which page of how many.
    pub position: (u64, u64),
    /// The page before.
    pub newer: Option<String>,
    /// The page after.
    pub older: Option<String>,
}

/// A name that looks like another.
#[derive(Debug, Clone)]
pub struct Alike {
    /// Its name and public page.
    pub name: Link,
    /// How far it is verified.
    pub standing: Standing,
    /// Whether it differs by a letter, or not at all.
    pub near: bool,
}

/// What an officer sees of an organisation.
#[derive(Debug, Clone)]
pub struct OfficerPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Its name.
    pub name: String,
    /// What was done just now.
    pub done: bool,
    /// How far it is verified.
    pub verified: Verified,
    /// Whether the officer is its member.
    pub within: bool,
    /// What is missing.
    pub missing: Vec<Missing>,
    /// What is known.
    pub facts: Vec<Known>,
    /// Whether a word of its name mixes scripts.
    pub mixed: bool,
    /// Whose names look like its own.
    pub alike: Vec<Alike>,
    /// Papers.
    pub papers: Vec<Row>,
    /// Sites.
    pub sites: Vec<Row>,
    /// Decides; none where there is nothing to decide.
    pub decide: Option<Form>,
    /// What was decided.
    pub history: Vec<Decided>,
    /// Records of imported adverts that may be its own.
    pub records: Option<String>,
    /// Back to the queue.
    pub queue: String,
}

/// What everybody sees of an organisation.
#[derive(Debug, Clone)]
pub struct EmployerPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Its name.
    pub name: String,
    /// How far it is verified.
    pub verified: Verified,
    /// What is known.
    pub facts: Vec<Known>,
    /// What it says of itself, a paragraph each.
    pub about: Vec<Prose>,
    /// Its open vacancies.
    pub jobs: Vec<JobCard>,
    /// How many there are, shown or not.
    pub total: u64,
    /// schema.org `Organization` as JSON.
    pub json_ld: String,
}
