//! The pages of accounts.

use super::samples::chrome;
use crate::account::{self, Asked, Done, Known, Problem, Problems, Proof, SecondWhy, Seen, Shell, Ways};
use crate::layout::{Chrome, Own};
use crate::mail::When;
use crate::{Locale, Render};

const WAYS: Ways = Ways {
    sign_up: "/sign-up",
    sign_in: "/sign-in",
    by_code: "/sign-in/code",
    card: "/card",
    recover: "/recover",
    code: "/code",
    new_password: "/recover/password",
    account: "/me/account",
    contact: "/me/account/contact",
    password: "/me/account/password",
    second_factor: "/me/account/second-step",
    second_factor_off: "/me/account/second-step/off",
    recovery_codes: "/me/account/second-step/codes",
    end_session: "/me/account/sessions/end",
    end_others: "/me/account/sessions/end-others",
    sign_out: "/sign-out",
    notices: "/me/account/notices",
};

pub(super) const WHEN: When = When { day: (2026, 11, 22), time: (7, 5) };

fn shell(locale: Locale) -> Shell {
    Shell { chrome: chrome(locale, "/sign-in", String::new()), ways: WAYS }
}

fn seen(device: &str, network: &str, this: bool) -> Seen {
    let id = "0190f3c4-7b2e-7c3a-9f00-000000000001".to_owned();
    Seen { id, device: device.to_owned(), network: network.to_owned(), when: WHEN, this }
}

pub(super) fn sign_up(locale: Locale) -> String {
    account::sign_up(&shell(locale), "", &Problems::default()).render().into_string()
}

pub(super) fn sign_up_failing(locale: Locale) -> String {
    let problems = Problems {
        whole: None,
        fields: vec![("contact", Problem::Phone), ("new_password", Problem::PasswordWeak)],
    };
    account::sign_up(&shell(locale), "020 12", &problems).render().into_string()
}

pub(super) fn sign_in(locale: Locale) -> String {
    account::sign_in(&shell(locale), "", Some("/me/account"), &Problems::default()).render().into_string()
}

pub(super) fn sign_in_failing(locale: Locale) -> String {
    let problems = Problems::whole(Problem::TooMany);
    account::sign_in(&shell(locale), "name@example.la", None, &problems).render().into_string()
}

pub(super) fn sign_in_or_code(locale: Locale) -> String {
    let problems = Problems::whole(Problem::TooManyPerhapsSent);
    let ways = (Some("/me/account"), "/code?next=%2Fme%2Faccount".to_owned());
    account::sign_in_or_code(&shell(locale), "name@example.la", ways, &problems).render().into_string()
}

pub(super) fn card(locale: Locale) -> String {
    let problems = Problems::of("card", Problem::Card);
    account::card(&shell(locale), "799 273", &problems).render().into_string()
}

pub(super) fn card_code(locale: Locale) -> String {
    account::code(&shell(locale), Asked::Card, None, &Problems::default()).render().into_string()
}

pub(super) fn code(locale: Locale) -> String {
    account::code(&shell(locale), Asked::Sent, None, &Problems::of("code", Problem::CodeWrongLeft(1)))
        .render()
        .into_string()
}

pub(super) fn second_step(locale: Locale) -> String {
    account::code(&shell(locale), Asked::Device, None, &Problems::default()).render().into_string()
}

pub(super) fn recover(locale: Locale) -> String {
    account::recover(&shell(locale), "", &Problems::default()).render().into_string()
}

pub(super) fn choose_password(locale: Locale) -> String {
    account::choose_password(&shell(locale), &Problems::default()).render().into_string()
}

pub(super) fn choose_password_failing(locale: Locale) -> String {
    let problems = Problems::of("new_password", Problem::PasswordWeak);
    account::choose_password(&shell(locale), &problems).render().into_string()
}

pub(super) fn change_contact(locale: Locale) -> String {
    account::change_contact(&shell(locale), "", Proof::Password, &Problems::default()).render().into_string()
}

pub(super) fn change_contact_failing(locale: Locale) -> String {
    let problems = Problems::of("code", Problem::CodeWrong);
    account::change_contact(&shell(locale), "020 5678 1234", Proof::Both, &problems).render().into_string()
}

pub(super) fn change_password(locale: Locale) -> String {
    account::change_password(&shell(locale), Proof::Both, &Problems::default()).render().into_string()
}

pub(super) fn new_codes(locale: Locale) -> String {
    account::new_codes(&shell(locale), &Problems::default()).render().into_string()
}

pub(super) fn bare(locale: Locale) -> String {
    let known = Known { phone: Some("+8562056781234".to_owned()), ..Known::default() };
    account::account(&shell(locale), &known, (vec![seen("", "192.0.2.*", true)], (336, 720)), None)
        .render()
        .into_string()
}

pub(super) fn signed_in(locale: Locale) -> Shell {
    let shell = shell(locale);
    Shell { chrome: Chrome { own: Some(Own::Account("/me/account".to_owned())), ..shell.chrome }, ..shell }
}

pub(super) fn longest(locale: Locale) -> String {
    let known = Known {
        phone: Some("+8562056781234".to_owned()),
        email: Some(format!("{}@example.la", "name.of.somebody.".repeat(4))),
        phone_fails: Some(WHEN),
        email_fails: Some(WHEN),
        language: Locale::Vietnamese,
        quiet: Some(("22:00".to_owned(), "06:30".to_owned())),
        password: true,
        second_factor: Some((WHEN, 10)),
    };
    let sessions = vec![
        seen("Samsung Internet, Android", "2001:db8:7:*", true),
        seen("Chrome, Windows", "192.0.2.*", false),
        seen("Firefox, Linux", "198.51.100.*", false),
    ];
    account::account(&signed_in(locale), &known, (sessions, (12, 168)), Some(Done::Others))
        .render()
        .into_string()
}

pub(super) fn set_up(locale: Locale) -> String {
    let picture = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E".to_owned();
    let next = Some(("/organisation/1", SecondWhy::Founded));
    account::set_up(&shell(locale), ("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", picture), next, &Problems::default())
        .render()
        .into_string()
}

pub(super) fn recovery_codes(locale: Locale) -> String {
    let codes = (0..10).map(|number| format!("4f8a{number}-b21c7")).collect();
    account::recovery_codes(&shell(locale), codes, None).render().into_string()
}
