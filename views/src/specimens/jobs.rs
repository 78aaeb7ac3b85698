//! The results page: typical, without hits, longest, and with a query that was hard to read.

use super::samples::{bare, cards, chrome, form, occupation, pick, welder};
use crate::jobs::{
    ChosenTag, FacetChoice, FacetGroup, FacetOption, HiddenField, JobsPage, NearFields, NoHits, Note,
    PageLink, Pagination, SelectOption, SortOption, UnderstoodKind, UnderstoodTag, title,
};
use crate::words::{self, FacetWord, SortWord};
use crate::{CountedLink, Link, Locale, Piece, Render};

fn page(locale: Locale, q: &str, total: u64) -> JobsPage {
    JobsPage {
        chrome: chrome(locale, "/jobs", title(locale, q, total)),
        form: form(q),
        total,
        understood: Vec::new(),
        as_words: None,
        as_concepts: None,
        chosen: Vec::new(),
        clear: None,
        alert: None,
        facets: facets(locale),
        near: Some(near(locale)),
        sorts: sorts(locale),
        cards: Vec::new(),
        pagination: None,
        notes: Vec::new(),
        empty: None,
    }
}

fn understood(locale: Locale) -> Vec<UnderstoodTag> {
    vec![
        UnderstoodTag {
            text: "ຊ່າງເຊື່ອມ".to_owned(),
            label: occupation(locale),
            kind: UnderstoodKind::Occupation,
            remove_href: "/jobs?q=ສະຫວັນ".to_owned(),
        },
        UnderstoodTag {
            text: "ສະຫວັນ".to_owned(),
            label: pick(locale, "ສະຫວັນນະເຂດ", "Savannakhet", "Savannakhet"),
            kind: UnderstoodKind::Place,
            remove_href: "/jobs?q=ຊ່າງເຊື່ອມ".to_owned(),
        },
    ]
}

fn option(value: &str, label: String, count: u64, checked: bool) -> FacetOption {
    FacetOption { value: value.to_owned(), label, count, checked }
}

fn facets(locale: Locale) -> Vec<FacetGroup> {
    let provinces = |from: u64, to: u64| {
        (from..=to)
            .map(|number| {
                let name = pick(locale, "ສະຫວັນນະເຂດ", "Savannakhet", "Savannakhet");
                option(&number.to_string(), format!("{name} {number}"), 120 / number, number == 1)
            })
            .collect::<Vec<_>>()
    };
    vec![
        FacetGroup {
            title: words::facet(locale, FacetWord::Province),
            name: "province".to_owned(),
            choice: FacetChoice::Many,
            options: provinces(1, 8),
            more: provinces(9, 18),
        },
        FacetGroup {
            title: words::facet(locale, FacetWord::Wage),
            name: "wage_min".to_owned(),
            choice: FacetChoice::One,
            options: vec![
                option("2500000", words::wage_at_least(locale, 2_500_000), 88, false),
                option("4000000", words::wage_at_least(locale, 4_000_000), 31, true),
                option("none", words::not_stated(locale), 12, false),
            ],
            more: Vec::new(),
        },
        FacetGroup {
            title: words::facet(locale, FacetWord::Posted),
            name: "posted".to_owned(),
            choice: FacetChoice::One,
            options: [(1, 4), (7, 31), (30, 96)]
                .map(|(days, count)| {
                    option(&days.to_string(), words::posted_within(locale, days), count, false)
                })
                .to_vec(),
            more: Vec::new(),
        },
    ]
}

fn near(locale: Locale) -> NearFields {
    let choice =
        |value: &str, label: String| SelectOption { value: value.to_owned(), label, selected: false };
    NearFields {
        places: vec![choice("13", pick(locale, "ສະຫວັນນະເຂດ", "Savannakhet", "Savannakhet"))],
        within: [25, 50, 100].map(|km| choice(&km.to_string(), crate::format::km(locale, km))).to_vec(),
    }
}

fn sorts(locale: Locale) -> Vec<SortOption> {
    [("relevance", SortWord::Relevance), ("newest", SortWord::Newest), ("wage", SortWord::Wage)]
        .map(|(value, word)| SortOption {
            value: value.to_owned(),
            label: words::sort(locale, word),
            href: format!("/jobs?sort={value}"),
            selected: value == "newest",
        })
        .to_vec()
}

fn pagination(current: u32) -> Pagination {
    let link = |number: u32| PageLink { number, href: format!("/jobs?page={number}") };
    Pagination {
        current,
        last: 40,
        pages: [1, current, current + 1, 40].map(link).to_vec(),
        previous: Some(format!("/jobs?page={}", current - 1)),
        next: Some(format!("/jobs?page={}", current + 1)),
    }
}

/// A results page with twenty vacancies, as a view-model.
pub fn typical_page(locale: Locale) -> JobsPage {
    let mut page = page(locale, "ຊ່າງເຊື່ອມ ສະຫວັນ", 788);
    page.understood = understood(locale);
    page.as_words = Some("/jobs?q=ຊ່າງເຊື່ອມ+ສະຫວັນ&as_words=1".to_owned());
    page.chosen = vec![ChosenTag {
        label: words::wage_at_least(locale, 4_000_000),
        remove_href: "/jobs?q=ຊ່າງເຊື່ອມ+ສະຫວັນ".to_owned(),
    }];
    page.clear = Some("/jobs?q=ຊ່າງເຊື່ອມ+ສະຫວັນ".to_owned());
    page.cards = cards(locale, 20);
    page.pagination = Some(pagination(7));
    page
}

pub(super) fn typical(locale: Locale) -> String {
    typical_page(locale).render().into_string()
}

pub(super) fn empty(locale: Locale) -> String {
    let mut page = page(locale, "ຊ່າງເຊື່ອມ ສະຫວັນ", 0);
    page.understood = understood(locale);
    page.as_words = Some("/jobs?as_words=1".to_owned());
    page.facets = Vec::new();
    page.empty = Some(NoHits {
        wider: vec![
            CountedLink::new("/jobs?within=100", words::within(locale, 100, "ສະຫວັນນະເຂດ"), 14),
            CountedLink::new("/jobs?q=ຊ່າງເຊື່ອມ", words::everywhere(locale), 48),
        ],
        near: vec![CountedLink::new(
            "/jobs?occupation=7214",
            pick(locale, "ຊ່າງປະກອບໂຄງເຫຼັກ", "Structural-metal preparers", "Thợ kết cấu kim loại"),
            9,
        )],
        without: vec![
            CountedLink::new("/jobs?q=ຊ່າງເຊື່ອມ", "ສະຫວັນ", 48),
            CountedLink::new("/jobs?q=ຊ່າງເຊື່ອມ+ສະຫວັນ", words::without_filters(locale), 3),
        ],
        all: Some(CountedLink::new("/jobs", words::all_jobs(locale), 1_441)),
    });
    page.render().into_string()
}

pub(super) fn longest(locale: Locale) -> String {
    let long = "ພະນັກງານຮັບຜິດຊອບວຽກງານຄຸ້ມຄອງຄຸນນະພາບໂຮງງານຕັດຫຍິບເຄື່ອງນຸ່ງຫົ່ມສົ່ງອອກ".repeat(3);
    let unbroken = "https://example.org/".to_owned() + &"a".repeat(200);
    let mut page = typical_page(locale);
    page.form.q.clone_from(&long);
    page.form.hidden = vec![HiddenField { name: "skill".to_owned(), value: "123".to_owned() }];
    page.alert = Some(Link::new("#", long.clone()));
    page.total = 4_000_000;
    let mut card = welder(locale);
    card.title = vec![Piece::marked(long.clone()), Piece::plain(unbroken.clone())];
    card.employer = Some(long.clone());
    card.snippet = vec![Piece::plain(unbroken.clone()), Piece::marked(long.clone())];
    page.cards = vec![card, bare()];
    page.chosen = vec![ChosenTag { label: long, remove_href: "/jobs".to_owned() }; 6];
    page.notes = vec![
        Note::QueryCut { words: 64 },
        Note::UnknownFilter { name: "province".to_owned(), value: unbroken },
    ];
    page.render().into_string()
}

pub(super) fn failing(locale: Locale) -> String {
    let mut page = page(locale, "weldr <script>alert(1)</script>", 1);
    page.as_concepts = Some("/jobs?q=weldr".to_owned());
    page.notes = vec![
        Note::TypoCorrected { typed: "weldr".to_owned(), read: "welder".to_owned() },
        Note::PageBeyondEnd { first: "/jobs?q=weldr".to_owned() },
        Note::NearWithoutPlace,
    ];
    let mut card = welder(locale);
    card.employer = Some("<b>\"Fish\" & 'Sons'</b>".to_owned());
    page.cards = vec![card];
    page.render().into_string()
}
