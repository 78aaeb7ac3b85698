//! The page of messages to the owner of an account.

use super::account::{WHEN, signed_in};
use crate::account::{self, NoticeForm, Pages, Problem, Problems, SentLetter, SentState};
use crate::mail::When;
use crate::{Locale, Render};

const TYPED: NoticeForm<'_> = NoticeForm {
    phone: Some("+8562056781234"),
    email: None,
    channel: "",
    language: "lo",
    quiet_from: "",
    quiet_to: "",
};

fn letter(kind: &str, by_mail: bool, state: SentState) -> SentLetter {
    let to = if by_mail { "n***@example.la" } else { "+856 20 *** **34" };
    SentLetter {
        by_mail,
        to: to.to_owned(),
        kind: kind.to_owned(),
        subject: "ວຽກໃໝ່ສຳລັບທ່ານ".to_owned(),
        language: "lo".to_owned(),
        written: WHEN,
        state,
    }
}

pub(super) fn empty(locale: Locale) -> String {
    let pages = Pages { number: 1, last: 1, ..Pages::default() };
    account::notices(&signed_in(locale), &TYPED, &Problems::default(), Vec::new(), pages)
        .render()
        .into_string()
}

pub(super) fn longest(locale: Locale) -> String {
    let address = format!("{}@example.la", "name.of.somebody.".repeat(4));
    let typed = NoticeForm {
        email: Some(&address),
        channel: "email",
        language: "vi",
        quiet_from: "22:00",
        quiet_to: "06:30",
        ..TYPED
    };
    let later = When { day: (2026, 11, 22), time: (6, 30) };
    let sent = SentState::Sent(WHEN);
    let letters = vec![
        letter("invitation", true, SentState::Waiting(later)),
        letter("sign_in_code", false, sent),
        letter("confirm_contact", true, SentState::NotDelivered),
        letter("already_registered", false, sent),
        letter("recovery", false, sent),
        letter("new_device", true, sent),
        letter("contact_changed", true, sent),
        letter("account_changed", true, sent),
        letter("verification_ends", true, sent),
        letter("test", true, SentState::Withdrawn),
        letter("new_jobs", true, sent),
    ];
    let href = |number: u32| Some(format!("/me/account/notices?page={number}"));
    let pages = Pages { number: 2, last: 9, newer: href(1), older: href(3) };
    account::notices(&signed_in(locale), &typed, &Problems::default(), letters, pages)
        .saved()
        .render()
        .into_string()
}

pub(super) fn failing(locale: Locale) -> String {
    let typed = NoticeForm { quiet_from: "late", ..TYPED };
    let problems = Problems {
        whole: None,
        fields: vec![
            ("language", Problem::Language),
            ("quiet_from", Problem::Time),
            ("quiet_to", Problem::TimeMissing),
        ],
    };
    let pages = Pages { number: 1, last: 1, ..Pages::default() };
    account::notices(&signed_in(locale), &typed, &problems, Vec::new(), pages).render().into_string()
}
