//! Are the rules whole, of closed sets, and do they say the same in the three languages?

use super::{
    InstrumentRow, RuleFile, RuleRow, RuleVersionRow, ValueRow, Worded, rule_sources, rule_words, rules,
};
use std::collections::BTreeSet;

mod told;

const KINDS: [&str; 10] = [
    "law",
    "decree",
    "agreement",
    "decision",
    "instruction",
    "notice",
    "treaty",
    "guideline",
    "report",
    "design",
];
const TOPICS: [&str; 22] = [
    "working_time",
    "contract",
    "wage",
    "equal_treatment",
    "age",
    "foreign_workers",
    "agencies",
    "sending_abroad",
    "thailand",
    "korea",
    "japan",
    "viet_nam",
    "fees",
    "adverts",
    "complaints",
    "personal_data",
    "training",
    "matching",
    "support",
    "social_security",
    "income_tax",
    "exchange",
];
const EFFECTS: [&str; 4] = ["refuse", "review", "warn", "inform"];
const UNITS: [&str; 17] = [
    "hours",
    "minutes",
    "days",
    "months",
    "years",
    "percent",
    "kip",
    "baht",
    "won",
    "yen",
    "count",
    "points",
    "months_of_pay",
    "ratio",
    "codes",
    "words",
    "day",
];

/// The catalogue: beginning of the codes, and their numbers. LAB-10 is not among them: what is paid at the end of a
/// contract is not worked out. WAGE-01 holds the steps WAGE-01 to WAGE-08 as versions.
const CATALOGUE: [(&str, &[u8]); 19] = [
    ("LAB", &[1, 2, 3, 4, 5, 6, 7, 8, 9]),
    ("WAGE", &[1, 9, 10]),
    ("FOR", &[1, 2, 3, 4, 5]),
    ("AGY", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    ("OVS", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]),
    ("TH", &[1, 2, 3, 4, 5, 6, 7, 8, 9]),
    ("KR", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    ("JP", &[1, 2, 3, 4, 5, 6, 7, 8]),
    ("VN", &[1, 2, 3, 4, 5]),
    ("FAIR", &[1, 2, 3, 4]),
    ("RF", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]),
    ("CMP", &[1, 2, 3, 4, 5, 6]),
    ("DAT", &[1, 2, 3, 4, 5, 6]),
    ("TVT", &[1, 2, 3, 4]),
    ("MAT", &[1, 2, 3, 4, 5]),
    ("VUL", &[1, 2, 3, 4, 5]),
    ("SSO", &[1, 2, 3, 4, 5, 6]),
    ("PIT", &[1, 2, 3, 4]),
    ("EXC", &[1, 2, 3, 4, 5]),
];

/// Values that nobody knows: rule, first day of the version, name.
const UNKNOWN: [(&str, &str, &str); 10] = [
    ("AGY-03", "", "amount"),
    ("FOR-04", "2014-10-29", "gap"),
    ("KR-06", "2026-01-01", "lao_share"),
    ("OVS-09", "2020-09-28", "amount"),
    ("OVS-16", "2020-09-28", "schooling"),
    ("TH-03", "2021-01-11", "stay"),
    ("TH-03", "2023-11-10", "insurance"),
    ("TH-03", "2023-11-10", "medical"),
    ("TH-03", "2023-11-10", "permit"),
    ("TH-03", "2023-11-10", "vaccine"),
];

fn all() -> RuleFile {
    rules().unwrap_or_else(|error| panic!("every file of rules can be read: {error}"))
}

fn rule(code: &str) -> RuleRow {
    all().rules.into_iter().find(|rule| rule.code == code).unwrap_or_else(|| panic!("{code} is a rule"))
}

fn each(text: &Worded) -> [&str; 3] {
    [&text.lo, &text.en, &text.vi]
}

/// Names in braces.
fn named(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default()).collect()
}

/// Whether a text is a day of the calendar, written year-month-day.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return false };
    let sized = year.len() == 4 && month.len() == 2 && day.len() == 2;
    let within = |part: &str, most: u8| part.parse::<u8>().is_ok_and(|number| (1..=most).contains(&number));
    let longest = match month {
        "02" => 29,
        "04" | "06" | "09" | "11" => 30,
        _ => 31,
    };
    sized && year.parse::<u16>().is_ok() && within(month, 12) && within(day, longest)
}

/// Whether a value is what its unit says.
fn fits(unit: &str, value: &ValueRow) -> bool {
    let number = |text: &String| text.parse::<f64>().is_ok();
    match (unit, value) {
        ("codes" | "words", ValueRow::List(list)) => !list.is_empty(),
        ("words", ValueRow::Text(text)) => text == "yes" || text == "no",
        ("day", ValueRow::Text(text)) => is_day(text),
        ("codes" | "words" | "day", _) => false,
        (_, ValueRow::Whole(number)) => *number >= 0,
        (_, ValueRow::Text(text)) => number(text),
        (_, ValueRow::List(list)) => !list.is_empty() && list.iter().all(number),
    }
}

/// Every version with its rule.
fn versions(file: &RuleFile) -> impl Iterator<Item = (&RuleRow, &RuleVersionRow)> {
    file.rules.iter().flat_map(|rule| rule.versions.iter().map(move |version| (rule, version)))
}

#[test]
fn every_rule_of_the_catalogue_is_there_and_no_other() {
    let mut catalogue: BTreeSet<String> = ["VN-03b", "RF-HOLD"].map(str::to_owned).into();
    for (beginning, numbers) in CATALOGUE {
        catalogue.extend(numbers.iter().map(|number| format!("{beginning}-{number:02}")));
    }
    let all = all();
    let held: BTreeSet<String> = all.rules.iter().map(|rule| rule.code.clone()).collect();
    assert_eq!(held, catalogue);
    assert_eq!(held.len(), all.rules.len(), "a code stands once");
}

#[test]
fn every_instrument_that_is_named_is_there_once() {
    let all = all();
    let codes: BTreeSet<&str> = all.instruments.iter().map(|instrument| instrument.code.as_str()).collect();
    assert_eq!(codes.len(), all.instruments.len(), "a code stands once");
    let successors = all.instruments.iter().filter_map(|instrument| instrument.replaced_by.as_deref());
    let of_rules = all.rules.iter().map(|rule| rule.instrument.as_str());
    let of_versions = versions(&all).filter_map(|(_, version)| version.instrument.as_deref());
    for code in successors.chain(of_rules).chain(of_versions) {
        assert!(codes.contains(code), "{code} is an instrument");
    }
}

#[test]
fn every_source_is_explained() {
    let sources = rule_sources().expect("the sources can be read");
    let all = all();
    let of_instruments = all.instruments.iter().map(|instrument| (&instrument.code, &instrument.sources));
    let of_versions = versions(&all).map(|(rule, version)| (&rule.code, &version.sources));
    let others = versions(&all).flat_map(|(rule, version)| {
        version.alternatives.iter().map(move |alternative| (&rule.code, &alternative.sources))
    });
    for (code, named) in of_instruments.chain(of_versions).chain(others) {
        assert!(!named.is_empty(), "{code} has a source");
        for source in named {
            assert!(sources.contains_key(source), "{code}: {source} is explained");
        }
    }
}

#[test]
fn kinds_topics_effects_units_and_confidences_are_of_closed_sets() {
    let all = all();
    for InstrumentRow { code, kind, country, .. } in &all.instruments {
        assert!(KINDS.contains(&kind.as_str()), "{code}: {kind}");
        assert!(["", "LA", "TH", "KR", "JP", "VN"].contains(&country.as_str()), "{code}: {country}");
    }
    for rule in &all.rules {
        assert!(TOPICS.contains(&rule.topic.as_str()), "{}: {}", rule.code, rule.topic);
        assert!(EFFECTS.contains(&rule.effect.as_str()), "{}: {}", rule.code, rule.effect);
        for unit in rule.units.values() {
            assert!(UNITS.contains(&unit.as_str()), "{}: {unit}", rule.code);
        }
    }
    for (rule, version) in versions(&all) {
        assert!(["H", "M", "L"].contains(&version.confidence.as_str()), "{}", rule.code);
    }
}

#[test]
fn a_statement_names_the_values_of_its_rule_in_every_language() {
    for rule in all().rules {
        let units: BTreeSet<&str> =
            rule.units.keys().map(String::as_str).filter(|name| *name != "hard").collect();
        for text in each(&rule.statement) {
            assert_eq!(named(text), units, "{}: {text}", rule.code);
        }
    }
}

#[test]
fn nothing_is_left_unsaid_in_any_language() {
    let all = all();
    let mut texts: Vec<(&str, &Worded)> = Vec::new();
    texts.extend(all.instruments.iter().map(|instrument| (instrument.code.as_str(), &instrument.title)));
    texts.extend(all.rules.iter().map(|rule| (rule.code.as_str(), &rule.title)));
    texts.extend(all.rules.iter().map(|rule| (rule.code.as_str(), &rule.statement)));
    texts.extend(
        versions(&all).filter_map(|(rule, version)| Some((rule.code.as_str(), version.note.as_ref()?))),
    );
    let is_lao = |text: &str| text.chars().any(|letter| ('\u{e80}'..='\u{eff}').contains(&letter));
    for (code, text) in texts {
        assert!(each(text).iter().all(|text| !text.trim().is_empty()), "{code}");
        assert_eq!(each(text).map(is_lao), [true, false, false], "{code}");
    }
}

#[test]
fn a_value_is_of_its_unit_and_what_is_missing_is_known_to_be_unknown() {
    let all = all();
    let mut missing = BTreeSet::new();
    for (rule, version) in versions(&all) {
        let told = version.alternatives.iter().flat_map(|alternative| &alternative.values);
        for (name, value) in version.values.iter().chain(told) {
            let unit = rule.units.get(name).unwrap_or_else(|| panic!("{}: {name} has a unit", rule.code));
            assert!(fits(unit, value), "{}: {name} is {value:?}, in {unit}", rule.code);
        }
        let from = version.valid_from.as_deref().unwrap_or_default();
        for name in rule.units.keys().filter(|name| !version.values.contains_key(*name)) {
            missing.insert((rule.code.as_str(), from, name.as_str()));
        }
    }
    assert_eq!(missing, BTreeSet::from(UNKNOWN));
}

#[test]
fn the_versions_of_a_rule_follow_each_other_without_overlap() {
    for rule in all().rules {
        assert!(!rule.versions.is_empty(), "{} has a version", rule.code);
        let mut before: Option<&RuleVersionRow> = None;
        for version in &rule.versions {
            for day in [&version.issued_on, &version.valid_from, &version.valid_until].into_iter().flatten() {
                assert!(is_day(day), "{}: {day}", rule.code);
            }
            if let (Some(from), Some(until)) = (&version.valid_from, &version.valid_until) {
                assert!(from <= until, "{} ends after it begins", rule.code);
            }
            if let Some(before) = before {
                let from = version.valid_from.as_ref();
                assert!(from.is_some(), "{}: only the first version may lack a first day", rule.code);
                assert!(before.valid_from.as_ref() < from, "{}: first days are in order", rule.code);
                assert!(before.valid_until.as_ref() < from, "{}: a version ends before the next", rule.code);
            }
            before = Some(version);
        }
    }
}
