//! The pages of helpers, cards and claims in their states.

use super::Specimen;
use super::account::signed_in;
use super::samples::pick;
use crate::identities::{self, Document};
use crate::profile;
use crate::registration::{
    self, Claim, ClaimDone, Consent, Home, ListedRow, Offered, PhoneWord, Problem, Queue, ReadsWord,
    StateWord, Typed,
};
use crate::{Link, Locale, Render, text};

/// All of them.
pub(super) fn all() -> Vec<Specimen> {
    let specimen = |name, render| Specimen { name, render };
    vec![
        specimen("helper-empty", empty as fn(Locale) -> String),
        specimen("helper-typical", typical),
        specimen("helper-record", record),
        specimen("helper-record-claimed", record_claimed),
        specimen("helper-register", register),
        specimen("helper-register-failing", register_failing),
        specimen("helper-card", card),
        specimen("claim", claim),
        specimen("claim-failing", claim_failing),
        specimen("claim-code", claim_code),
        specimen("claim-has-profile", claim_has_profile),
        specimen("claim-decided", claim_decided),
    ]
}

fn name(locale: Locale) -> String {
    pick(locale, "ນາງ ຄຳ", "Kham", "Kham")
}

fn row(locale: Locale, state: StateWord) -> ListedRow {
    let named = state != StateWord::Claimed;
    ListedRow {
        href: "/helper/records/0190f3c4-7b2e-7c3a-9f00-000000000001".to_owned(),
        name: named.then(|| name(locale)),
        state,
        day: "22/11/2026".to_owned(),
    }
}

fn home(locale: Locale, areas: Vec<String>, rows: Vec<ListedRow>) -> String {
    let page = Home {
        chrome: signed_in(locale).chrome,
        register: "/helper/register".to_owned(),
        areas,
        total: rows.len() as u64,
        rows,
        pages: vec![Link::new("/helper?page=2", "2")],
        back: Link::new("/me", text(locale, "me-title")),
    };
    registration::home(page).render().into_string()
}

fn empty(locale: Locale) -> String {
    home(locale, Vec::new(), Vec::new())
}

fn typical(locale: Locale) -> String {
    let area = pick(locale, "ເມືອງ ໄກສອນ ພົມວິຫານ", "Kaysone Phomvihane", "Kaysone Phomvihane");
    let states = [StateWord::WithoutCard, StateWord::Waiting, StateWord::Claimed];
    home(locale, vec![area], states.map(|state| row(locale, state)).into())
}

fn looked_at(locale: Locale, state: StateWord, phone: PhoneWord, reads: ReadsWord) -> String {
    let make = (Some("/helper/records/1/card".to_owned()), state == StateWord::WithoutCard);
    let ways = ("/helper/register", "/helper");
    let chrome = signed_in(locale).chrome;
    let known = [(pick(locale, "ຕ່ຳແຜ່ນ", "weaving", "dệt vải"), true), ("xyz".to_owned(), false)];
    let names = |known: bool| {
        if known { vec![pick(locale, "ຕ່ຳແຜ່ນ", "Weaving", "Dệt vải")] } else { Vec::new() }
    };
    let meant = if state == StateWord::Claimed {
        Vec::new()
    } else {
        known.map(|(word, known)| (word, names(known))).into()
    };
    registration::looked_at(chrome, (row(locale, state), meant), (phone, reads), make, ways)
        .render()
        .into_string()
}

fn record(locale: Locale) -> String {
    looked_at(locale, StateWord::WithoutCard, PhoneWord::Shared, ReadsWord::NotAtAll)
}

fn record_claimed(locale: Locale) -> String {
    looked_at(locale, StateWord::Claimed, PhoneWord::Helper, ReadsWord::WithHelp)
}

fn form(locale: Locale, values: &[(&str, &str)], problems: &[(&'static str, Problem)]) -> String {
    let values = values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let typed = Typed { values: values.collect(), problems: problems.to_vec() };
    let districts = vec![
        (
            "1301".to_owned(),
            pick(locale, "ສະຫວັນນະເຂດ – ໄກສອນ", "Savannakhet – Kaysone", "Savannakhet – Kaysone"),
        ),
        (
            "1302".to_owned(),
            pick(locale, "ສະຫວັນນະເຂດ – ອຸທຸມພອນ", "Savannakhet – Outhoumphone", "Savannakhet – Outhoumphone"),
        ),
    ];
    let words = |locale| pick(locale, "ຂ້ອຍຍິນຍອມ.", "I agree.", "Tôi đồng ý.");
    let texts = Locale::ALL.into_iter().map(|locale| (locale, words(locale))).collect();
    let queue = Queue {
        records: "/helper/records".to_owned(),
        owner: "0123456789abcdef".to_owned(),
        owner_known_as: Some("+856 20 *** **78".to_owned()),
        sign_in: "/sign-in?next=%2Fhelper%2Fregister".to_owned(),
        sign_out: "/sign-out".to_owned(),
        scripts: ("/helper/queue.js", "/helper/register.js"),
    };
    registration::register(
        (signed_in(locale).chrome, "/helper".to_owned()),
        ("/helper/register".to_owned(), "0190f3c4-7b2e-7c3a-9f00-000000000001".to_owned()),
        &typed,
        Offered { districts, kinds: vec![("household_book".to_owned(), Document::HouseholdBook)] },
        (&["lo", "en", "vi"], &Consent { version: 1, texts }),
        queue,
    )
    .render()
    .into_string()
}

fn register(locale: Locale) -> String {
    form(locale, &[("speaks_lo", "yes")], &[])
}

fn register_failing(locale: Locale) -> String {
    let typed = [("given", "<b>ຄຳ</b>'; drop table person; --"), ("birth_day", "31"), ("birth_month", "2")];
    let problems = [
        ("birth_day", Problem::Typed(profile::Problem::NoSuchDay)),
        ("document_kind", Problem::Document(identities::Problem::Choose)),
        ("document_number", Problem::Document(identities::Problem::Length(6, 9))),
        ("district", Problem::Outside),
        ("phone_of", Problem::WhosePhone),
        ("agreed", Problem::NotAgreed),
        ("key", Problem::Other),
    ];
    form(locale, &typed, &problems)
}

fn card(locale: Locale) -> String {
    let name = name(locale);
    let written = (name.as_str(), "7992 739 875", "482913");
    let ways = ("https://viak.example/card", "/helper");
    registration::card(signed_in(locale).chrome, written, PhoneWord::Helper, ways).render().into_string()
}

fn claiming(locale: Locale, problems: &[(&'static str, Problem)]) -> Claim {
    Claim {
        chrome: signed_in(locale).chrome,
        action: "/me/claim",
        typed: vec![("card".to_owned(), "7992 739 875".to_owned())],
        problems: problems.to_vec(),
        back: "/me",
        keeps: false,
        done: None,
    }
}

fn claim(locale: Locale) -> String {
    registration::claim(&claiming(locale, &[])).render().into_string()
}

fn claim_failing(locale: Locale) -> String {
    let problems = [("card", Problem::Wrong), ("contact", Problem::TooMany)];
    registration::claim(&claiming(locale, &problems)).render().into_string()
}

fn claim_code(locale: Locale) -> String {
    registration::claim_code(&claiming(locale, &[("code", Problem::Card)])).render().into_string()
}

fn claim_has_profile(locale: Locale) -> String {
    let asked = Claim { keeps: true, done: Some(ClaimDone::Asked), ..claiming(locale, &[]) };
    registration::claim(&asked).render().into_string()
}

fn claim_decided(locale: Locale) -> String {
    let decided = Claim { keeps: true, done: Some(ClaimDone::Decided), ..claiming(locale, &[]) };
    registration::claim(&decided).render().into_string()
}
