//! The page of one vacancy.

mod facts;
mod page;

use crate::jobs::{JobCard, SearchForm};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text_args};

/// Text in a language of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    /// The text; escaped when rendered.
    pub text: String,
    /// ISO 639-1 code of its language, if known.
    pub lang: Option<String>,
}

impl Prose {
    /// Text in the language with a code, if known.
    pub fn new(text: impl Into<String>, lang: Option<&str>) -> Self {
        Self { text: text.into(), lang: lang.map(str::to_owned) }
    }
}

/// The page of one vacancy.
#[derive(Debug, Clone)]
pub struct JobPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// An empty search form, at the foot of the page.
    pub form: SearchForm,
    /// Back to the results, or to all vacancies.
    pub back: Link,
    /// Title as advertised.
    pub title: Prose,
    /// The occupation in the reader's language, linked to its vacancies.
    pub concept: Option<Link>,
    /// Name of the employer, linked to its page.
    pub employer: Option<Link>,
    /// Place in the reader's language, or as advertised if it was not recognised.
    pub place: Option<String>,
    /// Wage as advertised.
    pub wage: Option<String>,
    /// The wage in kip a month, with its "about" and the day of the rate.
    pub wage_about: Option<String>,
    /// Whether one can still apply.
    pub status: Status,
    /// Contract, hours, experience, dates … in order.
    pub facts: Vec<Fact>,
    /// What the person should know about this advert.
    pub notes: Vec<JobNote>,
    /// The advert's text.
    pub description: Vec<Block>,
    /// Skills in the reader's language.
    pub skills: Vec<SkillTag>,
    /// Where one applies on this site.
    pub apply_here: Option<String>,
    /// How to apply, as advertised.
    pub apply: Vec<Prose>,
    /// Where the advert came from.
    pub source: Option<Link>,
    /// Where anybody says what is wrong with it; none for a closed vacancy.
    pub report: Option<Link>,
    /// schema.org `JobPosting` as JSON; none for a closed vacancy.
    pub json_ld: Option<String>,
    /// Vacancies like this one.
    pub similar: Vec<JobCard>,
}

/// Whether a vacancy is open.
#[derive(Debug, Clone)]
pub enum Status {
    /// One can apply.
    Open {
        /// Last day, as text, if there is one.
        closes: Option<String>,
    },
    /// It is over.
    Closed {
        /// Since when, as text, if known.
        since: Option<String>,
        /// Open vacancies near it.
        near: Vec<JobCard>,
    },
}

/// One fact of a vacancy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub label: FactLabel,
    /// What it says, in the reader's language.
    pub value: String,
    /// A remark under it.
    pub note: Option<String>,
}

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactLabel {
    /// Kind of contract.
    Contract,
    /// Working hours.
    Hours,
    /// Where the work is done: on site, partly, remote.
    Arrangement,
    /// Number of openings.
    Openings,
    /// Experience asked for.
    Experience,
    /// Qualification asked for.
    Qualification,
    /// Languages asked for.
    Languages,
    /// Licences asked for.
    Licences,
    /// First day of work.
    Starts,
    /// Day of posting.
    Posted,
    /// Last day to apply.
    Closes,
    /// Work in shifts.
    Shift,
    /// Benefits.
    Benefits,
    /// Kind of business.
    Industry,
}

/// A remark on how an advert was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JobNote {
    /// Imported without a closing date: closes sixty days after its posting.
    NoClosingDate {
        /// The day it closes, as text.
        closes: String,
    },
    /// An inspector took it away.
    TakenDown,
    /// Imported and kept open until its source no longer holds it.
    KeptOpen,
    /// The advert's place was not recognised.
    PlaceNotRecognised {
        /// The place as advertised.
        place: String,
    },
    /// The wage is given in words.
    WageInWords {
        /// The words.
        wage: String,
    },
    /// The occupation was read from the advert's text and may be wrong.
    OccupationRead {
        /// Confidence in percent.
        percent: u8,
    },
}

/// A block of an advert's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(Prose),
    /// A paragraph.
    Paragraph(Prose),
    /// A list.
    List(Vec<Prose>),
}

/// A skill of a vacancy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillTag {
    /// The skill in the reader's language.
    pub label: String,
    /// Whether the job cannot be done without it.
    pub essential: bool,
    /// Vacancies that want it.
    pub href: String,
}

/// Title of a vacancy's page.
pub fn title(locale: Locale, title: &str, employer: Option<&str>) -> String {
    match employer {
        None => title.to_owned(),
        Some(employer) => text_args(
            locale,
            "job-title-employer",
            &[("title", Arg::Text(title)), ("employer", Arg::Text(employer))],
        ),
    }
}
