//! Accounts for whoever administers them: found exactly, looked at without what their owners keep, closed and opened.

use super::{field, number};
use crate::desk::{DeskPage, RoleWord, Row, Section, role};
use crate::form::{Field, FieldKind, Form};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// A role that the owner has.
#[derive(Debug, Clone)]
pub struct UserRole {
    /// The role.
    pub role: RoleWord,
    /// The organisation's name.
    pub organisation: Option<String>,
    /// The area's name.
    pub area: Option<String>,
    /// Since when, as it is written.
    pub since: String,
}

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UserDone {
    /// It was signed out.
    Ended,
    /// It was closed.
    Locked,
    /// It was opened again.
    Unlocked,
}

/// Why something was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UserProblem {
    /// No reason was given.
    Reason,
    /// Somebody else was quicker.
    NotNow,
    /// It is the reader's own.
    Own,
}

/// The page of an account.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact with a line of its own on the page")]
pub struct UserPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Address of this page; forms are sent below it.
    pub address: String,
    /// Its key.
    pub id: String,
    /// Its phone, masked.
    pub phone: Option<String>,
    /// Its mailbox, masked.
    pub email: Option<String>,
    /// Since when, as it is written.
    pub since: String,
    /// Whether it signs anybody in.
    pub active: bool,
    /// On which day an administrator closed it, and why.
    pub locked: Option<(String, String)>,
    /// Whether it belongs to a demonstration.
    pub demo: bool,
    /// Whether it asks for a second factor.
    pub second_factor: bool,
    /// On how many devices it is signed in.
    pub sessions: u64,
    /// Whether it is the reader's own.
    pub own: bool,
    /// Its roles.
    pub roles: Vec<UserRole>,
    /// Where roles are given and ended.
    pub all_roles: String,
    /// The reason, as it was typed.
    pub typed: String,
    /// What was done.
    pub done: Option<UserDone>,
    /// What was not, and why.
    pub problem: Option<UserProblem>,
    /// Back to the search.
    pub back: Link,
}

/// Where an account is looked for; `missing` says that none was found.
pub fn users(chrome: Chrome, address: &str, (typed, missing): (&str, bool), back: Link) -> DeskPage {
    let locale = chrome.locale;
    let heading = text(locale, "admin-users-title");
    let contact = Field {
        problem: missing.then(|| text(locale, "admin-users-none")),
        ..field("contact", text(locale, "admin-users-find"), FieldKind::Text, typed)
    };
    let find = Section {
        id: "find",
        heading: text(locale, "admin-users-submit"),
        form: Some(Form {
            action: address.to_owned(),
            fields: vec![contact],
            submit: text(locale, "admin-users-submit"),
            ..Form::default()
        }),
        ..Section::default()
    };
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text(locale, "admin-users-lead")],
        sections: vec![find],
        links: vec![back],
        ..DeskPage::default()
    }
}

/// The page of an account in words.
pub fn user(page: UserPage) -> DeskPage {
    let locale = page.chrome.locale;
    let heading = text(locale, "admin-user-title");
    let mut sections = vec![state(locale, &page), roles(locale, &page)];
    sections.extend(lock(locale, &page));
    let done = page.done.map(|done| match done {
        UserDone::Ended => text(locale, "admin-user-done-ended"),
        UserDone::Locked => text(locale, "admin-user-done-locked"),
        UserDone::Unlocked => text(locale, "admin-user-done-unlocked"),
    });
    let problem = match page.problem {
        Some(UserProblem::NotNow) => Some(text(locale, "admin-user-problem-now")),
        Some(UserProblem::Own) => Some(text(locale, "admin-user-own")),
        Some(UserProblem::Reason) | None => None,
    };
    let mut lead = vec![text_args(locale, "admin-user-id", &[("id", Arg::Text(&page.id))])];
    lead.extend(page.own.then(|| text(locale, "admin-user-own")));
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..page.chrome },
        heading,
        lead,
        done,
        problem,
        sections,
        links: vec![Link::new(page.all_roles, text(locale, "admin-user-roles-change")), page.back],
    }
}

fn state(locale: Locale, page: &UserPage) -> Section {
    let title = match (&page.locked, page.active) {
        (Some((day, reason)), _) => {
            text_args(locale, "admin-user-locked", &[("day", Arg::Text(day)), ("reason", Arg::Text(reason))])
        }
        (None, true) => text(locale, "admin-user-active"),
        (None, false) => text(locale, "admin-user-closed"),
    };
    let mut facts = vec![text_args(locale, "admin-user-since", &[("day", Arg::Text(&page.since))])];
    let phone = page.phone.as_ref();
    facts.extend(phone.map(|to| text_args(locale, "admin-user-phone", &[("to", Arg::Text(to))])));
    let email = page.email.as_ref();
    facts.extend(email.map(|to| text_args(locale, "admin-user-email", &[("to", Arg::Text(to))])));
    facts.push(if page.second_factor {
        text(locale, "admin-user-second")
    } else {
        text(locale, "admin-user-no-second")
    });
    facts.extend(page.demo.then(|| text(locale, "admin-user-demo")));
    let mut forms = Vec::new();
    if page.sessions > 0 {
        facts.push(text_args(locale, "admin-user-sessions", &[("count", number(page.sessions))]));
        let submit = text(locale, "admin-user-sessions-end");
        forms.push(Form::button(format!("{}/sessions/end", page.address), submit));
    } else {
        facts.push(text(locale, "admin-user-sessions-none"));
    }
    let row = Row { title, facts, forms, ..Row::default() };
    Section { id: "state", heading: text(locale, "admin-user-state"), rows: vec![row], ..Section::default() }
}

fn roles(locale: Locale, page: &UserPage) -> Section {
    let rows = page.roles.iter().map(|held| {
        let named = role(locale, held.role);
        let args = [("role", Arg::Text(&named)), ("day", Arg::Text(&held.since))];
        let facts = held.organisation.iter().chain(&held.area).cloned().collect();
        Row { title: text_args(locale, "members-since", &args), facts, ..Row::default() }
    });
    Section {
        id: "roles",
        heading: text(locale, "admin-user-roles"),
        rows: rows.collect(),
        none: Some(text(locale, "admin-user-roles-none")),
        ..Section::default()
    }
}

/// The form that closes an account, or opens it again; none for the reader's own and for one that its owner closed.
fn lock(locale: Locale, page: &UserPage) -> Option<Section> {
    let address = &page.address;
    if page.locked.is_some() {
        let heading = text(locale, "admin-user-unlock");
        let form = Form::button(format!("{address}/unlock"), heading.clone());
        return Some(Section { id: "lock", heading, form: Some(form), ..Section::default() });
    }
    if page.own || !page.active {
        return None;
    }
    let reason = Field {
        hint: Some(text(locale, "admin-user-lock-hint")),
        problem: (page.problem == Some(UserProblem::Reason))
            .then(|| text(locale, "admin-user-problem-reason")),
        ..field("reason", text(locale, "admin-user-lock-reason"), FieldKind::Text, &page.typed)
    };
    let heading = text(locale, "admin-user-lock");
    let form = Form {
        action: format!("{address}/lock"),
        fields: vec![reason],
        submit: heading.clone(),
        ..Form::default()
    };
    let lead = Some(text(locale, "admin-user-lock-lead"));
    Some(Section { id: "lock", heading, lead, form: Some(form), ..Section::default() })
}
