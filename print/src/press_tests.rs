//! What comes out of the press: pages, glyphs, bytes; PDFs to look at stay in `target/tmp`.

use super::*;
use crate::specimens::{by, day, welder};
use typst::layout::{Frame, FrameItem};

#[path = "record_tests.rs"]
mod records;

/// Pages, and glyphs that no font had.
fn set_pages(cv: &Cv, locale: Locale) -> (usize, usize) {
    let document = set(cv, locale).unwrap();
    let missing = document.pages().iter().map(|page| missing(&page.frame)).sum();
    (document.pages().len(), missing)
}

fn missing(frame: &Frame) -> usize {
    let glyphs = |item: &FrameItem| match item {
        FrameItem::Group(group) => missing(&group.frame),
        FrameItem::Text(text) => text.glyphs.iter().filter(|glyph| glyph.id == 0).count(),
        _ => 0,
    };
    frame.items().map(|(_, item)| glyphs(item)).sum()
}

/// Leaves a PDF for whoever wants to look at it.
fn keep(name: &str, bytes: &[u8]) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/tmp");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), bytes).unwrap();
}

fn contains(bytes: &[u8], wanted: &str) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted.as_bytes())
}

#[test]
fn a_short_cv_is_one_page_and_a_long_one_three_in_each_language() {
    for (locale, lao, tag) in [(Locale::Lo, true, "lo"), (Locale::En, false, "en"), (Locale::Vi, false, "vi")]
    {
        for (jobs, pages) in [(1, 1), (14, 3)] {
            let cv = welder(lao, jobs);
            let bytes = pdf(&cv, locale).unwrap();
            keep(&format!("cv-{tag}-{pages}.pdf"), &bytes);
            assert_eq!(set_pages(&cv, locale), (pages, 0), "{tag}, {jobs} jobs");
            assert!(bytes.starts_with(b"%PDF-1.7"));
            assert!(contains(&bytes, &format!("/Lang({tag})")), "{tag}: the language is declared");
            assert!(contains(&bytes, "/MarkInfo") && contains(&bytes, "D:20261129000000Z"));
        }
    }
}

/// What a person might type who wants more than a CV.
const HOSTILE: &str = "#read(\"/etc/passwd\") $x$ = heading \\ \\n \
    *bold* _it_ @ref <label> `raw` // c /* d */ #{1+1} [a] ~ -- ...";

#[test]
fn text_of_a_person_is_never_markup() {
    let mut cv = welder(true, 1);
    cv.name = HOSTILE.to_owned();
    cv.about = format!("= heading\n- item\n+ item\n/ term: x\n{HOSTILE}\n\n#import \"@preview/x:1.0.0\"");
    cv.experience[0].tasks = HOSTILE.to_owned();
    cv.skills[0].confirmed = by(HOSTILE);
    let document = set(&cv, Locale::Lo).unwrap();
    let printed: String = document.pages().iter().map(|page| text(&page.frame)).collect();
    let printed: String = printed.split_whitespace().collect();
    let wanted: String = HOSTILE.split_whitespace().collect();
    assert_eq!(printed.replace('\u{200b}', "").matches(&wanted).count(), 4, "{printed}");
    assert!(printed.contains("=heading-item+item/term:x"), "{printed}");
    assert!(!pdf(&cv, Locale::Lo).unwrap().is_empty());
}

/// All text of a frame in the order of drawing.
fn text(frame: &Frame) -> String {
    let piece = |item: &FrameItem| match item {
        FrameItem::Group(group) => text(&group.frame),
        FrameItem::Text(text) => text.text.to_string(),
        _ => String::new(),
    };
    frame.items().map(|(_, item)| piece(item)).collect()
}

#[test]
fn long_lao_text_and_letters_that_no_font_has_stay_on_the_paper() {
    let mut cv = welder(true, 1);
    cv.about = "ຂ້ອຍເຮັດວຽກຢູ່ນະຄອນຫຼວງວຽງຈັນ".chars().cycle().take(5_000).collect();
    cv.headline = "👩‍🔧 welder ช่างเชื่อม 용접공 नमस्ते العربية ເຊື່ອມ\u{eb1} \u{eb1}\u{ecd}\u{202e}x".to_owned();
    cv.district = "a".repeat(300);
    cv.skills[1].name = "W".repeat(200);
    cv.skills[1].level = "https://example.com/".to_owned() + &"x/".repeat(100);
    let document = set(&cv, Locale::Lo).unwrap();
    assert_eq!(document.pages().iter().map(|page| missing(&page.frame)).sum::<usize>(), 0);
    for page in document.pages() {
        let width = page.frame.width().to_pt();
        assert!(farthest(&page.frame, 0.0) < width - 40.0, "no text runs off the paper");
    }
    keep("cv-hostile.pdf", &pdf(&cv, Locale::Lo).unwrap());
}

/// How far to the right a frame draws text, in points.
fn farthest(frame: &Frame, from: f64) -> f64 {
    let end = |(at, item): &(typst::layout::Point, FrameItem)| match item {
        FrameItem::Group(group) => farthest(&group.frame, from + at.x.to_pt()),
        FrameItem::Text(text) => from + at.x.to_pt() + text.width().to_pt(),
        _ => 0.0,
    };
    frame.items().map(end).fold(0.0, f64::max)
}

#[test]
fn the_same_cv_gives_the_same_bytes_and_another_day_others() {
    let cv = welder(true, 2);
    let first = pdf(&cv, Locale::Lo).unwrap();
    assert_eq!(first, pdf(&cv, Locale::Lo).unwrap());
    let later = Cv { printed_on: day(2026, 11, 30), ..cv };
    assert_ne!(first, pdf(&later, Locale::Lo).unwrap());
}

#[test]
fn an_empty_cv_is_a_page_and_a_book_is_refused() {
    let empty = Cv { printed_on: day(2026, 11, 29), ..Cv::default() };
    assert_eq!(set_pages(&empty, Locale::En), (1, 0));
    assert!(!pdf(&empty, Locale::En).unwrap().is_empty());
    let long = Cv { about: "ກ".repeat(MOST_LETTERS + 1), ..empty.clone() };
    assert!(matches!(pdf(&long, Locale::En), Err(PrintError::TooLong)));
    let skill = welder(true, 0).skills.remove(0);
    let many = Cv { skills: vec![skill; MOST_ENTRIES + 1], ..empty };
    assert!(matches!(pdf(&many, Locale::En), Err(PrintError::TooLong)));
}

#[test]
fn the_largest_cv_is_set() {
    let mut cv = welder(true, 1);
    cv.about = "ຂ້ອຍເຮັດວຽກຢູ່ນະຄອນຫຼວງວຽງຈັນ".chars().cycle().take(MOST_LETTERS - 10_000).collect();
    let (pages, missing) = set_pages(&cv, Locale::Lo);
    assert!(pages > 10 && missing == 0, "{pages} pages, {missing} glyphs missing");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 40, ..Default::default() })]
    #[test]
    fn any_text_can_be_printed(name in "\\PC{0,40}", about in proptest::prelude::any::<String>()) {
        let cv = Cv { name, headline: about.clone(), about, ..welder(false, 0) };
        proptest::prop_assert!(pdf(&cv, Locale::En).is_ok());
        proptest::prop_assert_eq!(set_pages(&cv, Locale::En).1, 0);
    }
}
