//! The members of an organisation, in words.

use super::{DeskPage, RoleWord, Row, Section, role};
use crate::form::{Choice, Field, FieldKind, Form};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// A member.
#[derive(Debug, Clone)]
pub struct Member {
    /// By which the membership is named.
    pub id: String,
    /// How the member is reached.
    pub contact: String,
    /// The role.
    pub role: RoleWord,
    /// Where it is held, in words.
    pub area: Option<String>,
    /// Since when, as it is written.
    pub since: String,
    /// The last day, where it ends by itself.
    pub until: Option<String>,
    /// Whether the member looks after the members.
    pub administers: bool,
    /// Whether the role waits for a second factor.
    pub weak: bool,
    /// Whether it is time to ask whether it is still needed.
    pub asked: bool,
}

/// Somebody who was invited.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// By which the invitation is named.
    pub id: String,
    /// To whom it went.
    pub contact: String,
    /// The role.
    pub role: RoleWord,
    /// When, as it is written.
    pub day: String,
    /// Until when, as it is written.
    pub until: String,
}

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MembersDone {
    /// An invitation was sent.
    Invited,
    /// A membership was ended.
    Ended,
    /// A membership is still needed.
    Kept,
    /// An invitation was taken back.
    Withdrawn,
}

/// Why something was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MembersProblem {
    /// Nobody would be left to administer.
    Last,
    /// No phone number or address.
    Contact,
    /// No role of this organisation.
    Role,
    /// No area of this office.
    Area,
    /// Nobody gives themselves a role of an office.
    Oneself,
    /// This invitation waits already.
    Waits,
    /// Too many invitations wait, or were sent today.
    TooMany,
}

/// What stands in the form for an invitation.
#[derive(Debug, Clone, Default)]
pub struct InviteForm {
    /// The contact, as it was typed.
    pub contact: String,
    /// Code of the role that was chosen.
    pub role: String,
    /// Code of the area that was chosen.
    pub area: String,
    /// Whether to administer: `yes` or `no`.
    pub administers: String,
    /// Roles that can be had: code and word.
    pub roles: Vec<(String, RoleWord)>,
    /// Areas that can be had: code and name; none where no role reaches an area.
    pub areas: Vec<(String, String)>,
}

/// The page of an organisation's members.
#[derive(Debug, Clone)]
pub struct MembersPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Name of the organisation.
    pub organisation: String,
    /// Address of this page; forms are sent below it.
    pub address: String,
    /// Its members.
    pub members: Vec<Member>,
    /// Who was invited.
    pub waiting: Vec<Waiting>,
    /// What stands in the form.
    pub invite: InviteForm,
    /// What was done.
    pub done: Option<MembersDone>,
    /// What was not, and why.
    pub problem: Option<MembersProblem>,
    /// Where the tokens of its programs are.
    pub tokens: String,
    /// Back to the own pages.
    pub back: Link,
}

impl MembersDone {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::Invited => text(locale, "members-done-invited"),
            Self::Ended => text(locale, "members-done-ended"),
            Self::Kept => text(locale, "members-done-kept"),
            Self::Withdrawn => text(locale, "members-done-withdrawn"),
        }
    }
}

impl MembersProblem {
    /// In words, and the field that it is about.
    pub(super) fn said(self, locale: Locale) -> (String, Option<&'static str>) {
        match self {
            Self::Last => (text(locale, "members-last"), None),
            Self::Contact => (text(locale, "members-problem-contact"), Some("contact")),
            Self::Role => (text(locale, "members-problem-role"), Some("role")),
            Self::Area => (text(locale, "members-problem-area"), Some("area")),
            Self::Oneself => (text(locale, "members-problem-oneself"), Some("contact")),
            Self::Waits => (text(locale, "members-problem-waits"), Some("contact")),
            Self::TooMany => (text(locale, "members-problem-many"), None),
        }
    }
}

/// The page in words.
pub fn members(page: MembersPage) -> DeskPage {
    let MembersPage { chrome, organisation, address, members, waiting, invite, done, problem, tokens, back } =
        page;
    let locale = chrome.locale;
    let tokens = Link::new(tokens, text(locale, "tokens-title"));
    let heading = text_args(locale, "members-title", &[("organisation", Arg::Text(&organisation))]);
    let said = problem.map(|problem| problem.said(locale));
    let whole = said.as_ref().filter(|(_, field)| field.is_none()).map(|(text, _)| text.clone());
    let people = Section {
        id: "members",
        heading: text(locale, "members-list"),
        rows: members.into_iter().map(|member| row(locale, &address, member)).collect(),
        ..Section::default()
    };
    let invited = Section {
        id: "invited",
        heading: text(locale, "members-invited"),
        rows: waiting.into_iter().map(|waiting| waiting_row(locale, &address, waiting)).collect(),
        none: Some(text(locale, "members-invited-none")),
        ..Section::default()
    };
    let more = Section {
        id: "invite",
        heading: text(locale, "members-invite"),
        form: Some(form(locale, &address, &invite, said.as_ref())),
        ..Section::default()
    };
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text(locale, "members-lead")],
        done: done.map(|done| done.said(locale)),
        problem: whole,
        sections: vec![people, invited, more],
        links: vec![tokens, back],
    }
}

/// A button that sends the name of a thing.
pub(super) fn button(action: String, id: &str, submit: String) -> Form {
    Form { fields: vec![hidden("id", id)], ..Form::button(action, submit) }
}

/// A value that is sent along.
fn hidden(name: &str, value: &str) -> Field {
    Field { kind: FieldKind::Hidden, optional: true, ..field(name, String::new(), value) }
}

/// A field that says nothing yet but its label.
pub(super) fn field(name: &str, label: String, value: &str) -> Field {
    Field {
        name: name.to_owned(),
        label,
        hint: None,
        kind: FieldKind::Text,
        value: value.to_owned(),
        problem: None,
        optional: false,
    }
}

fn row(locale: Locale, address: &str, member: Member) -> Row {
    let Member { id, contact, role: held, area, since, until, administers, weak, asked } = member;
    let role = role(locale, held);
    let mut facts =
        vec![text_args(locale, "members-since", &[("role", Arg::Text(&role)), ("day", Arg::Text(&since))])];
    facts.extend(area);
    facts.extend(until.map(|day| text_args(locale, "me-role-until", &[("day", Arg::Text(&day))])));
    facts.extend(administers.then(|| text(locale, "members-administers")));
    let mut forms = Vec::new();
    if asked {
        facts.push(text(locale, "members-ask"));
        forms.push(button(format!("{address}/keep"), &id, text(locale, "members-keep")));
    }
    forms.push(button(format!("{address}/end"), &id, text(locale, "members-end")));
    let problem = weak.then(|| text(locale, "members-weak"));
    Row { title: contact, facts, problem, forms, ..Row::default() }
}

fn waiting_row(locale: Locale, address: &str, waiting: Waiting) -> Row {
    let Waiting { id, contact, role: offered, day, until } = waiting;
    let role = role(locale, offered);
    let about = [("role", Arg::Text(&role)), ("day", Arg::Text(&day)), ("until", Arg::Text(&until))];
    Row {
        title: contact,
        facts: vec![text_args(locale, "members-invited-until", &about)],
        forms: vec![button(format!("{address}/withdraw"), &id, text(locale, "members-withdraw"))],
        ..Row::default()
    }
}

fn form(
    locale: Locale,
    address: &str,
    typed: &InviteForm,
    said: Option<&(String, Option<&'static str>)>,
) -> Form {
    let mut fields = seat_fields(locale, typed);
    for field in &mut fields {
        field.problem = said.filter(|(_, of)| *of == Some(&*field.name)).map(|(text, _)| text.clone());
    }
    Form {
        action: format!("{address}/invite"),
        problem: None,
        fields,
        submit: text(locale, "members-invite-submit"),
        quiet: false,
    }
}

/// The fields that say who gets which role, where.
pub(super) fn seat_fields(locale: Locale, typed: &InviteForm) -> Vec<Field> {
    let roles = typed.roles.iter().map(|(code, word)| Choice::new(code, role(locale, *word))).collect();
    let mut fields = vec![
        Field {
            hint: Some(text(locale, "members-invite-contact-hint")),
            ..field("contact", text(locale, "members-invite-contact"), &typed.contact)
        },
        Field {
            kind: FieldKind::Choice(roles),
            ..field("role", text(locale, "members-invite-role"), &typed.role)
        },
    ];
    if !typed.areas.is_empty() {
        let none = Choice::new("", text(locale, "members-invite-area-none"));
        let areas = typed.areas.iter().map(|(code, name)| Choice::new(code, name.clone()));
        fields.push(Field {
            kind: FieldKind::Choice(std::iter::once(none).chain(areas).collect()),
            hint: Some(text(locale, "members-invite-area-hint")),
            optional: true,
            ..field("area", text(locale, "members-invite-area"), &typed.area)
        });
    }
    let yes_no = vec![
        Choice::new("no", text(locale, "members-invite-no")),
        Choice::new("yes", text(locale, "members-invite-yes")),
    ];
    fields.push(Field {
        kind: FieldKind::Choice(yes_no),
        ..field("administers", text(locale, "members-invite-administers"), &typed.administers)
    });
    fields
}
