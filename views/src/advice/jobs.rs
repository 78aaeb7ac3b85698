//! The jobs that fit a profile, in words, for its owner.

use super::fit::Fit;
use super::pages;
use crate::desk::{DeskPage, Row, Section};
use crate::layout::Chrome;
use crate::profile::PartWord;
use crate::{Arg, Link, Locale, text, text_args};

/// A job that fits.
#[derive(Debug, Clone)]
pub struct JobRow {
    /// As advertised, and its page.
    pub vacancy: Link,
    /// Employer, place, wage: finished lines.
    pub facts: Vec<String>,
    /// How well, and why.
    pub fit: Fit,
}

impl JobRow {
    /// As a row of a list.
    pub(crate) fn row(self, locale: Locale) -> Row {
        let facts = self.fit.lines(locale).into_iter().chain(self.facts).collect();
        Row { title: self.vacancy.text, href: Some(self.vacancy.href), facts, ..Row::default() }
    }
}

/// The page.
#[derive(Debug, Clone)]
pub struct JobsPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// Whether there is a profile to go by.
    pub profile: bool,
    /// Whether jobs can be ranked at the moment.
    pub ready: bool,
    /// Parts of the profile that say nothing yet, each with where it is filled in.
    pub missing: Vec<(PartWord, String)>,
    /// Jobs, best first.
    pub jobs: Vec<JobRow>,
    /// Which page this is.
    pub number: u32,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// Ways on.
    pub links: Vec<Link>,
}

/// The page in words.
pub fn jobs(page: JobsPage) -> DeskPage {
    let JobsPage { chrome, profile, ready, missing, jobs, number, previous, next, links } = page;
    let locale = chrome.locale;
    let heading = text(locale, "advice-jobs-title");
    let none = match (profile, ready, number) {
        (false, ..) => text(locale, "advice-jobs-no-profile"),
        (true, false, _) => text(locale, "advice-not-ready"),
        (true, true, 1) => text(locale, "advice-jobs-none"),
        (true, true, _) => text(locale, "advice-jobs-no-more"),
    };
    let position = [("page", Arg::Number(number.into()))];
    let listed = Section {
        id: "jobs",
        heading: text_args(locale, "advice-jobs-page", &position),
        rows: jobs.into_iter().map(|job| job.row(locale)).collect(),
        none: Some(none),
        pages: pages(locale, previous, next),
        ..Section::default()
    };
    let part = |(part, href): (PartWord, String)| Row {
        title: part.said(locale),
        href: Some(href),
        ..Row::default()
    };
    let missing = (!missing.is_empty()).then(|| Section {
        id: "missing",
        heading: text(locale, "advice-jobs-missing"),
        lead: Some(text(locale, "advice-jobs-missing-lead")),
        rows: missing.into_iter().map(part).collect(),
        ..Section::default()
    });
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text(locale, "advice-jobs-lead")],
        sections: std::iter::once(listed).chain(missing).collect(),
        links,
        ..DeskPage::default()
    }
}
