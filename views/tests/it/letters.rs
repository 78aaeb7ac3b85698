//! Letters in every language: whole, safe, and short enough for a phone.

use scraper::{Html, Selector};
use views::mail::{self, Letter, When, one_line};
use views::{Locale, specimens};

const SITE: &str = "https://viak.example";

fn all(locale: Locale) -> Vec<Letter> {
    specimens::letters().iter().map(|specimen| (specimen.letter)(locale)).collect()
}

fn letters() -> impl Iterator<Item = Letter> {
    Locale::ALL.into_iter().flat_map(all)
}

#[test]
fn every_letter_is_sound_html_that_needs_nothing_from_elsewhere() {
    let foreign = Selector::parse("img, script, link, style, iframe, form, [class], [src]").unwrap();
    for letter in letters() {
        let html = Html::parse_document(&letter.html());
        assert!(html.errors.is_empty(), "{}: {:?}", letter.subject, html.errors);
        assert_eq!(html.root_element().value().attr("lang"), Some(letter.locale.code()));
        assert_eq!(html.select(&foreign).count(), 0, "{}", letter.subject);
        let links = html.select(&Selector::parse("a").unwrap()).count();
        assert_eq!(links, usize::from(letter.button.is_some()), "{}: one thing to do", letter.subject);
        assert!(letter.html().len() < 8_000, "{}", letter.subject);
    }
}

#[test]
fn text_and_html_say_the_same() {
    for letter in letters() {
        let html = Html::parse_document(&letter.html());
        let shown: String =
            html.select(&Selector::parse("body").unwrap()).flat_map(|body| body.text()).collect();
        let text = letter.text();
        let said = letter.paragraphs.iter().chain(&letter.notes).chain(&letter.code);
        for piece in said.chain(letter.button.as_ref().map(|button| &button.href)) {
            assert!(text.contains(piece.as_str()) && shown.contains(piece.as_str()), "{piece}");
        }
        assert!(text.contains(SITE) && shown.contains(SITE), "it says who wrote it");
    }
}

#[test]
fn every_letter_says_that_we_ask_for_neither_money_nor_passwords() {
    for letter in letters() {
        let never = views::text(letter.locale, "mail-never");
        assert!(letter.text().contains(&never) && letter.html().contains(&never), "{}", letter.subject);
    }
}

#[test]
fn no_letter_shows_a_key_or_a_hole_instead_of_words() {
    for letter in letters() {
        for text in [&letter.subject, &letter.text(), &letter.short] {
            assert!(!text.contains("mail-") && !text.contains('{') && !text.trim().is_empty(), "{text}");
        }
        assert!(!letter.subject.contains('\n') && !letter.short.contains('\n'));
    }
}

#[test]
fn a_short_message_fits_one_part_and_begins_with_its_code() {
    for letter in letters() {
        // What holds a link or another's name may be longer.
        let free = letter.button.as_ref().is_some_and(|button| letter.short.contains(&button.href));
        let length = letter.short.encode_utf16().count();
        assert!(length <= 70 || free, "{length}: {}", letter.short);
        if let Some(code) = &letter.code {
            assert!(letter.short.starts_with(code.as_str()), "{}", letter.short);
            assert!(!letter.subject.contains(code.as_str()), "subjects stand in lists and previews");
        }
    }
}

#[test]
fn what_people_typed_stays_on_its_line_and_is_no_markup() {
    let evil = "Evil\r\nBcc: x@example.la\u{2028}<script>";
    for locale in Locale::ALL {
        let when = When { day: (2026, 11, 22), time: (7, 5) };
        for letter in [
            mail::invitation(locale, SITE, evil, evil, "https://viak.example/i/1"),
            mail::new_device(locale, SITE, evil, when),
            mail::contact_changed(locale, SITE, evil, when),
            mail::sign_in_code(locale, SITE, evil, Some(10)),
        ] {
            assert!(!letter.subject.contains(['\r', '\n', '\u{2028}']), "{}", letter.subject);
            assert!(!letter.text().contains("\nBcc"), "{}", letter.text());
            assert!(!letter.html().contains("<script"), "{}", letter.html());
        }
    }
    assert_eq!(one_line(" a\t\r\n b\u{0}c "), "a b c");
    assert_eq!(one_line(&"ກ".repeat(500)).chars().count(), 121);
}

#[test]
fn a_code_says_how_long_it_works() {
    let said = |minutes| mail::sign_in_code(Locale::English, SITE, "1", minutes).notes[0].clone();
    assert_eq!(said(Some(10)), "The code works once, within 10 minutes.");
    assert_eq!(said(Some(1)), "The code works once, within one minute.");
    assert_eq!(said(None), "The code works once.");
}

#[test]
fn a_letter_reads_like_this() {
    let letter = mail::sign_in_code(Locale::Lao, SITE, "482913", Some(10));
    let expected = "ສະບາຍດີ,\n\nໃສ່ລະຫັດນີ້ເພື່ອເຂົ້າສູ່ລະບົບ:\n\n482913\n\n\
        ລະຫັດນີ້ໃຊ້ໄດ້ເທື່ອດຽວ, ພາຍໃນ 10 ນາທີ.\n\n\
        ຢ່າບອກລະຫັດນີ້ໃຫ້ໃຜ, ລວມທັງພະນັກງານຂອງພວກເຮົາ.\n\n\
        ຖ້າທ່ານບໍ່ໄດ້ຂໍລະຫັດນີ້ ກໍບໍ່ຕ້ອງເຮັດຫຍັງ: ຖ້າບໍ່ມີລະຫັດ ບໍ່ມີໃຜເຮັດຫຍັງໄດ້.\n\n\
        ພວກເຮົາບໍ່ເຄີຍຂໍເງິນ ຫຼື ລະຫັດຜ່ານຂອງທ່ານ. ຖ້າມີຄົນຂໍໃນນາມພວກເຮົາ, ນັ້ນແມ່ນຄົນຫຼອກລວງ.\n\
        ຈົດໝາຍນີ້ສົ່ງໂດຍອັດຕະໂນມັດຈາກ https://viak.example. ບໍ່ຕ້ອງຕອບກັບ.\n";
    assert_eq!(letter.text(), expected);
}
