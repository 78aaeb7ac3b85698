//! What labels mean, and in which spelling they stand.
//!
//! *A label is what the analyser normalises to*: its stored spelling equals `search::fold` of itself
//! but for capital letters. So a Lao label has its marks in the order in which they are spelt, `ໜ`, `ໝ`
//! and `ຫຼ` in one letter, `ນ້ຳ` and not `ນໍ້າ`, no zero-width characters and single spaces; and the
//! analyser, run over the label, finds the label's own concept and nothing left beside it.

use search::Concept;
use seed_data::LabelRow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use tests::TestApp;

fn all_labels() -> [(&'static str, Vec<LabelRow>); 2] {
    [("occupation", seed_data::occupation_labels().unwrap()), ("skill", seed_data::skill_labels().unwrap())]
}

#[test]
fn every_label_stands_in_normal_spelling() {
    let mut wrong = Vec::new();
    for (kind, rows) in all_labels() {
        for row in rows {
            let folded = search::fold(&row.text);
            assert_eq!(search::fold(&folded), folded, "the normal form of {} has another", row.text);
            let same = match row.language.as_str() {
                "lo" | "th" => folded == row.text.to_lowercase(),
                _ => folded == search::fold(&row.text.to_lowercase()) && row.text.trim() == row.text,
            };
            if !same {
                wrong.push(format!("{kind} {} {} {} → {folded}", row.code, row.language, row.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{} labels: {}", wrong.len(), wrong.join(", "));
}

#[test]
fn no_label_means_two_concepts_without_saying_so() {
    let mut silent = Vec::new();
    for (kind, rows) in all_labels() {
        let mut meanings: BTreeMap<(String, String), BTreeMap<&str, bool>> = BTreeMap::new();
        for row in &rows {
            let shared = meanings.entry((row.language.clone(), search::fold(&row.text))).or_default();
            *shared.entry(&row.code).or_insert(true) &= row.shared;
        }
        for ((language, label), concepts) in meanings {
            if concepts.len() > 1 && concepts.values().any(|shared| !shared) {
                let codes: BTreeSet<&str> = concepts.into_keys().collect();
                silent.push(format!("{kind} {language} {label} {codes:?}"));
            }
        }
    }
    assert!(silent.is_empty(), "{} labels mean two things in silence: {}", silent.len(), silent.join(", "));
}

#[test]
fn a_label_that_says_it_is_shared_is_shared() {
    let labels = all_labels();
    let mut meanings: BTreeMap<String, BTreeSet<(&str, &str)>> = BTreeMap::new();
    for (kind, rows) in &labels {
        for row in rows {
            meanings.entry(search::fold(&row.text).replace('-', " ")).or_default().insert((kind, &row.code));
        }
    }
    let mut alone = Vec::new();
    for (kind, rows) in &labels {
        for row in rows.iter().filter(|row| row.shared) {
            if meanings[&search::fold(&row.text).replace('-', " ")].len() < 2 {
                alone.push(format!("{kind} {} {}", row.code, row.text));
            }
        }
    }
    assert!(alone.is_empty(), "{} labels: {}", alone.len(), alone.join(", "));
}

#[tokio::test]
async fn every_label_is_read_as_what_it_names_and_nothing_is_left_of_it() {
    let app = TestApp::start().await;
    let book = app.book();
    let mut strays = Vec::new();
    let mut read = 0;
    for (kind, rows) in all_labels() {
        let mut bearers: BTreeMap<String, BTreeSet<Concept>> = BTreeMap::new();
        let concept = |code: &str| match kind {
            "occupation" => Concept::Occupation(book.codes.occupation(code).unwrap()),
            _ => Concept::Skill(book.codes.skill(code).unwrap()),
        };
        for row in &rows {
            bearers.entry(search::fold(&row.text)).or_default().insert(concept(&row.code));
        }
        for row in &rows {
            // The full stop of an abbreviation need not be typed.
            let whole = 0..row.text.trim_end_matches('.').len();
            let mentions = book.lexicon.link(&row.text);
            let own = &bearers[&search::fold(&row.text)];
            let all_of_it = |span: &Range<usize>| span.start == 0 && span.end >= whole.end;
            let covers = mentions.iter().any(|found| all_of_it(&found.span) && own.contains(&found.concept));
            // A name that an occupation and a skill share is read as either of them.
            let shared = row.shared && mentions.iter().any(|found| all_of_it(&found.span));
            read += 1;
            if !covers && !shared {
                strays.push(format!("{kind} {} {} {}", row.code, row.language, row.text));
            }
        }
    }
    println!("{read} labels read, {} astray", strays.len());
    assert!(strays.is_empty(), "{} of {read}: {}", strays.len(), strays.join(", "));
}
