//! Tokens of programs, in their states.

use super::admin::own;
use super::samples::pick;
use super::{Specimen, specimen};
use crate::tokens::{TokenRole, TokenRow, TokenState, TokensPage, TokensSaid, tokens};
use crate::{Link, Locale, Render};

/// All of them.
pub(super) fn all() -> Vec<Specimen> {
    vec![
        specimen("tokens", full),
        specimen("tokens-empty", empty),
        specimen("tokens-organisation", of_organisation),
        specimen("tokens-failing", failing),
    ]
}

fn page(locale: Locale) -> TokensPage {
    TokensPage {
        chrome: own(locale, "/admin/tokens"),
        address: "/admin/tokens".to_owned(),
        organisation: None,
        live: Vec::new(),
        past: Vec::new(),
        said: None,
        back: super::admin::back(locale),
    }
}

fn token(locale: Locale) -> TokenRow {
    TokenRow {
        id: "0190f3c4-7b2e-7c3a-9f00-000000000001".to_owned(),
        name: pick(locale, "ເວັບໄຊຫາງານ", "Job board", "Trang việc làm"),
        role: TokenRole::Publisher,
        scopes: vec!["jobs:write".to_owned()],
        source: "mekong-jobs".to_owned(),
        organisation: None,
        area: None,
        made: "22/11/2026".to_owned(),
        ends: Some("22/11/2027".to_owned()),
        used: Some("28/11/2026".to_owned()),
        state: TokenState::Live { soon: false },
    }
}

fn full(locale: Locale) -> String {
    let bound = TokenRow {
        name: "ສະຖິຕິ ".repeat(12),
        role: TokenRole::Operator,
        scopes: vec!["people:read".to_owned(), "jobs:write".to_owned()],
        area: Some(pick(locale, "ສະຫວັນນະເຂດ", "Savannakhet", "Savannakhet")),
        ends: None,
        used: None,
        ..token(locale)
    };
    let soon = TokenRow {
        name: String::new(),
        state: TokenState::Live { soon: true },
        ends: Some("01/12/2026".to_owned()),
        ..token(locale)
    };
    let revoked =
        TokenState::Revoked { day: "27/11/2026".to_owned(), by: Some("s…@example.la".to_owned()) };
    let at_command = TokenState::Revoked { day: "27/11/2026".to_owned(), by: None };
    let past = vec![
        TokenRow { state: revoked, ..token(locale) },
        TokenRow { state: at_command, ..token(locale) },
        TokenRow { state: TokenState::Ended, role: TokenRole::Unknown, scopes: Vec::new(), ..token(locale) },
    ];
    let live = vec![token(locale), bound, soon];
    let page = TokensPage { live, past, said: Some(TokensSaid::Revoked), ..page(locale) };
    tokens(page).render().into_string()
}

fn empty(locale: Locale) -> String {
    tokens(page(locale)).render().into_string()
}

fn of_organisation(locale: Locale) -> String {
    let company = pick(locale, "ໂຮງງານເບຍລາວ", "Lao Brewery", "Nhà máy bia Lào");
    let employer = TokenRow {
        role: TokenRole::Employer,
        scopes: vec!["people:read".to_owned()],
        organisation: Some(company.clone()),
        ..token(locale)
    };
    let agency = TokenRow { role: TokenRole::Agency, ..employer.clone() };
    let page = TokensPage {
        chrome: own(locale, "/organisation/1/tokens"),
        address: "/organisation/1/tokens".to_owned(),
        organisation: Some(company),
        live: vec![employer, agency],
        back: Link::new("/organisation/1/members", pick(locale, "ສະມາຊິກ", "Members", "Thành viên")),
        ..page(locale)
    };
    tokens(page).render().into_string()
}

fn failing(locale: Locale) -> String {
    let page = TokensPage { live: vec![token(locale)], said: Some(TokensSaid::NotNow), ..page(locale) };
    tokens(page).render().into_string()
}
