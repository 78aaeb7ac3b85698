//! The pages on which somebody takes over a record that others made, in words.

use super::Problem;
use crate::desk::{DeskPage, Section};
use crate::form::{Field, FieldKind, Form, FormPage};
use crate::layout::Chrome;
use crate::{Link, text};

/// A page on which a record is taken over: where its forms are sent, and what stands in them.
#[derive(Debug, Clone)]
pub struct Claim {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Where its forms are sent.
    pub action: &'static str,
    /// What was typed, by the names of the fields.
    pub typed: Vec<(String, String)>,
    /// What is wrong, by the names of the fields.
    pub problems: Vec<(&'static str, Problem)>,
    /// Where the page leads back.
    pub back: &'static str,
    /// Whether the reader keeps a profile already: an office then looks at both records.
    pub keeps: bool,
    /// What was just done.
    pub done: Option<ClaimDone>,
}

/// What came of showing that a record is the reader's, who keeps a profile already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimDone {
    /// An office looks at both records.
    Asked,
    /// An office has decided about the two before.
    Decided,
}

impl Claim {
    fn field(&self, name: &str, kind: FieldKind, label: &str, hint: &str) -> Field {
        let locale = self.chrome.locale;
        let held = self.typed.iter().find(|(held, _)| held == name);
        let problem = self.problems.iter().find(|(held, _)| *held == name);
        Field {
            name: name.to_owned(),
            label: text(locale, label),
            hint: Some(text(locale, hint)),
            kind,
            value: held.map(|(_, value)| value.clone()).unwrap_or_default(),
            problem: problem.map(|(_, problem)| problem.said(locale)),
            optional: false,
        }
    }

    fn form(&self, what: &str, fields: Vec<Field>, submit: &str) -> Form {
        let what = Field {
            name: "what".to_owned(),
            label: String::new(),
            hint: None,
            kind: FieldKind::Hidden,
            value: what.to_owned(),
            problem: None,
            optional: true,
        };
        let fields = std::iter::once(what).chain(fields).collect();
        let (action, submit) = (self.action.to_owned(), text(self.chrome.locale, submit));
        Form { action, problem: None, fields, submit, quiet: false }
    }
}

/// The page on which somebody says how the record is theirs: by its card, or by a phone or mailbox.
pub fn claim(page: &Claim) -> DeskPage {
    let locale = page.chrome.locale;
    let card = vec![
        page.field("card", FieldKind::Number, "field-card", "field-card-hint"),
        page.field("pin", FieldKind::Code, "field-pin", "field-pin-hint"),
    ];
    let contact = vec![
        page.field("contact", FieldKind::Contact, "claim-contact", "claim-contact-hint"),
        page.field("born", FieldKind::Number, "claim-born", "claim-born-hint"),
    ];
    let section = |id, heading, lead, form| Section {
        id,
        heading: text(locale, heading),
        lead: Some(text(locale, lead)),
        form: Some(form),
        ..Section::default()
    };
    let heading = text(locale, "claim-title");
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..page.chrome.clone() },
        heading,
        done: page.done.map(|done| match done {
            ClaimDone::Asked => text(locale, "claim-asked"),
            ClaimDone::Decided => text(locale, "claim-decided"),
        }),
        lead: vec![text(locale, if page.keeps { "claim-has-profile" } else { "claim-lead" })],
        sections: vec![
            section(
                "by-card",
                "claim-by-card",
                if page.keeps { "claim-by-card-keeps" } else { "claim-by-card-lead" },
                page.form("card", card, "claim-submit"),
            ),
            section(
                "by-code",
                "claim-by-code",
                "claim-by-code-lead",
                page.form("contact", contact, "claim-send"),
            ),
        ],
        links: vec![Link::new(page.back, text(locale, "claim-back"))],
        ..DeskPage::default()
    }
}

/// The page on which the code is typed.
pub fn claim_code(page: &Claim) -> FormPage {
    let locale = page.chrome.locale;
    let code = page.field("code", FieldKind::Code, "field-code", "field-code-hint");
    let heading = text(locale, "claim-code-title");
    FormPage {
        chrome: Chrome { title: heading.clone(), ..page.chrome.clone() },
        heading,
        lead: vec![text(locale, "claim-code-lead")],
        form: page.form("code", vec![code], "claim-submit"),
        links: vec![Link::new(page.back, text(locale, "claim-again"))],
    }
}
