//! What the grammar finds, by small rules made here.

use super::{ContactKind, ContactSigns, Dialled, WordList, Wording, WordingRule, contacts};
use crate::language::Language;

fn wording(language: Language, signs: &[&str], lifts: &[&str]) -> Wording {
    let owned = |patterns: &[&str]| patterns.iter().map(|pattern| (*pattern).to_owned()).collect();
    let list = WordList {
        language,
        name: "want".to_owned(),
        phrases: owned(&["need", "we want", "ຮັບສະໝັກ", "cần tuyển"]),
    };
    let rule =
        WordingRule { language, means: vec!["x".to_owned()], signs: owned(signs), lifts: owned(lifts) };
    Wording::of(&[list], &[rule]).unwrap()
}

fn found<'a>(wording: &Wording, text: &'a str) -> Vec<&'a str> {
    wording.read(text).into_iter().map(|sign| &text[sign.span]).collect()
}

#[test]
fn english_is_found_by_stems_within_a_sentence() {
    let wording = wording(
        Language::English,
        &["<want> _3 female", "^ single $", "(age|aged) #16-60 (-|to) #"],
        &["female and male"],
    );
    assert_eq!(found(&wording, "We NEED two young females."), ["NEED two young females"]);
    assert_eq!(found(&wording, "We need cooks. Females come"), Vec::<&str>::new());
    assert_eq!(found(&wording, "We need female and male cooks"), Vec::<&str>::new());
    assert_eq!(found(&wording, "Cook, single, aged 18–25"), ["single", "aged 18–25"]);
    assert_eq!(found(&wording, "a single-phase motor, ages 3 to 6"), Vec::<&str>::new());
}

#[test]
fn lao_is_found_without_spaces_and_without_its_tones() {
    let wording = wording(Language::Lao, &["<want> _6 ຍິງ", "ບໍ່ແຕ່ງງານ"], &[]);
    assert_eq!(found(&wording, "ຮັບສະຫມັກພະນັກງານຍີງ ດ່ວນ"), ["ຮັບສະຫມັກພະນັກງານຍີງ"]);
    assert_eq!(found(&wording, "ຮັບ ສະໝັກ ພະນັກງານ ຍິງ"), ["ຮັບ ສະໝັກ ພະນັກງານ ຍິງ"]);
    assert_eq!(found(&wording, "ຍັງບໍແຕງງານ"), ["ບໍແຕງງານ"]);
    assert_eq!(found(&wording, "ຮັບສະໝັກພະນັກງານ\nຍິງ"), Vec::<&str>::new());
}

#[test]
fn a_company_is_not_taken_for_not_and_pay_begins_where_it_is_said() {
    let wording = wording(Language::Lao, &["ເກັບຄ່າ", "ອອກຄ່າ"], &["ບໍ່ ~3 ເກັບຄ່າ"]);
    assert_eq!(found(&wording, "ບໍລິສັດເກັບຄ່າສະໝັກ"), ["ເກັບຄ່າ"]);
    assert_eq!(found(&wording, "ບໍ່ເກັບຄ່າສະໝັກ"), Vec::<&str>::new());
    assert_eq!(found(&wording, "ນາຍຈ້າງອອກຄ່າລົດ"), ["ອອກຄ່າ"]);
}

#[test]
fn a_comma_ends_what_a_negation_reaches() {
    let wording = wording(Language::English, &["fee", "young [and] <want>"], &["(no|never) ~4 fee"]);
    assert_eq!(found(&wording, "No test, a fee of 20"), ["fee"]);
    assert_eq!(found(&wording, "We never ask for a fee"), Vec::<&str>::new());
    assert_eq!(found(&wording, "young, need"), ["young, need"]);
}

#[test]
fn vietnamese_is_found_without_marks_where_the_whole_text_has_none() {
    let wording = wording(Language::Vietnamese, &["<want> _3 nữ", "hóa chất"], &[]);
    assert_eq!(found(&wording, "CẦN TUYỂN gấp nữ"), ["CẦN TUYỂN gấp nữ"]);
    assert_eq!(found(&wording, "can tuyen gap nu, lam hoa chat"), ["can tuyen gap nu", "hoa chat"]);
    assert_eq!(found(&wording, "làm hoá chất, cần tuyển nụ"), ["hoá chất"]);
    assert_eq!(found(&wording, "cần tuyển người bán nụ hoa, nu"), Vec::<&str>::new());
}

#[test]
fn a_pattern_that_cannot_be_read_is_refused() {
    for pattern in ["(a", "a)", "a | b", "<gone>", "#x", "_x", "", "^ $", "[a]"] {
        let rule = WordingRule {
            language: Language::English,
            means: vec!["x".to_owned()],
            signs: vec![pattern.to_owned()],
            lifts: vec![],
        };
        assert!(Wording::of(&[], &[rule]).is_err(), "{pattern}");
    }
}

fn told(text: &str) -> Vec<(ContactKind, String)> {
    let way = |prefix: &str, digits, country: &str| Dialled {
        prefix: prefix.into(),
        digits,
        country: country.into(),
    };
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let signs = ContactSigns {
        dialled: vec![way("020", 11, "856"), way("030", 10, "856"), way("09", 10, "84")],
        accounts: owned(&["ບັນຊີ"]),
        chat_hosts: owned(&["t.me/"]),
        chat_apps: owned(&["telegram", "zalo"]),
        endings: owned(&[".la"]),
    };
    contacts(text, &signs).into_iter().map(|contact| (contact.kind, contact.normal)).collect()
}

#[test]
fn a_phone_has_one_form_however_it_is_written() {
    let one = vec![(ContactKind::Phone, "+8562055500123".to_owned())];
    for text in [
        "ໂທ 020 5550 0123",
        "ໂທ໐໒໐໕໕໕໐໐໑໒໓",
        "+856 20 5550-0123",
        "+856 (0)20 55500123",
        "00856 20 55500123",
        "8562055500123.",
    ] {
        assert_eq!(told(text), one, "{text}");
    }
    for text in ["2.500.000 - 3.500.000 ₭", "08.00-17.00", "30/11/2026", "2026-11-30", "40 posts, 8 hours"]
    {
        assert_eq!(told(text), [], "{text}");
    }
}

#[test]
fn accounts_addresses_links_and_names_in_chats_are_told_apart() {
    assert_eq!(
        told(
            "ໂອນເງິນເຂົ້າບັນຊີ 010-12-00-01234567-001, Telegram: @sok_job88, https://t.me/abcjobs or hr@firm.la (www.firm.la/jobs)"
        ),
        [
            (ContactKind::Account, "010120001234567001".to_owned()),
            (ContactKind::Chat, "@sok_job88".to_owned()),
            (ContactKind::Chat, "t.me/abcjobs".to_owned()),
            (ContactKind::Email, "hr@firm.la".to_owned()),
            (ContactKind::Link, "firm.la/jobs".to_owned()),
        ]
    );
    assert_eq!(told("Zalo: lan_tuyendung"), [(ContactKind::Chat, "lan_tuyendung".to_owned())]);
    assert_eq!(told("Zalo hoặc Messenger, we use ASP.NET"), []);
}
