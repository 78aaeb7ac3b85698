//! An organisation's own vacancies, in words.

use super::pages;
use crate::desk::{DeskPage, Row, Section};
use crate::layout::Chrome;
use crate::posting::StatusWord;
use crate::{Arg, Link, Locale, text, text_args};

/// Where a vacancy stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Anybody may find it.
    Open,
    /// Its last day has passed.
    Expired,
    /// It was taken back.
    Withdrawn,
    /// It was posted here, and stands elsewhere.
    Posted(StatusWord),
}

/// How many people fit, as far as that is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Not asked: the vacancy is closed, or the organisation may not look.
    Not,
    /// Fewer than this.
    Fewer(u32),
    /// So many.
    Exactly(u32),
    /// So many and more.
    AtLeast(u32),
}

/// A vacancy of the organisation.
#[derive(Debug, Clone)]
pub struct Offered {
    /// As advertised.
    pub title: String,
    /// Where it is looked after, or else its public page.
    pub public: String,
    /// Whether it is looked after here.
    pub own: bool,
    /// The people who fit; none where the reader may not see them.
    pub people: Option<String>,
    /// The applications for it, for whoever hires.
    pub applications: Option<String>,
    /// Where it stands.
    pub state: State,
    /// Place, wage, last day: finished lines.
    pub facts: Vec<String>,
    /// Its last day, as it is written.
    pub until: Option<String>,
    /// How many people fit.
    pub counted: Counted,
}

/// The page.
#[derive(Debug, Clone)]
pub struct OfferedPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// Name of the organisation.
    pub organisation: String,
    /// What it lacks to see people: its page of that.
    pub lacks: Option<String>,
    /// Its vacancies, open ones first.
    pub vacancies: Vec<Offered>,
    /// How many there are.
    pub total: u64,
    /// This page, and the last.
    pub place: (u64, u64),
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// Ways on.
    pub links: Vec<Link>,
}

impl Counted {
    fn said(self, locale: Locale) -> Option<String> {
        let number = |count: u32| [("count", Arg::Number(count.into()))];
        match self {
            Self::Not => None,
            Self::Fewer(count) => Some(text_args(locale, "advice-fewer", &number(count))),
            Self::Exactly(count) => Some(text_args(locale, "advice-count", &number(count))),
            Self::AtLeast(count) => Some(text_args(locale, "advice-count-more", &number(count))),
        }
    }
}

/// The page in words.
pub fn offered(page: OfferedPage) -> DeskPage {
    let OfferedPage { chrome, organisation, lacks, vacancies, total, place, previous, next, links } = page;
    let locale = chrome.locale;
    let heading = text_args(locale, "advice-vacancies-of", &[("organisation", Arg::Text(&organisation))]);
    let count = Arg::Number(i64::try_from(total).unwrap_or(i64::MAX));
    let number = |at: u64| Arg::Number(i64::try_from(at).unwrap_or(i64::MAX));
    let position = [("page", number(place.0)), ("last", number(place.1))];
    let position = (place.1 > 1).then(|| text_args(locale, "pages-position", &position));
    let listed = Section {
        id: "vacancies",
        heading: text_args(locale, "advice-vacancies", &[("count", count)]),
        lead: position.map(|said| format!("{said}.")),
        rows: vacancies.into_iter().map(|offered| row(locale, offered)).collect(),
        none: Some(text(locale, "advice-vacancies-none")),
        pages: pages(locale, previous, next),
        ..Section::default()
    };
    let way = lacks.map(|href| Link::new(href, text(locale, "advice-lacks-title")));
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![if way.is_some() {
            text(locale, "advice-vacancies-lacking")
        } else {
            text(locale, "advice-vacancies-lead")
        }],
        sections: vec![listed],
        links: way.into_iter().chain(links).collect(),
        ..DeskPage::default()
    }
}

fn row(locale: Locale, offered: Offered) -> Row {
    let Offered { title, public, own, people, applications, state, facts, until, counted } = offered;
    let until = until.map(|day| [("day", day)]);
    let day = |key: &str| {
        let args = until.as_ref().map(|[(name, day)]| [(*name, Arg::Text(day.as_str()))]);
        args.map(|args| text_args(locale, key, &args))
    };
    let state = match state {
        State::Open => day("advice-open-until").unwrap_or_else(|| text(locale, "advice-open")),
        State::Expired => day("advice-expired-on").unwrap_or_else(|| text(locale, "advice-expired")),
        State::Withdrawn => text(locale, "advice-withdrawn"),
        State::Posted(status) => status.said(locale),
    };
    let facts = std::iter::once(state).chain(facts).chain(counted.said(locale)).collect();
    let links = applications.map(|href| Link::new(href, text(locale, "hiring-count")));
    let people = people.filter(|_| !own);
    Row {
        title,
        href: Some(people.unwrap_or(public)),
        facts,
        links: links.into_iter().collect(),
        ..Row::default()
    }
}
