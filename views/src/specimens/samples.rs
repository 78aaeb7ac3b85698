//! Sample facts that the specimens share.

use crate::jobs::{JobCard, SearchForm};
use crate::layout::{Chrome, Guide, OpenGraph, Own};
use crate::{Locale, Piece, format, words};

/// The text for a language.
pub(super) fn pick(locale: Locale, lao: &str, english: &str, vietnamese: &str) -> String {
    match locale {
        Locale::Lao => lao.to_owned(),
        Locale::English => english.to_owned(),
        Locale::Vietnamese => vietnamese.to_owned(),
    }
}

pub(super) fn chrome(locale: Locale, path: &str, title: String) -> Chrome {
    let localised = |locale: Locale| format!("{path}?lang={}", locale.code());
    Chrome {
        locale,
        title,
        description: crate::jobs::description(locale),
        path: localised(locale),
        home: format!("/?lang={}", locale.code()),
        jobs: format!("/jobs?lang={}", locale.code()),
        own: Some(Own::WayIn("/sign-in".to_owned())),
        guide: Some(Guide {
            help: "/help",
            privacy: "/privacy",
            accessibility: "/accessibility",
            contact: "/contact",
            rules: "/rules",
        }),
        languages: Locale::ALL.into_iter().map(|other| (other, localised(other))).collect(),
        open_graph: Some(OpenGraph::Website),
        robots_noindex: true,
        base_url: "https://viak.example".to_owned(),
        feed: Some("/jobs.atom".to_owned()),
    }
}

pub(super) fn form(q: &str) -> SearchForm {
    SearchForm { action: "/jobs".to_owned(), q: q.to_owned(), hidden: Vec::new() }
}

/// A vacancy for a welder, advertised in Lao.
pub(super) fn welder(locale: Locale) -> JobCard {
    JobCard {
        href: "/jobs/0190f3c4-7b2e-7c3a-9f00-000000000001".to_owned(),
        title: vec![Piece::plain("ຮັບສະໝັກ"), Piece::marked("ຊ່າງເຊື່ອມ"), Piece::plain("ໂຄງເຫຼັກ")],
        title_lang: Some("lo".to_owned()),
        concept_label: Some(occupation(locale)),
        employer: Some("ບໍລິສັດ ກໍ່ສ້າງສະຫວັນ ຈຳກັດ".to_owned()),
        place: Some(place(locale)),
        wage: format::wage(locale, Some(3_500_000), Some(4_200_000), "LAK", format::Period::Month),
        wage_about: None,
        contract: Some(words::contract(locale, words::ContractWord::FullTime)),
        posted: Some(format::days_ago(locale, 3)),
        closes: Some(format::date(locale, 2026, 12, 31)),
        snippet: vec![
            Piece::plain("ຕ້ອງການ"),
            Piece::marked("ຊ່າງເຊື່ອມ"),
            Piece::plain("ໄຟຟ້າ ແລະ ແກັສ ທີ່ມີປະສົບການ 2 ປີຂຶ້ນໄປ ເຮັດວຽກຢູ່ນະຄອນໄກສອນພົມວິຫານ"),
        ],
        snippet_lang: Some("lo".to_owned()),
        km: Some(format::km(locale, 12)),
    }
}

/// A vacancy for a developer abroad, advertised in English and paid in dong.
pub(super) fn developer(locale: Locale) -> JobCard {
    JobCard {
        href: "/jobs/0190f3c4-7b2e-7c3a-9f00-000000000002".to_owned(),
        title: vec![Piece::plain("Senior Java Backend Developer")],
        title_lang: Some("en".to_owned()),
        concept_label: Some(pick(locale, "ນັກພັດທະນາຊອບແວ", "Software developers", "Lập trình viên phần mềm")),
        employer: Some("Thu Thiem Software JSC".to_owned()),
        place: Some(pick(
            locale,
            "ໂຮ່ຈິມິນ, ຫວຽດນາມ",
            "Ho Chi Minh City, Viet Nam",
            "Thành phố Hồ Chí Minh, Việt Nam",
        )),
        wage: format::wage(locale, None, Some(40_000_000), "VND", format::Period::Month),
        wage_about: Some(format::about_kip_per_month(locale, 33_200_000, 33_200_000)),
        contract: Some(words::contract(locale, words::ContractWord::FullTime)),
        posted: Some(format::days_ago(locale, 1)),
        ..JobCard::default()
    }
}

/// A vacancy that says next to nothing.
pub(super) fn bare() -> JobCard {
    JobCard {
        href: "/jobs/0190f3c4-7b2e-7c3a-9f00-000000000003".to_owned(),
        title: vec![Piece::plain("ພະນັກງານຂາຍ")],
        ..JobCard::default()
    }
}

pub(super) fn occupation(locale: Locale) -> String {
    pick(locale, "ຊ່າງເຊື່ອມ ແລະ ຕັດໂລຫະ", "Welders and flame cutters", "Thợ hàn và cắt kim loại")
}

pub(super) fn place(locale: Locale) -> String {
    pick(
        locale,
        "ໄກສອນ ພົມວິຫານ, ສະຫວັນນະເຂດ",
        "Kaysone Phomvihane, Savannakhet",
        "Kaysone Phomvihane, Savannakhet",
    )
}

/// `count` vacancies, mixed.
pub(super) fn cards(locale: Locale, count: usize) -> Vec<JobCard> {
    [welder(locale), developer(locale), bare()].into_iter().cycle().take(count).collect()
}
