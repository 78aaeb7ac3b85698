//! The page on which somebody applies: what is sent, and what is missing before it can be.

use crate::consent::ClassWord;
use crate::desk::{DeskPage, Row, Section};
use crate::form::{Field, FieldKind, Form};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// Something that the employer is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// Its code in the form.
    pub code: &'static str,
    /// What it is.
    pub class: ClassWord,
    /// What stands there now, as it is shown.
    pub value: String,
    /// Whether it can be left out.
    pub optional: bool,
    /// Whether it is ticked.
    pub ticked: bool,
}

/// Why nothing was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ApplyProblem {
    /// As many were sent today as may be.
    TooMany,
    /// The vacancy closed meanwhile.
    Closed,
}

/// The page on which somebody applies.
#[derive(Debug, Clone)]
pub struct ApplyPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// The vacancy.
    pub vacancy: Link,
    /// Who offers it.
    pub employer: String,
    /// The terms of the advert.
    pub terms: Vec<String>,
    /// The words that are consented to.
    pub words: String,
    /// What is shown.
    pub shared: Vec<Shared>,
    /// What the profile has to say first: where.
    pub missing: Vec<Link>,
    /// Where the form is sent.
    pub action: String,
    /// Why nothing was sent.
    pub problem: Option<ApplyProblem>,
    /// Ways on.
    pub links: Vec<Link>,
}

fn tick(locale: Locale, shared: &Shared) -> Field {
    let Shared { code, class, value, optional, ticked } = shared;
    let hint = if value.is_empty() { text(locale, "hiring-shared-empty") } else { value.clone() };
    Field {
        name: (*code).to_owned(),
        label: class.said(locale),
        hint: Some(hint),
        kind: FieldKind::Tick,
        value: if *ticked { "yes".to_owned() } else { String::new() },
        problem: None,
        optional: *optional,
    }
}

/// The page on which somebody applies; without what the profile needs it says what is missing.
pub fn apply(page: ApplyPage) -> DeskPage {
    let ApplyPage { chrome, vacancy, employer, terms, words, shared, missing, action, problem, links } = page;
    let locale = chrome.locale;
    let heading = text_args(locale, "hiring-apply-title", &[("title", Arg::Text(&vacancy.text))]);
    let lead = vec![employer, terms.join(" · ")];
    let section = if missing.is_empty() {
        Section {
            id: "apply",
            heading: text(locale, "hiring-apply-shared"),
            lead: Some(words),
            form: Some(Form {
                action,
                problem: problem.map(|problem| match problem {
                    ApplyProblem::TooMany => text(locale, "hiring-apply-many"),
                    ApplyProblem::Closed => text(locale, "hiring-apply-closed"),
                }),
                fields: shared.iter().map(|shared| tick(locale, shared)).collect(),
                submit: text(locale, "hiring-apply-send"),
                quiet: false,
            }),
            ..Section::default()
        }
    } else {
        let row = |link: Link| Row { title: link.text, href: Some(link.href), ..Row::default() };
        Section {
            id: "missing",
            heading: text(locale, "hiring-apply-missing"),
            lead: Some(text(locale, "hiring-apply-missing-lead")),
            rows: missing.into_iter().map(row).collect(),
            ..Section::default()
        }
    };
    let back = Link::new(vacancy.href, text(locale, "advice-see-vacancy"));
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: lead.into_iter().filter(|line| !line.is_empty()).collect(),
        sections: vec![section],
        links: std::iter::once(back).chain(links).collect(),
        ..DeskPage::default()
    }
}
