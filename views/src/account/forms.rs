//! The forms of accounts: which fields each has, and what it says.

use super::{Asked, Problems, Proof, Shell};
use crate::form::{Field, FieldKind, Form, FormPage};
use crate::layout::Chrome;
use crate::{Link, Locale, text};
use std::iter;

/// What stands around a form.
struct Words {
    title: String,
    lead: Option<String>,
}

fn words(title: String, lead: impl Into<Option<String>>) -> Words {
    Words { title, lead: lead.into() }
}

impl Shell {
    fn locale(&self) -> Locale {
        self.chrome.locale
    }

    /// What surrounds a page of this title.
    pub(super) fn titled(&self, title: String) -> Chrome {
        Chrome { title, ..self.chrome.clone() }
    }

    fn page(&self, words: Words, form: Form, links: Vec<Link>) -> FormPage {
        FormPage {
            chrome: self.titled(words.title.clone()),
            heading: words.title,
            lead: words.lead.into_iter().collect(),
            form,
            links,
        }
    }

    fn to_sign_in(&self) -> Link {
        Link::new(self.ways.sign_in, text(self.locale(), "sign-in-title"))
    }

    pub(super) fn to_account(&self) -> Link {
        Link::new(self.ways.account, text(self.locale(), "account-title"))
    }
}

pub(super) fn form(
    locale: Locale,
    (action, submit): (&str, String),
    problems: &Problems,
    fields: Vec<Field>,
) -> Form {
    let problem = problems.whole.map(|problem| problem.said(locale));
    Form { action: action.to_owned(), problem, fields, submit, quiet: false }
}

pub(super) fn field(
    locale: Locale,
    problems: &Problems,
    (name, kind): (&str, FieldKind),
    (label, hint): (String, Option<String>),
) -> Field {
    let problem = problems.at(name).map(|problem| problem.said(locale));
    Field { name: name.to_owned(), label, hint, kind, value: String::new(), problem, optional: false }
}

fn contact(locale: Locale, typed: &str, problems: &Problems, label: String) -> Field {
    let said = (label, Some(text(locale, "field-contact-hint")));
    Field { value: typed.to_owned(), ..field(locale, problems, ("contact", FieldKind::Contact), said) }
}

fn known_contact(locale: Locale, typed: &str, problems: &Problems) -> Field {
    contact(locale, typed, problems, text(locale, "field-contact"))
}

fn password(locale: Locale, problems: &Problems) -> Field {
    field(locale, problems, ("password", FieldKind::Password), (text(locale, "field-password"), None))
}

/// The password of whoever is signed in, or the PIN of the card; an account with neither leaves it out.
fn own_password(locale: Locale, problems: &Problems) -> Field {
    let said = (text(locale, "field-password"), Some(text(locale, "field-own-password-hint")));
    Field { optional: true, ..field(locale, problems, ("password", FieldKind::Password), said) }
}

/// What shows once more that the account is the reader's.
pub(crate) fn shown(locale: Locale, proof: Proof, problems: &Problems) -> Vec<Field> {
    match proof {
        Proof::Password => vec![own_password(locale, problems)],
        Proof::Both => vec![own_password(locale, problems), device_code(locale, problems)],
    }
}

fn new_password(locale: Locale, problems: &Problems) -> Field {
    let said = (text(locale, "field-new-password"), Some(text(locale, "field-new-password-hint")));
    field(locale, problems, ("new_password", FieldKind::NewPassword), said)
}

fn sent_code(locale: Locale, problems: &Problems) -> Field {
    let said = (text(locale, "field-code"), Some(text(locale, "field-code-hint")));
    field(locale, problems, ("code", FieldKind::Code), said)
}

fn device_code(locale: Locale, problems: &Problems) -> Field {
    let said = (text(locale, "field-second-code"), Some(text(locale, "field-second-code-hint")));
    field(locale, problems, ("code", FieldKind::Code), said)
}

/// A value that is sent along.
pub(super) fn hidden(name: &str, value: &str) -> Field {
    Field {
        name: name.to_owned(),
        label: String::new(),
        hint: None,
        kind: FieldKind::Hidden,
        value: value.to_owned(),
        problem: None,
        optional: true,
    }
}

/// The form of a new account; `typed` is the contact as it was typed.
pub fn sign_up(shell: &Shell, typed: &str, problems: &Problems) -> FormPage {
    let locale = shell.locale();
    let fields = vec![known_contact(locale, typed, problems), new_password(locale, problems)];
    let form = form(locale, (shell.ways.sign_up, text(locale, "sign-up-submit")), problems, fields);
    let links = vec![Link::new(shell.ways.sign_in, text(locale, "sign-up-have"))];
    shell.page(words(text(locale, "sign-up-title"), text(locale, "sign-up-lead")), form, links)
}

/// The sign-in form, which leads on to `next`.
pub fn sign_in(shell: &Shell, typed: &str, next: Option<&str>, problems: &Problems) -> FormPage {
    let locale = shell.locale();
    let mut fields = vec![known_contact(locale, typed, problems), password(locale, problems)];
    fields.extend(next.map(|next| hidden("next", next)));
    let form = form(locale, (shell.ways.sign_in, text(locale, "sign-in-submit")), problems, fields);
    let links = vec![
        Link::new(shell.ways.by_code, text(locale, "sign-in-by-code")),
        Link::new(shell.ways.card, text(locale, "sign-in-by-card")),
        Link::new(shell.ways.recover, text(locale, "sign-in-lost")),
        Link::new(shell.ways.sign_up, text(locale, "sign-in-none")),
    ];
    shell.page(words(text(locale, "sign-in-title"), None), form, links)
}

/// The sign-in form where somebody may have been sent a code instead, with the way to where it is typed.
pub fn sign_in_or_code(
    shell: &Shell,
    typed: &str,
    (next, to_code): (Option<&str>, String),
    problems: &Problems,
) -> FormPage {
    let mut page = sign_in(shell, typed, next, problems);
    page.links.insert(0, Link::new(to_code, text(shell.locale(), "sign-in-type-code")));
    page
}

/// The form that asks for a code to sign in with.
pub fn by_code(shell: &Shell, typed: &str, problems: &Problems) -> FormPage {
    let locale = shell.locale();
    let fields = vec![known_contact(locale, typed, problems)];
    let form = form(locale, (shell.ways.by_code, text(locale, "recover-submit")), problems, fields);
    let said = words(text(locale, "by-code-title"), text(locale, "by-code-lead"));
    shell.page(said, form, vec![shell.to_sign_in()])
}

/// The form by which the owner of a card comes in; `typed` is the number as it was typed.
pub fn card(shell: &Shell, typed: &str, problems: &Problems) -> FormPage {
    let locale = shell.locale();
    let field = |name: &str, kind, label, hint| Field {
        name: name.to_owned(),
        label,
        hint: Some(hint),
        kind,
        value: String::new(),
        problem: problems.at(name).map(|problem| problem.said(locale)),
        optional: false,
    };
    let (number, hint) = (text(locale, "field-card"), text(locale, "field-card-hint"));
    let fields = vec![
        Field { value: typed.to_owned(), ..field("card", FieldKind::Number, number, hint) },
        field("pin", FieldKind::Code, text(locale, "field-pin"), text(locale, "field-pin-hint")),
    ];
    let form = form(locale, (shell.ways.card, text(locale, "sign-in-submit")), problems, fields);
    let said = words(text(locale, "by-card-title"), text(locale, "by-card-lead"));
    shell.page(said, form, vec![shell.to_sign_in()])
}

/// The form for a lost password.
pub fn recover(shell: &Shell, typed: &str, problems: &Problems) -> FormPage {
    let locale = shell.locale();
    let fields = vec![known_contact(locale, typed, problems)];
    let form = form(locale, (shell.ways.recover, text(locale, "recover-submit")), problems, fields);
    let said = words(text(locale, "recover-title"), text(locale, "recover-lead"));
    shell.page(said, form, vec![shell.to_sign_in()])
}

/// The form that takes a code, and leads on to `next`.
pub fn code(shell: &Shell, asked: Asked, next: Option<&str>, problems: &Problems) -> FormPage {
    let locale = shell.locale();
    let (field, said, link) = match asked {
        Asked::Sent => (
            sent_code(locale, problems),
            words(text(locale, "code-title"), text(locale, "code-lead")),
            Link::new(shell.ways.by_code, text(locale, "code-again")),
        ),
        Asked::Card => (
            sent_code(locale, problems),
            words(text(locale, "code-title"), text(locale, "code-card-lead")),
            Link::new(shell.ways.card, text(locale, "code-card-again")),
        ),
        Asked::Device => (
            device_code(locale, problems),
            words(text(locale, "second-title"), text(locale, "second-lead-sign-in")),
            shell.to_sign_in(),
        ),
    };
    let mut fields = vec![field];
    fields.extend(next.map(|next| hidden("next", next)));
    let form = form(locale, (shell.ways.code, text(locale, "code-submit")), problems, fields);
    shell.page(said, form, vec![link])
}

/// The form that takes a new password in place of a lost one.
pub fn choose_password(shell: &Shell, problems: &Problems) -> FormPage {
    let locale = shell.locale();
    let fields = vec![new_password(locale, problems)];
    let to = (shell.ways.new_password, text(locale, "new-password-submit"));
    let said = words(text(locale, "new-password-title"), text(locale, "new-password-lead"));
    shell.page(said, form(locale, to, problems, fields), Vec::new())
}

/// The form that changes phone or mailbox.
pub fn change_contact(shell: &Shell, typed: &str, proof: Proof, problems: &Problems) -> FormPage {
    let locale = shell.locale();
    let new = contact(locale, typed, problems, text(locale, "field-new-contact"));
    let fields = iter::once(new).chain(shown(locale, proof, problems)).collect();
    let form = form(locale, (shell.ways.contact, text(locale, "contact-submit")), problems, fields);
    let said = words(text(locale, "contact-title"), text(locale, "contact-lead"));
    shell.page(said, form, vec![shell.to_account()])
}

/// The form that changes the password.
pub fn change_password(shell: &Shell, proof: Proof, problems: &Problems) -> FormPage {
    let locale = shell.locale();
    let mut fields = shown(locale, proof, problems);
    fields.push(new_password(locale, problems));
    let form = form(locale, (shell.ways.password, text(locale, "password-submit")), problems, fields);
    let said = words(text(locale, "password-title"), text(locale, "password-lead"));
    shell.page(said, form, vec![shell.to_account()])
}

/// The form that turns the second factor off, with the way to new recovery codes.
pub fn second_factor_off(shell: &Shell, problems: &Problems) -> FormPage {
    let locale = shell.locale();
    let fields = shown(locale, Proof::Both, problems);
    let to = (shell.ways.second_factor_off, text(locale, "second-off-submit"));
    let said = words(text(locale, "second-off-title"), text(locale, "second-off-lead"));
    let codes = Link::new(shell.ways.recovery_codes, text(locale, "second-new-codes"));
    shell.page(said, form(locale, to, problems, fields), vec![codes, shell.to_account()])
}

/// The form that asks for new recovery codes.
pub fn new_codes(shell: &Shell, problems: &Problems) -> FormPage {
    let locale = shell.locale();
    let fields = shown(locale, Proof::Both, problems);
    let to = (shell.ways.recovery_codes, text(locale, "second-new-codes-submit"));
    let said = words(text(locale, "second-new-codes"), text(locale, "second-new-codes-lead"));
    shell.page(said, form(locale, to, problems, fields), vec![shell.to_account()])
}

/// The form that takes the first code of a second factor.
pub(super) fn first_code(shell: &Shell, next: Option<&str>, problems: &Problems) -> Form {
    let locale = shell.locale();
    let mut fields = vec![device_code(locale, problems), own_password(locale, problems)];
    fields.extend(next.map(|next| hidden("next", next)));
    form(locale, (shell.ways.second_factor, text(locale, "second-submit")), problems, fields)
}
