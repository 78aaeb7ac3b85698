//! Signs, contacts and likeness of arbitrary texts.

use crate::text::texts;
use proptest::prelude::*;
use search::{
    ContactSigns, Dialled, Language, Signature, WordList, Wording, WordingRule, contacts, fold, likeness,
};
use std::collections::BTreeSet;

fn wording() -> Wording {
    let owned = |patterns: &[&str]| patterns.iter().map(|pattern| (*pattern).to_owned()).collect();
    let list =
        WordList {
            language: Language::Lao, name: "any".to_owned(), phrases: owned(&["ຊ່າງ", "ນ້ຳ", "ໝໍ"])
        };
    let rule = |language, sign: &[&str], lifts: &[&str]| WordingRule {
        language,
        means: vec!["x".to_owned()],
        signs: owned(sign),
        lifts: owned(lifts),
    };
    let rules = [
        rule(Language::Lao, &["<any>", "^ ນ #", "<any> _3 ມ"], &["ຊ່າງເຊື່ອມ"]),
        rule(Language::English, &["(java|a) _2 [b] #", "it $"], &["java developer"]),
        rule(Language::Vietnamese, &["thợ", "# (-|to) #"], &[]),
    ];
    Wording::of(&[list], &rules).unwrap()
}

/// The same by its definition: every group of three of one list held against every one of the other.
fn by_definition(one: &[u8], other: &[u8]) -> f64 {
    let groups = |tokens: &[u8]| -> Vec<Vec<u8>> {
        let all = tokens.windows(3.min(tokens.len().max(1))).map(<[u8]>::to_vec);
        let mut each: Vec<Vec<u8>> = Vec::new();
        for group in all.filter(|group| !group.is_empty()) {
            if !each.contains(&group) {
                each.push(group);
            }
        }
        each
    };
    let (one, other) = (groups(one), groups(other));
    let both = one.iter().filter(|group| other.contains(group)).count();
    let either = one.len() + other.iter().filter(|group| !one.contains(group)).count();
    if either == 0 { 1.0 } else { both as f64 / either as f64 }
}

fn written(tokens: &[u8]) -> String {
    let words: Vec<String> = tokens.iter().map(|token| format!("Wort{}", char::from(b'a' + token))).collect();
    words.join(", ")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn signs_and_contacts_lie_inside_the_text(text in texts()) {
        let wording = wording();
        let dialled = vec![Dialled { prefix: "020".to_owned(), digits: 11, country: "856".to_owned() }];
        let (apps, ends) = (vec!["java".to_owned()], vec![".la".to_owned()]);
        let known = ContactSigns { dialled, chat_apps: apps, endings: ends, ..ContactSigns::default() };
        let signs = wording.read(&text).into_iter().map(|sign| sign.span);
        for span in signs.chain(contacts(&text, &known).into_iter().map(|contact| contact.span)) {
            prop_assert!(text.get(span.clone()).is_some_and(|words| !words.is_empty()), "{:?} of {:?}", span, text);
        }
    }

    #[test]
    fn what_is_found_does_not_depend_on_how_letters_are_typed(text in texts()) {
        let wording = wording();
        let folded = fold(&text.replace('\n', " "));
        prop_assert_eq!(wording.read(&text.replace('\n', " ")).len(), wording.read(&folded).len());
    }

    #[test]
    fn likeness_is_what_it_is_by_definition(
        one in prop::collection::vec(0_u8..4, 0..14),
        other in prop::collection::vec(0_u8..4, 0..14),
    ) {
        let found = likeness(&written(&one), &written(&other));
        prop_assert!((found - by_definition(&one, &other)).abs() < 1e-12);
        prop_assert!((found - likeness(&written(&other), &written(&one))).abs() < 1e-12);
    }

    #[test]
    fn a_signature_tells_likeness_and_survives_being_stored(
        one in prop::collection::vec(0_u8..26, 30..90),
        kept in 0_usize..90,
    ) {
        let other: Vec<u8> = one.iter().take(kept).copied().chain(one.iter().skip(kept).map(|token| 25 - token)).collect();
        let (text, changed) = (written(&one), written(&other));
        let (a, b) = (Signature::of(&text), Signature::of(&changed));
        // Off by .5 once in a million: five standard deviations of 32 throws.
        prop_assert!((a.resembles(&b) - likeness(&text, &changed)).abs() < 0.5);
        prop_assert_eq!(Signature::from_bytes(&a.to_bytes()), Some(a.clone()));
        prop_assert_eq!(a.bands(), Signature::of(&text.to_uppercase()).bands());
    }
}

#[test]
fn texts_that_were_changed_a_little_share_a_band_and_others_do_not() {
    let advert = |place: &str, day: u32| {
        format!(
            "We look for sewing operators in {place}. Work begins at eight and ends at five, with an hour of rest; \
             lunch is free, overtime is paid by law, and a bus comes from the market. Bring a copy of your family \
             book and two photographs before the {day}th. Ask for the office of the factory at the gate."
        )
    };
    let shared = |one: &str, other: &str| {
        let (one, other) = (Signature::of(one), Signature::of(other));
        one.bands().iter().zip(other.bands()).filter(|(one, other)| *one == other).count()
    };
    let (one, like) = (advert("Vientiane", 4), advert("Savannakhet", 19));
    assert!(likeness(&one, &like) > 0.7, "{}", likeness(&one, &like));
    assert!(shared(&one, &like) > 0);
    let strange = "ຮັບສະໝັກຊ່າງໄຟຟ້າ ມີປະສົບການ 2 ປີ ເຮັດວຽກຢູ່ນະຄອນຫຼວງວຽງຈັນ ໂມງເຊົ້າຮອດແລງ ພັກວັນອາທິດ";
    assert_eq!(shared(&one, strange), 0);
    let bands: BTreeSet<u64> = Signature::of(&one).bands().into_iter().collect();
    assert_eq!(bands.len(), 8, "a band tells its place");
}
