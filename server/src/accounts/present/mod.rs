//! Accounts as pages: the words are those of `views::account`, here come addresses, moments and the picture.

pub(super) mod notices;

use super::model::{Overview, Proposal};
use crate::access::model::Stay;
use crate::clock::clock_in_vientiane;
use crate::http::paths;
use crate::http::security::base64;
use crate::http::visit::{About, Visit};
use chrono::{DateTime, Datelike, Timelike, Utc};
use qrcode::QrCode;
use qrcode::render::svg;
use views::account::{
    AccountPage, Done, Known, Problems, SecondFactorPage, SecondWhy, Seen, Shell, Ways, account,
};
use views::mail::When;

/// Where the forms of accounts are sent.
const WAYS: Ways = Ways {
    sign_up: paths::SIGN_UP,
    sign_in: paths::SIGN_IN,
    by_code: paths::SIGN_IN_BY_CODE,
    card: paths::CARD,
    recover: paths::RECOVER,
    code: paths::CODE,
    new_password: paths::NEW_PASSWORD,
    account: paths::ACCOUNT,
    contact: paths::CONTACT,
    password: paths::PASSWORD,
    second_factor: paths::SECOND_FACTOR,
    second_factor_off: paths::SECOND_FACTOR_OFF,
    recovery_codes: paths::RECOVERY_CODES,
    end_session: paths::END_SESSION,
    end_others: paths::END_OTHERS,
    sign_out: paths::SIGN_OUT,
    notices: paths::NOTICES,
};

/// What all pages of accounts share in a visit.
pub(super) fn shell(visit: &Visit) -> Shell {
    let about = About {
        title: String::new(),
        description: String::new(),
        open_graph: None,
        noindex: true,
        feed: None,
    };
    Shell { chrome: visit.chrome(about), ways: WAYS }
}

/// The owner's page of the account.
pub(super) fn overview(visit: &Visit, (overview, stay): (Overview, Stay), done: Option<Done>) -> AccountPage {
    let Overview {
        phone,
        email,
        phone_fails,
        email_fails,
        notices,
        password,
        second_factor,
        recovery_codes,
        sessions,
    } = overview;
    let second_factor = second_factor.map(|since| (when(since), recovery_codes));
    let known = Known {
        phone,
        email,
        phone_fails: phone_fails.map(when),
        email_fails: email_fails.map(when),
        language: notices.language,
        quiet: notices.quiet.map(|quiet| (quiet.from().to_string(), quiet.to().to_string())),
        password,
        second_factor,
    };
    let seen = sessions.into_iter().map(|session| Seen {
        id: session.id.to_string(),
        device: session.device,
        network: session.network,
        when: when(session.seen),
        this: session.this,
    });
    let Stay { idle_minutes, hours } = stay;
    account(&shell(visit), &known, (seen.collect(), (idle_minutes / 60, hours)), done)
}

/// A moment on the clock of Vientiane.
fn when(moment: DateTime<Utc>) -> When {
    let local = clock_in_vientiane(moment);
    When { day: (local.year(), local.month(), local.day()), time: (local.hour(), local.minute()) }
}

/// The page on which a second factor is set up.
pub(super) fn set_up(
    visit: &Visit,
    proposal: &Proposal,
    next: Option<&str>,
    problems: &Problems,
) -> SecondFactorPage {
    let founded = visit.asked("done").ok().flatten().as_deref() == Some("founded");
    let why = if founded { SecondWhy::Founded } else { SecondWhy::Role };
    let shown = (proposal.secret.as_str(), picture(&proposal.address));
    views::account::set_up(&shell(visit), shown, next.map(|next| (next, why)), problems)
}

/// A QR code as an address that holds the picture itself; empty where the text is too long for one.
fn picture(address: &str) -> String {
    let Ok(code) = QrCode::new(address) else { return String::new() };
    let drawn = code.render::<svg::Color<'_>>().min_dimensions(220, 220).build();
    format!("data:image/svg+xml;base64,{}", base64(drawn.as_bytes()))
}
