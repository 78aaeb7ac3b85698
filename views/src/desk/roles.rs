//! The roles of all accounts, for whoever keeps the platform going, in words.

use super::members::{InviteForm, MembersProblem, button, field, seat_fields};
use super::{DeskPage, RoleWord, Row, Section, role};
use crate::form::{Field, FieldKind, Form, day_hint};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// A role that somebody has.
#[derive(Debug, Clone)]
pub struct Held {
    /// By which the membership is named.
    pub id: String,
    /// Who.
    pub contact: String,
    /// The role.
    pub role: RoleWord,
    /// The organisation's name.
    pub organisation: Option<String>,
    /// The area's name.
    pub area: Option<String>,
    /// Since when, as it is written.
    pub since: String,
    /// Its last day, where it ends by itself.
    pub until: Option<String>,
    /// Whether the role waits for a second factor.
    pub weak: bool,
    /// Whether it is time to ask whether it is still needed.
    pub asked: bool,
}

/// What stands in the form by which a role is given.
#[derive(Debug, Clone, Default)]
pub struct GrantForm {
    /// Who gets what, where.
    pub seat: InviteForm,
    /// The organisation, as it was typed.
    pub organisation: String,
    /// The last day, as it was typed.
    pub until: String,
}

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RolesDone {
    /// A role was given.
    Granted,
    /// A role was ended.
    Ended,
    /// A role is still needed.
    Kept,
}

/// Why something was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RolesProblem {
    /// Nobody has such an account.
    Nobody,
    /// They have the role.
    Held,
    /// No such organisation.
    Organisation,
    /// No day, or one that has passed.
    Until,
    /// The role is given for so many days at most.
    End(u32),
    /// The same as of an invitation.
    Seat(MembersProblem),
}

/// The page of roles.
#[derive(Debug, Clone)]
pub struct RolesPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Address of this page; forms are sent below it.
    pub address: String,
    /// Who has one.
    pub held: Vec<Held>,
    /// What stands in the form.
    pub grant: GrantForm,
    /// What was done.
    pub done: Option<RolesDone>,
    /// What was not, and why.
    pub problem: Option<RolesProblem>,
    /// Back to the own pages.
    pub back: Link,
}

impl RolesProblem {
    fn said(self, locale: Locale) -> (String, Option<&'static str>) {
        match self {
            Self::Nobody => (text(locale, "roles-problem-nobody"), Some("contact")),
            Self::Held => (text(locale, "roles-problem-held"), Some("role")),
            Self::Organisation => (text(locale, "roles-problem-organisation"), Some("organisation")),
            Self::Until => (text(locale, "roles-problem-until"), Some("until")),
            Self::End(days) => {
                let days = [("days", Arg::Number(i64::from(days)))];
                (text_args(locale, "roles-problem-end", &days), Some("until"))
            }
            Self::Seat(problem) => problem.said(locale),
        }
    }
}

/// The page in words.
pub fn roles(page: RolesPage) -> DeskPage {
    let RolesPage { chrome, address, held, grant, done, problem, back } = page;
    let locale = chrome.locale;
    let count = Arg::Number(i64::try_from(held.len()).unwrap_or(i64::MAX));
    let said = problem.map(|problem| problem.said(locale));
    let list = Section {
        id: "held",
        heading: text_args(locale, "roles-list", &[("count", count)]),
        rows: held.into_iter().map(|held| row(locale, &address, held)).collect(),
        none: Some(text(locale, "roles-none")),
        ..Section::default()
    };
    let more = Section {
        id: "grant",
        heading: text(locale, "roles-grant"),
        form: Some(form(locale, &address, &grant, said.as_ref())),
        ..Section::default()
    };
    let heading = text(locale, "roles-title");
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text(locale, "roles-lead")],
        done: done.map(|done| match done {
            RolesDone::Granted => text(locale, "roles-done-granted"),
            RolesDone::Ended => text(locale, "roles-done-ended"),
            RolesDone::Kept => text(locale, "members-done-kept"),
        }),
        problem: said.filter(|(_, of)| of.is_none()).map(|(text, _)| text),
        sections: vec![list, more],
        links: vec![back],
    }
}

fn row(locale: Locale, address: &str, held: Held) -> Row {
    let Held { id, contact, role: word, organisation, area, since, until, weak, asked } = held;
    let until = until.map(|day| text_args(locale, "me-role-until", &[("day", Arg::Text(&day))]));
    let named = role(locale, word);
    let since =
        text_args(locale, "members-since", &[("role", Arg::Text(&named)), ("day", Arg::Text(&since))]);
    let ask = asked.then(|| text(locale, "members-ask"));
    let keep = asked.then(|| button(format!("{address}/keep"), &id, text(locale, "members-keep")));
    let end = button(format!("{address}/end"), &id, text(locale, "roles-end"));
    Row {
        title: contact,
        facts: std::iter::once(since).chain(organisation).chain(area).chain(until).chain(ask).collect(),
        problem: weak.then(|| text(locale, "members-weak")),
        forms: keep.into_iter().chain([end]).collect(),
        ..Row::default()
    }
}

fn form(
    locale: Locale,
    address: &str,
    typed: &GrantForm,
    said: Option<&(String, Option<&'static str>)>,
) -> Form {
    let mut fields = seat_fields(locale, &typed.seat);
    fields.push(Field {
        hint: Some(text(locale, "roles-grant-organisation-hint")),
        optional: true,
        ..field("organisation", text(locale, "roles-grant-organisation"), &typed.organisation)
    });
    fields.push(Field {
        kind: FieldKind::Text,
        hint: Some(day_hint(locale, Some(text(locale, "roles-grant-until-hint")))),
        optional: true,
        ..field("until", text(locale, "roles-grant-until"), &typed.until)
    });
    for field in &mut fields {
        field.problem = said.filter(|(_, of)| *of == Some(&*field.name)).map(|(text, _)| text.clone());
    }
    Form {
        action: format!("{address}/grant"),
        problem: None,
        fields,
        submit: text(locale, "roles-grant-submit"),
        quiet: false,
    }
}
