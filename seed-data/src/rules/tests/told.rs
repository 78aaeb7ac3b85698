//! What single rules tell: steps of the wage floor, other sources, signs of danger, words, a decree.

use super::{RuleRow, ValueRow, rule_words};
use super::{all, each, rule, versions};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn the_minimum_wage_has_eight_steps_and_asks_whether_the_last_still_holds() {
    let wage = rule("WAGE-01");
    let steps: Vec<(&str, &str, &str, &ValueRow)> = wage
        .versions
        .iter()
        .map(|step| {
            let [label, issued, from] = [&step.label, &step.issued_on, &step.valid_from]
                .map(|text| text.as_deref().unwrap_or_default());
            (label, issued, from, &step.values["kip_a_month"])
        })
        .collect();
    let kip = ValueRow::Whole;
    let expected = [
        ("WAGE-01", "", "", kip(348_000)),
        ("WAGE-02", "2011-11-23", "2012-01-01", kip(626_000)),
        ("WAGE-03", "2015-02-09", "2015-04-01", kip(900_000)),
        ("WAGE-04", "2018-04-20", "2018-05-01", kip(1_100_000)),
        ("WAGE-05", "2022-06-13", "2022-08-01", kip(1_200_000)),
        ("WAGE-06", "2022-06-13", "2023-05-01", kip(1_300_000)),
        ("WAGE-07", "2023-08-16", "2023-10-01", kip(1_600_000)),
        ("WAGE-08", "2024-09-27", "2024-10-01", kip(2_500_000)),
        ("WAGE-08", "2024-09-27", "2026-01-01", kip(2_500_000)),
    ];
    let expected: Vec<_> =
        expected.iter().map(|(label, issued, from, kip)| (*label, *issued, *from, kip)).collect();
    assert_eq!(steps, expected);
    let verify: Vec<bool> = wage.versions.iter().map(|step| step.verify).collect();
    assert_eq!(verify, [false, false, false, false, false, false, false, false, true]);
}

#[test]
fn what_sources_tell_otherwise_is_kept() {
    let told: BTreeMap<String, Vec<ValueRow>> = all()
        .rules
        .into_iter()
        .flat_map(|rule| rule.versions.into_iter().map(move |version| (rule.code.clone(), version)))
        .filter(|(_, version)| !version.alternatives.is_empty())
        .map(|(code, version)| {
            assert!(version.verify, "{code}: where sources disagree the ministry is asked");
            (code, version.alternatives.into_iter().flat_map(|other| other.values.into_values()).collect())
        })
        .collect();
    let expected = [("FOR-01", 20), ("SSO-03", 50)];
    assert_eq!(told, expected.map(|(code, share)| (code.to_owned(), vec![ValueRow::Whole(share)])).into());
}

#[test]
fn hard_signs_hold_an_advert_and_the_signs_of_a_scam_add_up_to_ten() {
    let mut hard = Vec::new();
    let mut weights = BTreeMap::new();
    let is_flag = |rule: &RuleRow| rule.topic == "adverts" && rule.code != "RF-HOLD";
    for rule in all().rules.into_iter().filter(is_flag) {
        let values = &rule.versions[0].values;
        let ValueRow::Whole(weight) = values["weight"] else { panic!("{}: a weight is a number", rule.code) };
        assert!((1..=10).contains(&weight), "{}: {weight}", rule.code);
        let holds = values["hard"] == ValueRow::Text("yes".to_owned());
        assert_eq!(rule.effect, if holds { "review" } else { "warn" }, "{}", rule.code);
        weights.insert(rule.code.clone(), weight);
        if holds {
            hard.push(rule.code);
        }
    }
    assert_eq!(hard, ["RF-05", "RF-07", "RF-08", "RF-09", "RF-11", "RF-14"]);
    assert!(hard.iter().all(|code| weights[code] == 10), "a hard sign is enough by itself");
    let soft = weights.iter().filter(|(code, _)| !hard.contains(code));
    assert!(soft.map(|(_, weight)| *weight).all(|weight| weight < 10), "a soft sign is not");
    let sum = |codes: &[&str]| codes.iter().map(|code| weights[*code]).sum::<i64>();
    assert!(sum(&["RF-01", "RF-02", "RF-04"]) >= 10, "high pay, vague work, a chat app");
    assert!(sum(&["RF-02", "RF-03", "RF-12"]) >= 10, "vague work, a compound, typing tests");
    assert!(sum(&["RF-01", "RF-06"]) >= 10, "high pay, travel that becomes a debt");
    assert!(
        sum(&["RF-04", "RF-13"]) < 8,
        "a small employer with a chat app is no scam, also on a new account"
    );
    let held = |name: &str| match rule("RF-HOLD").versions[0].values[name] {
        ValueRow::Whole(points) => points,
        ref other => panic!("{name} is {other:?}"),
    };
    assert_eq!((held("points"), held("early"), held("sure")), (10, 8, 20));
}

#[test]
fn lists_that_are_read_together_are_as_long_as_each_other() {
    let length = |value: &ValueRow| match value {
        ValueRow::List(list) => list.len(),
        other => panic!("{other:?} is a list"),
    };
    let ladder = &rule("TVT-01").versions[0].values;
    assert!(ladder.values().all(|list| length(list) == length(&ladder["level"])));
    for bands in rule("PIT-01").versions {
        let (up_to, percent) = (&bands.values["up_to"], &bands.values["percent"]);
        assert_eq!(length(percent), length(up_to) + 1, "the last rate is for what is above the last band");
    }
}

#[test]
fn every_word_of_a_value_has_a_name_in_every_language() {
    let words = rule_words().expect("the words can be read");
    let all = all();
    let mut used = BTreeSet::new();
    for (rule, version) in versions(&all) {
        for (name, value) in &version.values {
            if let (Some("words"), ValueRow::List(list)) = (rule.units.get(name).map(String::as_str), value) {
                used.extend(list.iter().map(String::as_str));
            }
        }
    }
    let named: BTreeSet<&str> = words.keys().map(String::as_str).collect();
    assert_eq!(named, used);
    for (word, text) in &words {
        assert!(each(text).iter().all(|text| !text.trim().is_empty()), "{word}");
    }
}

#[test]
fn a_decree_keeps_its_days_its_names_and_what_it_replaced() {
    let find = |code: &str| {
        let found = all().instruments.into_iter().find(|instrument| instrument.code == code);
        found.unwrap_or_else(|| panic!("{code} is an instrument"))
    };
    let decree = find("decree-245-2020");
    assert_eq!(decree.issued_on.as_deref(), Some("2020-05-22"));
    assert_eq!(decree.published_on.as_deref(), Some("2020-09-28"));
    assert_eq!(decree.aliases, ["245/PM", "245/GOV"]);
    assert_eq!(find("decree-68-2002").replaced_by.as_deref(), Some("decree-245-2020"));
    assert_eq!(find("decision-043-2010").replaced_by.as_deref(), Some("agreement-1050-2022"));
}
