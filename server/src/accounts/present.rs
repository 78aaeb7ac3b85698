//! Accounts as pages: forms with their problems, and the owner's overview.

use super::commands::{Listed, Overview, Proposal};
use super::forms::{Fields, Problems};
use crate::clock::clock_in_vientiane;
use crate::http::paths;
use crate::http::security::base64;
use crate::http::visit::{About, Visit};
use chrono::{DateTime, Datelike, Timelike, Utc};
use qrcode::QrCode;
use qrcode::render::svg;
use views::account::{AccountFact, AccountPage, RecoveryCodesPage, SecondFactorPage, SessionRow};
use views::form::{Field, FieldKind, Form, FormPage};
use views::layout::Chrome;
use views::{Arg, Link, Locale, format, text, text_args};

/// What a device was asked: which words stand on the page of the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// A code that was sent.
    Sent,
    /// A code of the owner's device.
    Device,
}

fn chrome(visit: &Visit, title: &str) -> Chrome {
    let about = About {
        title: text(visit.locale, title),
        description: String::new(),
        open_graph: None,
        noindex: true,
        feed: None,
    };
    visit.chrome(about)
}

/// A page with one form; `name` is what its texts begin with.
fn page(visit: &Visit, name: &str, form: Form, links: Vec<Link>) -> FormPage {
    let said = |what: &str| text(visit.locale, &format!("{name}-{what}"));
    let lead = said("lead");
    // A text that is not there is its key.
    let lead = if lead.ends_with("-lead") { Vec::new() } else { vec![lead] };
    FormPage {
        chrome: chrome(visit, &format!("{name}-title")),
        heading: said("title"),
        lead,
        form,
        others: Vec::new(),
        links,
    }
}

fn form(visit: &Visit, (action, submit): (&str, &str), problems: &Problems, fields: Vec<Field>) -> Form {
    Form {
        action: action.to_owned(),
        problem: problems.whole.map(|problem| problem.said(visit.locale)),
        fields,
        submit: text(visit.locale, submit),
        quiet: false,
    }
}

fn field(visit: &Visit, problems: &Problems, (name, kind): (&str, FieldKind), label: &str) -> Field {
    let hint = match label {
        "field-password" | "field-new-contact" => None,
        _ => Some(text(visit.locale, &format!("{label}-hint"))),
    };
    Field {
        name: name.to_owned(),
        label: text(visit.locale, label),
        hint,
        kind,
        value: String::new(),
        problem: problems.at(name).map(|problem| problem.said(visit.locale)),
        optional: false,
    }
}

fn contact(visit: &Visit, fields: &Fields, problems: &Problems, label: &str) -> Field {
    let field = field(visit, problems, ("contact", FieldKind::Contact), label);
    Field { value: fields.contact.clone(), ..field }
}

fn password(visit: &Visit, problems: &Problems) -> Field {
    field(visit, problems, ("password", FieldKind::Password), "field-password")
}

fn new_password(visit: &Visit, problems: &Problems) -> Field {
    field(visit, problems, ("new_password", FieldKind::NewPassword), "field-new-password")
}

fn device_code(visit: &Visit, problems: &Problems) -> Field {
    field(visit, problems, ("code", FieldKind::Code), "field-second-code")
}

fn hidden(name: &str, value: &str) -> Field {
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

fn link(visit: &Visit, href: &str, key: &str) -> Link {
    Link::new(href, text(visit.locale, key))
}

/// The form of a new account.
pub(super) fn sign_up(visit: &Visit, fields: &Fields, problems: &Problems) -> FormPage {
    let inside = vec![contact(visit, fields, problems, "field-contact"), new_password(visit, problems)];
    let form = form(visit, (paths::SIGN_UP, "sign-up-submit"), problems, inside);
    page(visit, "sign-up", form, vec![link(visit, paths::SIGN_IN, "sign-up-have")])
}

/// The sign-in form.
pub(super) fn sign_in(visit: &Visit, fields: &Fields, problems: &Problems) -> FormPage {
    let mut inside = vec![contact(visit, fields, problems, "field-contact"), password(visit, problems)];
    inside.extend(fields.next().map(|next| hidden("next", next)));
    let form = form(visit, (paths::SIGN_IN, "sign-in-submit"), problems, inside);
    let ways = [
        (paths::SIGN_IN_BY_CODE, "sign-in-by-code"),
        (paths::RECOVER, "sign-in-lost"),
        (paths::SIGN_UP, "sign-in-none"),
    ];
    page(visit, "sign-in", form, ways.map(|(href, key)| link(visit, href, key)).into())
}

/// The form that asks for a code to sign in with.
pub(super) fn by_code(visit: &Visit, fields: &Fields, problems: &Problems) -> FormPage {
    let inside = vec![contact(visit, fields, problems, "field-contact")];
    let form = form(visit, (paths::SIGN_IN_BY_CODE, "recover-submit"), problems, inside);
    page(visit, "by-code", form, vec![link(visit, paths::SIGN_IN, "sign-in-title")])
}

/// The form for a lost password.
pub(super) fn recover(visit: &Visit, fields: &Fields, problems: &Problems) -> FormPage {
    let inside = vec![contact(visit, fields, problems, "field-contact")];
    let form = form(visit, (paths::RECOVER, "recover-submit"), problems, inside);
    page(visit, "recover", form, vec![link(visit, paths::SIGN_IN, "sign-in-title")])
}

/// The form that takes a code.
pub(super) fn code(visit: &Visit, asked: Asked, problems: &Problems) -> FormPage {
    let label = match asked {
        Asked::Sent => "field-code",
        Asked::Device => "field-second-code",
    };
    let inside = vec![field(visit, problems, ("code", FieldKind::Code), label)];
    let form = form(visit, (paths::CODE, "code-submit"), problems, inside);
    match asked {
        Asked::Sent => page(visit, "code", form, vec![link(visit, paths::SIGN_IN_BY_CODE, "code-again")]),
        Asked::Device => {
            let page = page(visit, "second", form, vec![link(visit, paths::SIGN_IN, "sign-in-title")]);
            FormPage { lead: vec![text(visit.locale, "second-lead-sign-in")], ..page }
        }
    }
}

/// The form that takes a new password in place of a lost one.
pub(super) fn choose_password(visit: &Visit, problems: &Problems) -> FormPage {
    let inside = vec![new_password(visit, problems)];
    let form = form(visit, (paths::NEW_PASSWORD, "new-password-submit"), problems, inside);
    page(visit, "new-password", form, Vec::new())
}

/// The form that changes phone or mailbox.
pub(super) fn change_contact(visit: &Visit, fields: &Fields, problems: &Problems) -> FormPage {
    let new = Field {
        hint: Some(text(visit.locale, "field-contact-hint")),
        ..contact(visit, fields, problems, "field-new-contact")
    };
    let own = Field { optional: true, ..password(visit, problems) };
    let form = form(visit, (paths::CONTACT, "contact-submit"), problems, vec![new, own]);
    page(visit, "contact", form, vec![link(visit, paths::ACCOUNT, "account-title")])
}

/// The form that changes the password.
pub(super) fn change_password(visit: &Visit, problems: &Problems) -> FormPage {
    let own = Field { optional: true, ..password(visit, problems) };
    let inside = vec![own, new_password(visit, problems)];
    let form = form(visit, (paths::PASSWORD, "password-submit"), problems, inside);
    page(visit, "password", form, vec![link(visit, paths::ACCOUNT, "account-title")])
}

/// The page on which a second factor is set up.
pub(super) fn set_up(visit: &Visit, proposal: &Proposal, problems: &Problems) -> SecondFactorPage {
    let inside = vec![field(visit, problems, ("code", FieldKind::Code), "field-second-code")];
    let steps = ["second-step-app", "second-step-scan", "second-step-code"];
    let letters: Vec<char> = proposal.secret.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    SecondFactorPage {
        chrome: chrome(visit, "second-heading"),
        steps: steps.map(|key| text(visit.locale, key)).into(),
        picture: picture(&proposal.address),
        secret: groups.join(" "),
        form: form(visit, (paths::SECOND_FACTOR, "second-submit"), problems, inside),
    }
}

/// A QR code as an address that holds the picture itself; empty where the text is too long for one.
fn picture(address: &str) -> String {
    let Ok(code) = QrCode::new(address) else { return String::new() };
    let drawn = code.render::<svg::Color<'_>>().min_dimensions(220, 220).build();
    format!("data:image/svg+xml;base64,{}", base64(drawn.as_bytes()))
}

/// The page of a second factor that is on: new recovery codes, or turning it off.
pub(super) fn second_factor(visit: &Visit, problems: &Problems) -> FormPage {
    let inside = vec![password(visit, problems), device_code(visit, problems)];
    let off = form(visit, (paths::SECOND_FACTOR_OFF, "second-off-submit"), problems, inside);
    let ways = vec![
        link(visit, paths::RECOVERY_CODES, "second-new-codes"),
        link(visit, paths::ACCOUNT, "account-title"),
    ];
    page(visit, "second-off", off, ways)
}

/// The form that asks for new recovery codes.
pub(super) fn new_codes(visit: &Visit, problems: &Problems) -> FormPage {
    let inside = vec![Field { optional: true, ..password(visit, problems) }];
    let form = form(visit, (paths::RECOVERY_CODES, "second-new-codes-submit"), problems, inside);
    FormPage {
        chrome: chrome(visit, "second-new-codes"),
        heading: text(visit.locale, "second-new-codes"),
        ..page(visit, "second-new-codes", form, vec![link(visit, paths::SECOND_FACTOR, "second-off-title")])
    }
}

/// The page that shows recovery codes once.
pub(super) fn recovery_codes(visit: &Visit, codes: Vec<String>) -> RecoveryCodesPage {
    RecoveryCodesPage {
        chrome: chrome(visit, "recovery-codes-heading"),
        lead: ["recovery-codes-lead", "recovery-codes-once"].map(|key| text(visit.locale, key)).into(),
        codes,
        on: link(visit, paths::ACCOUNT, "recovery-codes-on"),
    }
}

/// The owner's page of the account; `done` names what was done just now.
pub(super) fn account(visit: &Visit, overview: Overview, done: Option<&'static str>) -> AccountPage {
    let others = overview.sessions.iter().any(|session| !session.this);
    AccountPage {
        chrome: chrome(visit, "account-title"),
        done: done.map(|key| text(visit.locale, key)),
        facts: facts(visit, &overview),
        end_others: others
            .then(|| Form::button(paths::END_OTHERS, text(visit.locale, "account-session-end-others"))),
        sessions: overview.sessions.into_iter().map(|session| row(visit, session)).collect(),
        sign_out: Form::button(paths::SIGN_OUT, text(visit.locale, "account-sign-out")),
    }
}

fn facts(visit: &Visit, overview: &Overview) -> Vec<AccountFact> {
    let said = |key: &str| text(visit.locale, key);
    let fact = |label: &str, value: Option<String>, none: &str, href: &str| AccountFact {
        label: said(label),
        change: Link::new(href, said(if value.is_some() { "account-change" } else { "account-add" })),
        value: value.unwrap_or_else(|| said(none)),
    };
    let second = overview.second_factor.map(|since| {
        let left = Arg::Number(i64::try_from(overview.recovery_codes).unwrap_or(i64::MAX));
        let day = moment(visit.locale, since).0;
        text_args(visit.locale, "account-on-since", &[("day", Arg::Text(&day)), ("left", left)])
    });
    vec![
        fact("account-phone", overview.phone.clone(), "account-none", paths::CONTACT),
        fact("account-email", overview.email.clone(), "account-none", paths::CONTACT),
        fact(
            "account-password",
            overview.password.then(|| said("account-set")),
            "account-none",
            paths::PASSWORD,
        ),
        fact("account-second", second, "account-off", paths::SECOND_FACTOR),
    ]
}

fn row(visit: &Visit, session: Listed) -> SessionRow {
    let Listed { id, device, network, since: _, seen, factors: _, this } = session;
    let (day, time) = moment(visit.locale, seen);
    let about = [("day", Arg::Text(&day)), ("time", Arg::Text(&time)), ("network", Arg::Text(&network))];
    let end = Form {
        fields: vec![hidden("session", &id.to_string())],
        ..Form::button(paths::END_SESSION, text(visit.locale, "account-session-end"))
    };
    SessionRow {
        device: if device.is_empty() { text(visit.locale, "device-unknown") } else { device },
        about: text_args(visit.locale, "account-session-about", &about),
        this: this.then(|| text(visit.locale, "account-session-this")),
        end: (!this).then_some(end),
    }
}

/// Day and time on the clock of Vientiane.
fn moment(locale: Locale, moment: DateTime<Utc>) -> (String, String) {
    let local = clock_in_vientiane(moment);
    let day = format::date(locale, local.year(), local.month(), local.day());
    (day, format!("{:02}:{:02}", local.hour(), local.minute()))
}
