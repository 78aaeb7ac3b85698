//! Somebody's own account in words: what it is known by, where it is signed in, its second factor.

use super::forms::{first_code, hidden};
use super::{
    AccountFact, AccountPage, Problems, RecoveryCodesPage, SecondFactorPage, SecondWhy, SessionRow, Shell,
};
use crate::form::Form;
use crate::mail::When;
use crate::{Arg, Link, Locale, text, text_args};

/// What an account is known by and protected with.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Phone number.
    pub phone: Option<String>,
    /// Address of the mailbox.
    pub email: Option<String>,
    /// Since when nothing arrives at the phone.
    pub phone_fails: Option<When>,
    /// Since when letters to the mailbox come back.
    pub email_fails: Option<When>,
    /// In which language letters are written.
    pub language: Locale,
    /// From when to when nobody is to be disturbed.
    pub quiet: Option<(String, String)>,
    /// Whether there is a password.
    pub password: bool,
    /// Since when a second factor is asked for, and recovery codes that are left.
    pub second_factor: Option<(When, u64)>,
}

/// A session as its owner sees it.
#[derive(Debug, Clone)]
pub struct Seen {
    /// By which it is ended.
    pub id: String,
    /// The device, as it names itself; empty where it does not.
    pub device: String,
    /// Its network.
    pub network: String,
    /// When it was last used.
    pub when: When,
    /// Whether it is the reader's own.
    pub this: bool,
}

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Another contact counts.
    Contact,
    /// Another password counts.
    Password,
    /// A session was ended.
    Session,
    /// All other sessions were ended.
    Others,
    /// The second factor is off.
    SecondFactorOff,
}

impl Done {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::Contact => text(locale, "account-done-contact"),
            Self::Password => text(locale, "account-done-password"),
            Self::Session => text(locale, "account-done-session"),
            Self::Others => text(locale, "account-done-others"),
            Self::SecondFactorOff => text(locale, "account-done-second-off"),
        }
    }
}

/// The owner's page of the account; sessions come with the hours without use, and the hours in all, after which they end.
pub fn account(
    shell: &Shell,
    known: &Known,
    (sessions, (idle, whole)): (Vec<Seen>, (u32, u32)),
    done: Option<Done>,
) -> AccountPage {
    let locale = shell.chrome.locale;
    let others = sessions.iter().any(|session| !session.this);
    let end_others = Form::button(shell.ways.end_others, text(locale, "account-session-end-others"));
    AccountPage {
        chrome: shell.titled(text(locale, "account-title")),
        done: done.map(|done| done.said(locale)),
        facts: facts(shell, known),
        sessions: sessions.into_iter().map(|session| row(shell, session)).collect(),
        stay: stay(locale, (idle, whole)),
        end_others: others.then_some(end_others),
        sign_out: Form::button(shell.ways.sign_out, text(locale, "account-sign-out")),
    }
}

/// After how long somebody is signed out, in days where they are whole.
fn stay(locale: Locale, (idle, whole): (u32, u32)) -> String {
    let said = |hours: u32| match (hours / 24, hours % 24) {
        (days @ 2.., 0) => text_args(locale, "account-days", &[("count", Arg::Number(i64::from(days)))]),
        _ => text_args(locale, "account-hours", &[("count", Arg::Number(i64::from(hours)))]),
    };
    let (idle, whole) = (said(idle), said(whole));
    text_args(locale, "account-session-stay", &[("idle", Arg::Text(&idle)), ("whole", Arg::Text(&whole))])
}

fn facts(shell: &Shell, known: &Known) -> Vec<AccountFact> {
    let locale = shell.chrome.locale;
    let fact = |label: String, value: Option<String>, none: String, href: &str| AccountFact {
        label,
        change: Link::new(
            href,
            if value.is_some() { text(locale, "account-change") } else { text(locale, "account-add") },
        ),
        value: value.unwrap_or(none),
        trouble: None,
    };
    let none = || text(locale, "account-none");
    let second = known.second_factor.map(|(since, left)| {
        let left = Arg::Number(i64::try_from(left).unwrap_or(i64::MAX));
        let day = since.said(locale).0;
        text_args(locale, "account-on-since", &[("day", Arg::Text(&day)), ("left", left)])
    });
    let password = known.password.then(|| text(locale, "account-set"));
    let ways = shell.ways;
    let fails = |since: Option<When>, key: &str| {
        since.map(|since| text_args(locale, key, &[("day", Arg::Text(&since.said(locale).0))]))
    };
    let phone = fact(text(locale, "account-phone"), known.phone.clone(), none(), ways.contact);
    let email = fact(text(locale, "account-email"), known.email.clone(), none(), ways.contact);
    vec![
        AccountFact { trouble: fails(known.phone_fails, "account-phone-fails"), ..phone },
        AccountFact { trouble: fails(known.email_fails, "account-email-fails"), ..email },
        fact(text(locale, "account-notices"), Some(written_to(locale, known)), none(), ways.notices),
        fact(text(locale, "account-password"), password, none(), ways.password),
        fact(text(locale, "account-second"), second, text(locale, "account-off"), ways.second_factor),
    ]
}

/// How the owner is written to, in a few words.
fn written_to(locale: Locale, known: &Known) -> String {
    let language = known.language.own_name();
    match &known.quiet {
        None => language.to_owned(),
        Some((from, to)) => {
            let said = [("language", language), ("from", from), ("to", to)];
            text_args(locale, "account-notices-quiet", &said.map(|(name, value)| (name, Arg::Text(value))))
        }
    }
}

fn row(shell: &Shell, session: Seen) -> SessionRow {
    let locale = shell.chrome.locale;
    let Seen { id, device, network, when, this } = session;
    let (day, time) = when.said(locale);
    let about = [("day", Arg::Text(&day)), ("time", Arg::Text(&time)), ("network", Arg::Text(&network))];
    let end = Form {
        fields: vec![hidden("session", &id)],
        ..Form::button(shell.ways.end_session, text(locale, "account-session-end"))
    };
    SessionRow {
        device: if device.is_empty() { text(locale, "device-unknown") } else { device },
        about: text_args(locale, "account-session-about", &about),
        this: this.then(|| text(locale, "account-session-this")),
        end: (!this).then_some(end),
    }
}

/// The page on which a second factor is set up: `picture` is an address that holds the picture itself.
///
/// `next` is where the reader is led on to: a page that asks for it.
pub fn set_up(
    shell: &Shell,
    (secret, picture): (&str, String),
    next: Option<(&str, SecondWhy)>,
    problems: &Problems,
) -> SecondFactorPage {
    let locale = shell.chrome.locale;
    let letters: Vec<char> = secret.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    SecondFactorPage {
        chrome: shell.titled(text(locale, "second-heading")),
        steps: vec![
            text(locale, "second-step-app"),
            text(locale, "second-step-scan"),
            text(locale, "second-step-code"),
        ],
        picture,
        secret: groups.join(" "),
        why: next.map(|(_, why)| why.said(locale)),
        form: first_code(shell, next.map(|(next, _)| next), problems),
    }
}

/// The page that shows recovery codes once, and leads on to `next`.
pub fn recovery_codes(shell: &Shell, codes: Vec<String>, next: Option<&str>) -> RecoveryCodesPage {
    let locale = shell.chrome.locale;
    RecoveryCodesPage {
        chrome: shell.titled(text(locale, "recovery-codes-heading")),
        lead: vec![text(locale, "recovery-codes-lead"), text(locale, "recovery-codes-once")],
        codes,
        on: Link::new(next.unwrap_or(shell.ways.account), text(locale, "recovery-codes-on")),
    }
}
