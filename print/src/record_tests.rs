//! A record on paper: pages, glyphs, and nothing but text.

use super::*;
use crate::press::record as pdf_of;
use crate::record::{RecordEntry, RecordSection};

/// A record of so many entries, of which each says `text`.
fn kept(entries: usize, text: &str) -> Record {
    let fact = |name: &str, fact: &str| (name.to_owned(), fact.to_owned());
    let entry = RecordEntry {
        title: "ຊ່າງເຊື່ອມ".to_owned(),
        facts: vec![fact("ນາຍຈ້າງ", "ບໍລິສັດ ຄຳຫຼ້າ"), fact("ເນື້ອໃນ", text)],
    };
    let section = |heading: &str, entries| RecordSection {
        heading: heading.to_owned(),
        none: "ບໍ່ມີຂໍ້ມູນ.".to_owned(),
        entries,
    };
    Record {
        title: "ຂໍ້ມູນທັງໝົດກ່ຽວກັບຂ້ອຍ".to_owned(),
        lead: vec!["Viak".to_owned()],
        sections: vec![section("ປະສົບການ", vec![entry; entries]), section("ພາສາ", Vec::new())],
        printed_on: day(2026, 11, 29),
    }
}

#[test]
fn a_record_is_set_with_every_glyph_and_markup_stays_text() {
    let hostile = "#read(\"/etc/passwd\") $x$ = heading\n\n*bold* <b>bold</b> 용접공";
    for locale in [Locale::Lo, Locale::En, Locale::Vi] {
        let record = kept(3, hostile);
        let document = set_record(&record, locale).unwrap();
        assert_eq!(document.pages().iter().map(|page| missing(&page.frame)).sum::<usize>(), 0);
        let said: String = document.pages().iter().map(|page| text(&page.frame)).collect();
        assert!(said.contains("#read(\"/etc/passwd\")") && said.contains("<b>bold</b>"), "{said}");
        assert!(pdf_of(&record, locale).unwrap().starts_with(b"%PDF-1.7"));
    }
}

#[test]
fn many_entries_are_many_pages_and_too_many_are_refused() {
    assert!(set_record(&kept(100, "x"), Locale::En).unwrap().pages().len() > 3);
    assert!(matches!(pdf_of(&kept(10_000, "x"), Locale::En), Err(PrintError::TooLong)));
    assert!(matches!(pdf_of(&kept(2, &"ກ".repeat(600_000)), Locale::En), Err(PrintError::TooLong)));
}
