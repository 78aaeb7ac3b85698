use super::*;
use crate::{Label, Language, OccupationKey};
use proptest::collection::vec;
use proptest::prelude::*;

fn lexicon() -> Lexicon {
    let label = |number: u32, text: &str, language| Label {
        concept: Concept::Occupation(OccupationKey(number)),
        text: text.to_owned(),
        language,
        preferred: true,
        shared: false,
    };
    Lexicon::build(
        [
            label(7411, "ຊ່າງໄຟຟ້າ", Language::Lao),
            label(7411, "electrician", Language::English),
            label(7212, "ຊ່າງເຊື່ອມເຫຼັກ", Language::Lao),
            label(2221, "ພະຍາບານ", Language::Lao),
            label(8332, "ຄົນຂັບລົດບັນທຸກ", Language::Lao),
            label(2353, "ຄູສອນພາສາອັງກິດ", Language::Lao),
            label(5223, "sales assistant", Language::English),
            label(8331, "lái xe buýt", Language::Vietnamese),
        ],
        [],
    )
}

fn read(text: &str) -> Option<String> {
    lexicon().romanised(text, &|_| false).map(|reading| reading.text)
}

#[test]
fn what_sounds_like_lao_is_read_as_lao() {
    for (typed, lao) in [
        ("xang faifa", "ຊ່າງໄຟຟ້າ"),
        ("Sang Fayfa", "ຊ່າງໄຟຟ້າ"),
        ("phayabane", "ພະຍາບານ"),
        ("xang xeuam lek", "ຊ່າງເຊື່ອມເຫຼັກ"),
        ("khonkhablod banthouk", "ຄົນຂັບລົດບັນທຸກ"),
        ("khou son phasa angkit", "ຄູສອນພາສາອັງກິດ"),
        ("yak dai viak phayaban 2 pi", "ຢາກໄດ້ວຽກພະຍາບານ 2 ປີ"),
    ] {
        let fold = |text: &str| Folded::of(text).text;
        assert_eq!(read(typed).map(|text| fold(&text)), Some(fold(lao)), "{typed}");
    }
}

#[test]
fn what_means_something_already_stays() {
    for typed in [
        "sales assistant",
        "lai xe buyt",
        "lái xe",
        "warehouse helper wanted",
        "2",
        "",
        "ຊ່າງ",
        "truck driver xang",
    ] {
        assert_eq!(read(typed), None, "{typed}");
    }
}

#[test]
fn misspelt_lao_is_read_by_its_sound() {
    let respelt = |text: &str| lexicon().respelt(text).map(|reading| reading.text);
    let fold = |text: &str| Folded::of(text).text;
    assert_eq!(respelt("ຊາງໄຟຟາ").map(|text| fold(&text)), Some(fold("ຊ່າງໄຟຟ້າ")));
    assert_eq!(respelt("ພະຍາບານ"), None, "a label as it stands");
    assert_eq!(respelt("welder"), None);
    assert_eq!(respelt(&"ຊາງໄຟຟາ".repeat(100)), None, "longer than any query");
}

#[test]
fn names_that_the_index_knows_stay() {
    let known = |word: &str| word == "phayaban";
    assert_eq!(lexicon().romanised("phayaban", &known), None);
}

#[test]
fn stretches_lead_back_to_what_was_typed() {
    let typed = "yak dai xang faifa 2 pi";
    let reading = lexicon().romanised(typed, &|_| false).unwrap();
    let at = reading.text.find("ຊ").unwrap();
    assert_eq!(&typed[reading.typed(&(at..at + 3))], "xang faifa");
}

/// The highest worth of any covering, by trying all.
fn highest(sounds: &Sounds, rows: &[Vec<f32>], folded: &str, typed: &[Typed], at: usize) -> f32 {
    if at == typed.len() {
        return 0.0;
    }
    let mut best = highest(sounds, rows, folded, typed, at + 1);
    for word in &sounds.words {
        let span = at..at + word.syllables.len();
        if let Some(likeness) = cover::alike(word, rows.get(span.clone())) {
            let covered = Covered { word, span, likeness };
            let rest = highest(sounds, rows, folded, typed, covered.span.end);
            best = best.max(covered.worth(folded, typed) + rest);
        }
    }
    best
}

proptest! {
    #[test]
    fn no_covering_is_worth_more(typed in vec(prop_oneof!["xang", "fai", "fa", "khap", "lot", "kha", "ban", "ngan", "mo"], 1..6)) {
        let lexicon = lexicon();
        let folded = typed.concat();
        let mut heard = Vec::new();
        for (token, word) in typed.iter().enumerate() {
            let start = folded.len() - typed[token..].concat().len();
            for sound in heard_in_latin(word).unwrap() {
                heard.push(Typed { heard: sound, token, at: start..start + word.len() });
            }
        }
        let sounds = lexicon.sounds();
        let row = |typed: &Typed| sounds.syllables.iter().map(|known| known.likeness(typed.heard)).collect();
        let rows: Vec<Vec<f32>> = heard.iter().map(row).collect();
        let found: f32 = sounds.cover(&folded, &heard).iter().map(|word| word.worth(&folded, &heard)).sum();
        let best = highest(sounds, &rows, &folded, &heard, 0);
        prop_assert!((found - best).abs() < 1e-4, "{found} {best}");
    }
}
