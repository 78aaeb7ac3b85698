//! The laws of this part, held against brute force.

use super::*;
use crate::Verdict;
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

const FACTS: [Fact; 3] = [Fact::HoursAWeek, Fact::LeastAge, Fact::Hazardous];

fn day(offset: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 1, 1).unwrap() + Days::new(offset)
}

fn check(fact: Fact, is: Comparison, value: Option<&str>) -> Check {
    Check { fact, is, value: value.map(str::to_owned), counted_on: None }
}

/// A check of a fact of this test: numbers against `limit`, the flag against yes or no.
fn checks() -> impl Strategy<Value = Check> {
    (0..FACTS.len(), any::<bool>()).prop_map(|(at, first)| match (FACTS[at], first) {
        (Fact::Hazardous, true) => check(Fact::Hazardous, Comparison::Yes, None),
        (Fact::Hazardous, false) => check(Fact::Hazardous, Comparison::No, None),
        (fact, true) => check(fact, Comparison::AtMost, Some("limit")),
        (fact, false) => check(fact, Comparison::AtLeast, Some("limit")),
    })
}

fn case() -> impl Strategy<Value = Case> {
    (proptest::collection::vec(checks(), 0..3), proptest::collection::vec(checks(), 1..4))
        .prop_map(|(when, checks)| Case { subject: Subject::Vacancy, counted_on: None, when, checks })
}

/// Versions one after the other, with gaps; a value is missing now and then.
fn versions() -> impl Strategy<Value = Vec<Version>> {
    let one = (1_u64..40, proptest::option::of(0_u64..20), proptest::option::of(0_i64..5), any::<bool>());
    proptest::collection::vec(one, 1..5).prop_map(|steps| {
        let mut first = 0;
        let mut versions = Vec::new();
        for (number, (length, cut, limit, sure)) in (1..).zip(steps) {
            let last = cut.map(|cut| day(first + (length - 1).saturating_sub(cut)));
            versions.push(Version {
                key: VersionKey(number),
                number: number.unsigned_abs(),
                valid_from: Some(day(first)),
                valid_until: last,
                standing: if sure { Standing::Confirmed } else { Standing::Unconfirmed },
                values: limit
                    .map(|limit| ("limit".to_owned(), Value::Number(limit.into())))
                    .into_iter()
                    .collect(),
            });
            first += length;
        }
        versions
    })
}

fn effects() -> impl Strategy<Value = Effect> {
    proptest::sample::select(Effect::ALL)
}

fn rules() -> impl Strategy<Value = Vec<Rule>> {
    let one = (effects(), proptest::collection::vec(case(), 0..3), versions());
    proptest::collection::vec(one, 1..5).prop_map(|rules| {
        let named = rules.into_iter().enumerate();
        named
            .map(|(at, (effect, cases, versions))| Rule { code: format!("R-{at}"), effect, cases, versions })
            .collect()
    })
}

fn facts() -> impl Strategy<Value = Facts> {
    let number = || proptest::option::of(0_i64..5);
    (number(), number(), proptest::option::of(any::<bool>())).prop_map(|(hours, age, hazardous)| {
        Facts::default()
            .number(Fact::HoursAWeek, hours)
            .number(Fact::LeastAge, age)
            .flag(Fact::Hazardous, hazardous)
    })
}

/// All that these facts may turn out to be.
fn completions(facts: &Facts) -> Vec<Facts> {
    let mut all = vec![facts.clone()];
    for fact in FACTS.into_iter().filter(|fact| facts.get(*fact).is_none()) {
        let values: Vec<FactValue> = match fact {
            Fact::Hazardous => vec![FactValue::Flag(true), FactValue::Flag(false)],
            _ => (0_i64..6).map(|number| FactValue::Number(number.into())).collect(),
        };
        all = all
            .iter()
            .flat_map(|held| values.iter().map(|value| held.clone().with(fact, value.clone())))
            .collect();
    }
    all
}

proptest! {
    #[test]
    fn unknown_is_not_no(rules in rules(), facts in facts(), at in 0_u64..120) {
        let book = RuleBook::of(rules).unwrap();
        for finding in book.judge(Subject::Vacancy, &facts, day(at)).findings {
            if finding.verdict == Verdict::Unknown {
                continue;
            }
            for complete in completions(&facts) {
                let proof = book.judge(Subject::Vacancy, &complete, day(at));
                let then = proof.findings.iter().find(|then| then.rule == finding.rule);
                // A rule may turn out not to apply; it never turns out to say the opposite.
                prop_assert!(then.is_none_or(|then| then.verdict == finding.verdict));
                prop_assert!(then.is_some() || finding.verdict == Verdict::Met);
            }
        }
    }

    #[test]
    fn the_version_of_a_day_is_the_one_whose_days_hold_it(versions in versions(), at in 0_u64..200) {
        let rule = Rule { code: "R".to_owned(), effect: Effect::Refuse, cases: Vec::new(), versions };
        let book = RuleBook::of([rule.clone()]).unwrap();
        let holds = |version: &&Version| {
            let next = rule.versions.iter().filter_map(|other| other.valid_from).find(|from| Some(*from) > version.valid_from);
            version.valid_from <= Some(day(at))
                && version.valid_until.is_none_or(|last| day(at) <= last)
                && next.is_none_or(|next| day(at) < next)
        };
        let held: Vec<&Version> = rule.versions.iter().filter(holds).collect();
        prop_assert!(held.len() <= 1);
        prop_assert_eq!(book.rule("R").unwrap().on(day(at)), held.first().copied());
    }

    #[test]
    fn the_order_of_rules_and_versions_changes_nothing(rules in rules(), facts in facts(), at in 0_u64..120) {
        let turned = rules.iter().rev().cloned().map(|mut rule| {
            rule.versions.reverse();
            rule
        });
        let (book, again) = (RuleBook::of(rules.clone()).unwrap(), RuleBook::of(turned).unwrap());
        prop_assert_eq!(
            book.judge(Subject::Vacancy, &facts, day(at)),
            again.judge(Subject::Vacancy, &facts, day(at))
        );
    }

    #[test]
    fn what_nobody_confirmed_refuses_nothing(rules in rules(), facts in facts(), at in 0_u64..120) {
        let proof = RuleBook::of(rules).unwrap().judge(Subject::Vacancy, &facts, day(at));
        for finding in proof.leading_to(Consequence::Refused) {
            prop_assert_eq!(finding.standing, Standing::Confirmed);
            prop_assert_eq!(finding.verdict, Verdict::NotMet);
            prop_assert!(finding.evidence.iter().any(|one| one.verdict == Verdict::NotMet));
        }
    }
}

fn ruled(versions: Vec<Version>) -> Rule {
    let hours = check(Fact::HoursAWeek, Comparison::AtMost, Some("limit"));
    let case = Case {
        subject: Subject::Vacancy,
        counted_on: Some(Fact::StartsOn),
        when: Vec::new(),
        checks: vec![hours],
    };
    Rule { code: "LAB-01".to_owned(), effect: Effect::Refuse, cases: vec![case], versions }
}

fn version(number: u32, from: u64, until: Option<u64>, limit: i64) -> Version {
    Version {
        key: VersionKey(number.cast_signed()),
        number,
        valid_from: Some(day(from)),
        valid_until: until.map(day),
        standing: Standing::Confirmed,
        values: BTreeMap::from([("limit".to_owned(), Value::Number(limit.into()))]),
    }
}

#[test]
fn the_day_that_counts_may_lie_ahead() {
    let book = RuleBook::of([ruled(vec![version(1, 0, None, 48), version(2, 100, None, 40)])]).unwrap();
    let facts = |starts: u64| {
        Facts::default().number(Fact::HoursAWeek, Some(44)).day(Fact::StartsOn, Some(day(starts)))
    };
    let before = book.judge(Subject::Vacancy, &facts(99), day(10));
    assert_eq!(before.consequence(), Consequence::Nothing);
    let after = book.judge(Subject::Vacancy, &facts(100), day(10));
    assert_eq!(after.consequence(), Consequence::Refused);
    let finding = after.leading_to(Consequence::Refused).next().unwrap();
    assert_eq!((finding.number, finding.counted_on), (2, day(100)));
    assert_eq!(finding.evidence[0].limit, Some(Value::Number(Decimal::from(40))));
}

#[test]
fn versions_that_hold_on_one_day_make_no_book() {
    let overlapping = ruled(vec![version(1, 0, Some(100), 48), version(2, 100, None, 40)]);
    assert_eq!(RuleBook::of([overlapping]), Err(BookError::Overlap("LAB-01".to_owned(), day(100))));
    let twice = ruled(vec![version(1, 0, None, 48), version(2, 0, None, 40)]);
    assert!(matches!(RuleBook::of([twice]), Err(BookError::Overlap(..))));
    let backwards = ruled(vec![version(1, 10, Some(9), 48)]);
    assert!(matches!(RuleBook::of([backwards]), Err(BookError::Backwards(_))));
    let rule = ruled(vec![version(1, 0, Some(99), 48), version(2, 100, None, 40)]);
    assert!(RuleBook::of([rule.clone()]).is_ok());
    assert_eq!(RuleBook::of([rule.clone(), rule]), Err(BookError::Twice("LAB-01".to_owned())));
}

#[test]
fn checks_that_compare_with_nothing_make_no_book() {
    let mut rule = ruled(Vec::new());
    rule.cases[0].checks[0].value = None;
    assert!(matches!(RuleBook::of([rule]), Err(BookError::Incomplete(_))));
    let mut rule = ruled(Vec::new());
    rule.cases[0].checks.clear();
    assert!(matches!(RuleBook::of([rule]), Err(BookError::Incomplete(_))));
}

#[test]
fn an_age_is_counted_on_the_day_that_the_rule_names() {
    let age = Check {
        fact: Fact::Born,
        is: Comparison::AtLeast,
        value: Some("limit".to_owned()),
        counted_on: Some(Fact::DepartsOn),
    };
    let case = Case { subject: Subject::Worker, counted_on: None, when: Vec::new(), checks: vec![age] };
    let rule = Rule {
        code: "OVS-01".to_owned(),
        effect: Effect::Refuse,
        cases: vec![case],
        versions: vec![version(1, 0, None, 18)],
    };
    let book = RuleBook::of([rule]).unwrap();
    let verdict = |born: Birth, departs: Option<NaiveDate>| {
        let facts = Facts::default().with(Fact::Born, FactValue::Born(born)).day(Fact::DepartsOn, departs);
        book.judge(Subject::Worker, &facts, day(10)).findings[0].verdict
    };
    let departs = NaiveDate::from_ymd_opt(2020, 6, 1);
    let eighteen = Birth::Day(NaiveDate::from_ymd_opt(2002, 6, 1).unwrap());
    let younger = Birth::Day(NaiveDate::from_ymd_opt(2002, 6, 2).unwrap());
    assert_eq!(verdict(eighteen, departs), Verdict::Met);
    assert_eq!(verdict(younger, departs), Verdict::NotMet);
    assert_eq!(verdict(Birth::Year(2002), departs), Verdict::Unknown, "of the year, some are too young");
    assert_eq!(verdict(eighteen, None), Verdict::Unknown, "nobody knows when");
}
