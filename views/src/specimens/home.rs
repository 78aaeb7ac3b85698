//! The home page with a country's vacancies and with none.

use super::samples::{cards, chrome, form, occupation, pick};
use crate::home::{Counts, HomePage, title};
use crate::{CountedLink, Link, Locale, Render, text};

fn page(locale: Locale) -> HomePage {
    HomePage {
        chrome: chrome(locale, "/", title(locale)),
        form: form(""),
        counts: Counts::default(),
        occupations: Vec::new(),
        provinces: Vec::new(),
        examples: Vec::new(),
        newest: Vec::new(),
        all: Link::new("/jobs", text(locale, "nav-jobs")),
    }
}

pub(super) fn empty(locale: Locale) -> String {
    page(locale).render().into_string()
}

pub(super) fn typical(locale: Locale) -> String {
    let mut page = page(locale);
    page.counts = Counts { jobs: 1_441, employers: 312, provinces: 18 };
    page.occupations = vec![
        CountedLink::new("/jobs?occupation=7212", occupation(locale), 48),
        CountedLink::new(
            "/jobs?occupation=8153",
            pick(locale, "ຊ່າງຫຍິບເຄື່ອງອຸດສາຫະກຳ", "Sewing machine operators", "Công nhân may công nghiệp"),
            131,
        ),
        CountedLink::new(
            "/jobs?occupation=5131",
            pick(locale, "ພະນັກງານເສີບ", "Waiters", "Nhân viên phục vụ bàn"),
            27,
        ),
    ];
    page.provinces = vec![
        CountedLink::new(
            "/jobs?province=1",
            pick(locale, "ນະຄອນຫຼວງວຽງຈັນ", "Vientiane Capital", "Thủ đô Viêng Chăn"),
            512,
        ),
        CountedLink::new("/jobs?province=13", pick(locale, "ສະຫວັນນະເຂດ", "Savannakhet", "Savannakhet"), 188),
        CountedLink::new("/jobs?province=16", pick(locale, "ຈຳປາສັກ", "Champasak", "Champasak"), 140),
    ];
    page.examples = vec![
        Link::new("/jobs?q=1", "ຊ່າງເຊື່ອມ ສະຫວັນ"),
        Link::new("/jobs?q=2", "welder savannakhet"),
        Link::new("/jobs?q=3", "kế toán"),
    ];
    page.newest = cards(locale, 6);
    page.render().into_string()
}
