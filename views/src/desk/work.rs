//! What waits for somebody in a role, in words: a part of the own first page, and a page of its own.

use super::{DeskPage, Row, Section};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// For whom something waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkPlace {
    /// Whoever looks for work.
    Seeker,
    /// Employers.
    Employer,
    /// Schools.
    School,
    /// Agencies.
    Agency,
    /// Officers.
    Officer,
    /// Planners.
    Planning,
    /// Whoever looks after data protection.
    Audit,
    /// Whoever registers people.
    Helper,
}

/// How an organisation stands, for its own people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stand {
    /// Papers are to be brought.
    Papers,
    /// An officer looks.
    Waits,
    /// Verified until a day, as it is written.
    Verified(String),
    /// The same, and the day is near.
    Ends(String),
    /// The time is over.
    Over,
    /// An officer limited it.
    Limited,
}

/// Something that waits, or a place to go to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Work {
    /// A job that fits: title, address, per cent, employer.
    Fits(String, String, u64, String),
    /// The profile says too little for jobs to fit: where it is filled in.
    NoFits(String),
    /// All jobs that fit.
    AllFits(String),
    /// All jobs.
    AllJobs(String),
    /// The own applications.
    OwnApplications(String),
    /// An organisation: name, where it is looked after if the reader does, how it stands.
    Organisation(String, Option<String>, Stand),
    /// Open jobs of an organisation: its name, where they are listed, how many.
    Vacancies(String, String, u64),
    /// Another vacancy can be posted: for which organisation, where.
    Post(String, String),
    /// Organisations wait for a decision: where, how many, the name of the one that waits longest.
    Queue(String, u64, Option<String>),
    /// Verifications end soon: where, how many.
    Ending(String, u64),
    /// All organisations of the area.
    QueueAll(String),
    /// Records may be of one person: where, how many pairs.
    Duplicates(String, u64),
    /// Some of them wait for a second officer: where, how many.
    SecondOfficer(String, u64),
    /// Vacancies wait for a decision: where, how many.
    Review(String, u64),
    /// Rules wait for a decision: where, how many.
    Rules(String, u64),
    /// People whom the reader registered have no card: where, how many.
    WithoutCard(String, u64),
    /// No queue belongs to the role.
    NoQueue,
    /// Wordings were searched for in vain: where, how many.
    Board(String, u64),
    /// How the trail is read.
    Trail,
}

/// What waits in one place.
#[derive(Debug, Clone)]
pub struct WorkGroup {
    /// Where.
    pub place: WorkPlace,
    /// The page of that place, if it has one.
    pub href: Option<String>,
    /// What waits, the most urgent first.
    pub work: Vec<Work>,
}

impl WorkPlace {
    fn said(self, locale: Locale) -> (&'static str, String) {
        match self {
            Self::Seeker => ("work-seeker", text(locale, "home-seeker")),
            Self::Employer => ("work-employer", text(locale, "home-employer")),
            Self::School => ("work-school", text(locale, "home-school")),
            Self::Agency => ("work-agency", text(locale, "home-agency")),
            Self::Officer => ("work-officer", text(locale, "home-officer")),
            Self::Planning => ("work-planning", text(locale, "home-planning")),
            Self::Audit => ("work-audit", text(locale, "home-audit")),
            Self::Helper => ("work-helper", text(locale, "home-helper")),
        }
    }
}

/// A part of the own first page.
pub fn work_section(locale: Locale, group: WorkGroup) -> Section {
    let (id, heading) = group.place.said(locale);
    let open = [("name", Arg::Text(&heading))];
    let pages = group.href.map(|href| Link::new(href, text_args(locale, "home-open", &open)));
    Section {
        id,
        pages: pages.into_iter().collect(),
        rows: group.work.into_iter().map(|work| row(locale, work)).collect(),
        none: Some(text(locale, "home-nothing")),
        heading,
        ..Section::default()
    }
}

/// The page of a place.
pub fn work_page(chrome: Chrome, group: WorkGroup, back: Link) -> DeskPage {
    let locale = chrome.locale;
    let (_, heading) = group.place.said(locale);
    let next = Section {
        heading: text(locale, "me-next"),
        ..work_section(locale, WorkGroup { href: None, ..group })
    };
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text(locale, "home-work-lead")],
        sections: vec![next],
        links: vec![back],
        ..DeskPage::default()
    }
}

fn number(count: u64) -> Arg<'static> {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

fn row(locale: Locale, work: Work) -> Row {
    let row = |title, href: Option<String>, fact: Option<String>| Row {
        title,
        href,
        facts: fact.into_iter().collect(),
        ..Row::default()
    };
    match work {
        Work::Fits(title, href, percent, employer) => {
            let args = [("percent", number(percent)), ("employer", Arg::Text(&employer))];
            row(title, Some(href), Some(text_args(locale, "home-fits", &args)))
        }
        Work::NoFits(href) => row(text(locale, "home-no-fits"), Some(href), None),
        Work::AllFits(href) => row(text(locale, "advice-jobs-title"), Some(href), None),
        Work::AllJobs(href) => row(text(locale, "home-all-jobs"), Some(href), None),
        Work::OwnApplications(href) => row(text(locale, "hiring-own-title"), Some(href), None),
        Work::Organisation(name, href, stand) => organisation(locale, name, href, stand),
        Work::Vacancies(organisation, href, count) => {
            let name = ("organisation", Arg::Text(organisation.as_str()));
            let title = match count {
                0 => text_args(locale, "home-vacancies-none", &[name]),
                _ => text_args(locale, "home-vacancies", &[("count", number(count)), name]),
            };
            row(title, Some(href), None)
        }
        Work::Post(organisation, href) => row(text(locale, "home-post"), Some(href), Some(organisation)),
        Work::Queue(href, count, longest) => {
            let longest =
                longest.map(|name| text_args(locale, "home-queue-longest", &[("name", Arg::Text(&name))]));
            row(text_args(locale, "home-queue", &[("count", number(count))]), Some(href), longest)
        }
        Work::Ending(href, count) => {
            row(text_args(locale, "home-queue-ending", &[("count", number(count))]), Some(href), None)
        }
        Work::QueueAll(href) => row(text(locale, "home-queue-all"), Some(href), None),
        Work::Duplicates(href, count) => counted(locale, "home-duplicates", href, count),
        Work::SecondOfficer(href, count) => counted(locale, "home-second-officer", href, count),
        Work::Review(href, count) => counted(locale, "home-review", href, count),
        Work::Rules(href, count) => counted(locale, "home-rules", href, count),
        Work::WithoutCard(href, count) => counted(locale, "home-without-card", href, count),
        Work::NoQueue => row(text(locale, "home-no-queue"), None, None),
        Work::Board(href, count) => {
            row(text_args(locale, "home-board", &[("count", number(count))]), Some(href), None)
        }
        Work::Trail => row(text(locale, "home-audit-trail"), None, Some(text(locale, "home-audit-how"))),
    }
}

/// So many of something, and where.
fn counted(locale: Locale, key: &str, href: String, count: u64) -> Row {
    let title = text_args(locale, key, &[("count", number(count))]);
    Row { title, href: Some(href), ..Row::default() }
}

fn organisation(locale: Locale, name: String, href: Option<String>, stand: Stand) -> Row {
    let (fact, urgent) = match stand {
        Stand::Papers => (text(locale, "home-organisation-papers"), true),
        Stand::Waits => (text(locale, "home-organisation-waits"), false),
        Stand::Verified(day) => {
            (text_args(locale, "home-organisation-verified", &[("day", Arg::Text(&day))]), false)
        }
        Stand::Ends(day) => (text_args(locale, "home-organisation-ends", &[("day", Arg::Text(&day))]), true),
        Stand::Over => (text(locale, "home-organisation-over"), true),
        Stand::Limited => (text(locale, "home-organisation-limited"), true),
    };
    let helped = href.is_none().then(|| text(locale, "home-organisation-administrator"));
    let (problem, facts) = if urgent { (Some(fact), None) } else { (None, Some(fact)) };
    Row { title: name, href, facts: facts.into_iter().chain(helped).collect(), problem, ..Row::default() }
}
