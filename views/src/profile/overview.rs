//! The overview of a profile: what is missing next, what is there, and where it goes.

use super::{PartWord, Shell, VisibilityWord};
use crate::desk::{DeskPage, Row, Section};
use crate::{Arg, Link, Locale, text, text_args};

/// What is there of a part; nothing where it is missing.
#[derive(Debug, Clone)]
pub struct PartView {
    /// Which part.
    pub part: PartWord,
    /// What is there, a line each; nothing may be told of a part that is there.
    pub facts: Vec<String>,
    /// Whether it is there.
    pub there: bool,
}

/// A profile at a glance.
#[derive(Debug, Clone)]
pub struct Overview {
    /// Its parts, in order.
    pub parts: Vec<PartView>,
    /// Who sees it.
    pub visibility: VisibilityWord,
    /// Codes of the languages in which the CV can be had.
    pub cv_in: Vec<Locale>,
}

fn share(locale: Locale, parts: &[PartView]) -> String {
    let number = |count: usize| Arg::Number(i64::try_from(count).unwrap_or(i64::MAX));
    match (parts.iter().filter(|part| part.there).count(), parts.len()) {
        (0, _) => text(locale, "profile-share-none"),
        (there, all) if there == all => text(locale, "profile-share-all"),
        (there, all) => text_args(locale, "profile-share", &[("there", number(there)), ("all", number(all))]),
    }
}

/// The overview.
pub fn overview(shell: &Shell, overview: Overview) -> DeskPage {
    let (locale, ways) = (shell.locale(), &shell.ways);
    let Overview { parts, visibility, cv_in } = overview;
    let lead = vec![share(locale, &parts), text(locale, "profile-lead")];
    let next = parts.iter().find(|part| !part.there).map(|view| Row {
        title: view.part.said(locale),
        href: Some(view.part.href(ways).to_owned()),
        facts: vec![view.part.why(locale)],
        ..Row::default()
    });
    let next = Section {
        id: "next",
        heading: text(locale, "profile-next"),
        rows: next.into_iter().collect(),
        none: Some(text(locale, "profile-next-none")),
        ..Section::default()
    };
    let part = |view: PartView| Row {
        title: view.part.said(locale),
        href: Some(view.part.href(ways).to_owned()),
        facts: if view.there { view.facts } else { vec![text(locale, "profile-missing")] },
        ..Row::default()
    };
    let documents = Row {
        title: text(locale, "id-title"),
        href: Some(ways.documents.to_owned()),
        facts: vec![text(locale, "id-why")],
        ..Row::default()
    };
    let claim = Row {
        title: text(locale, "claim-title"),
        href: Some(ways.claim.to_owned()),
        facts: vec![text(locale, "me-task-claim-why")],
        ..Row::default()
    };
    let all = Section {
        id: "parts",
        heading: text(locale, "profile-parts"),
        rows: parts.into_iter().map(part).chain([documents, claim]).collect(),
        ..Section::default()
    };
    let sections = vec![next, all, shown(shell, visibility, &cv_in)];
    let page = shell.page(text(locale, "profile-title"), lead, sections);
    DeskPage { links: vec![Link::new(ways.home, text(locale, "profile-home"))], ..page }
}

/// Where the profile goes.
fn shown(shell: &Shell, visibility: VisibilityWord, cv_in: &[Locale]) -> Section {
    let (locale, ways) = (shell.locale(), &shell.ways);
    let row = |title, href: String, facts| Row { title, href: Some(href), facts, ..Row::default() };
    let mut rows = vec![
        row(
            text(locale, "profile-visibility"),
            ways.visibility.to_owned(),
            vec![visibility.said(locale), visibility.what(locale)],
        ),
        row(text(locale, "profile-seen"), ways.seen.to_owned(), Vec::new()),
        row(text(locale, "profile-upload"), ways.upload.to_owned(), Vec::new()),
    ];
    if let Some(cv) = ways.cv {
        rows.extend(cv_in.iter().map(|language| {
            let title = text_args(locale, "profile-cv", &[("language", Arg::Text(language.own_name()))]);
            row(title, format!("{cv}?lang={}", language.code()), Vec::new())
        }));
    }
    Section { id: "shown", heading: text(locale, "profile-shown"), rows, ..Section::default() }
}
