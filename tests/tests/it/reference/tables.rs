//! Counts of groups, labels and links; no code that nothing defines.

use seed_data::{LabelKind, LabelRow, Relation};
use std::collections::{BTreeMap, BTreeSet, HashSet};

const LANGUAGES: [&str; 4] = ["lo", "en", "vi", "th"];

fn groups() -> HashSet<String> {
    seed_data::isco_groups().unwrap().into_iter().map(|group| group.code).collect()
}

fn skills() -> HashSet<String> {
    seed_data::skills().unwrap().into_iter().map(|skill| skill.code).collect()
}

/// How many labels each code has in each language.
fn label_counts(rows: &[LabelRow]) -> BTreeMap<&str, BTreeMap<&str, usize>> {
    let mut counts: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for row in rows {
        *counts.entry(&row.code).or_default().entry(&row.language).or_default() += 1;
    }
    counts
}

fn in_all_languages(counts: &BTreeMap<&str, usize>, at_least: usize) -> bool {
    LANGUAGES.iter().all(|language| counts.get(language).is_some_and(|count| *count >= at_least))
}

#[test]
fn isco_has_all_its_619_groups_in_one_tree() {
    let rows = seed_data::isco_groups().unwrap();
    let codes = groups();
    assert_eq!((rows.len(), codes.len()), (619, 619));
    for (digits, wanted) in [(1, 10), (2, 43), (3, 130), (4, 436)] {
        assert_eq!(
            codes.iter().filter(|code| code.len() == digits).count(),
            wanted,
            "groups of {digits} digits"
        );
    }
    for row in &rows {
        assert!(!row.title.trim().is_empty(), "{} has no title", row.code);
        let parent = &row.code[..row.code.len() - 1];
        assert!(parent.is_empty() || codes.contains(parent), "{} hangs in the air", row.code);
    }
}

#[test]
fn major_and_sub_major_groups_have_lao_and_vietnamese_titles() {
    let titles = seed_data::isco_titles().unwrap();
    let named: HashSet<(&str, &str)> =
        titles.iter().map(|row| (row.code.as_str(), row.language.as_str())).collect();
    let broad: Vec<String> = groups().into_iter().filter(|code| code.len() <= 2).collect();
    assert_eq!(broad.len(), 53);
    for code in &broad {
        for language in ["lo", "vi"] {
            assert!(named.contains(&(code.as_str(), language)), "{code} has no title in {language}");
        }
    }
}

#[test]
fn three_hundred_unit_groups_are_named_in_four_languages() {
    let rows = seed_data::occupation_labels().unwrap();
    let counts = label_counts(&rows);
    let units = || counts.iter().filter(|(code, _)| code.len() == 4);
    let named = units().filter(|(_, labels)| in_all_languages(labels, 1)).count();
    let richly = units().filter(|(_, labels)| in_all_languages(labels, 2)).count();
    println!("unit groups named in four languages: {named}, with two names or more in each: {richly}");
    assert!(named >= 300, "only {named} unit groups are named in four languages");
    assert!(richly >= 300, "only {richly} unit groups have two names or more in each language");
}

#[test]
fn five_hundred_skills_are_named_in_four_languages_and_linked() {
    let rows = seed_data::skill_labels().unwrap();
    let counts = label_counts(&rows);
    let linked: HashSet<String> =
        seed_data::skill_links().unwrap().into_iter().map(|link| link.skill).collect();
    let complete = |(code, labels): &(&&str, &BTreeMap<&str, usize>)| {
        in_all_languages(labels, 1) && linked.contains(**code)
    };
    let usable = counts.iter().filter(complete).count();
    println!("skills named in four languages and linked: {usable}");
    assert!(usable >= 500, "only {usable} skills are named in four languages and linked");
}

#[test]
fn labels_and_links_name_only_what_is_defined() {
    let (groups, skills) = (groups(), skills());
    for row in seed_data::occupation_labels().unwrap() {
        assert!(groups.contains(&row.code), "{} names the group {}, which is none", row.text, row.code);
    }
    for row in seed_data::isco_titles().unwrap() {
        assert!(groups.contains(&row.code), "{} is the title of {}, which is no group", row.title, row.code);
    }
    for row in seed_data::skill_labels().unwrap() {
        assert!(skills.contains(&row.code), "{} names the skill {}, which is none", row.text, row.code);
    }
    for link in seed_data::skill_links().unwrap() {
        assert!(
            groups.contains(&link.occupation),
            "a link names the group {}, which is none",
            link.occupation
        );
        assert!(skills.contains(&link.skill), "a link names the skill {}, which is none", link.skill);
    }
}

#[test]
fn links_are_stated_once_and_of_both_kinds() {
    let links = seed_data::skill_links().unwrap();
    let pairs: BTreeSet<(&str, &str)> =
        links.iter().map(|link| (link.occupation.as_str(), link.skill.as_str())).collect();
    assert_eq!(pairs.len(), links.len(), "a link is stated twice");
    assert!(links.iter().any(|link| link.relation == Relation::Essential));
    assert!(links.iter().any(|link| link.relation == Relation::Useful));
}

#[test]
fn a_concept_has_one_preferred_label_in_a_language_at_most() {
    for rows in [seed_data::occupation_labels().unwrap(), seed_data::skill_labels().unwrap()] {
        let mut preferred = HashSet::new();
        for row in rows.iter().filter(|row| row.kind == LabelKind::Preferred) {
            assert!(preferred.insert((&row.code, &row.language)), "{} has two in {}", row.code, row.language);
        }
    }
}

#[test]
fn every_label_says_where_it_comes_from_and_who_checked_it() {
    for rows in [seed_data::occupation_labels().unwrap(), seed_data::skill_labels().unwrap()] {
        for row in rows {
            assert!(LANGUAGES.contains(&row.language.as_str()), "{}: {}", row.text, row.language);
            assert!(!row.source.trim().is_empty(), "{} has no source", row.text);
            let checks = ["second-reader", "dictionary", "no"];
            assert!(checks.contains(&row.checked.as_str()), "{} was checked by `{}`", row.text, row.checked);
        }
    }
}

#[test]
fn sample_rates_say_that_they_are_samples() {
    let rates = seed_data::exchange_rates().unwrap();
    assert!(!rates.is_empty());
    for rate in rates {
        assert!(rate.kip_per_unit > 0.0);
        assert_eq!(rate.source, "sample, replace before use", "{} of {}", rate.currency, rate.day);
    }
}
