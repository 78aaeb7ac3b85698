//! Rules with their versions, and which of them holds on a day.

use super::check::{Case, Check, Comparison};
use super::fact::{UnknownName, names};
use super::{Fact, Value};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::str::FromStr;
use thiserror::Error;

/// Which row holds a version; decisions keep it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct VersionKey(pub i32);

names! {
    /// What not keeping to a rule leads to.
    Effect, "effect":
    /// It is told, and that is all.
    Inform = "inform",
    /// Whoever does it is warned.
    Warn = "warn",
    /// A person decides.
    Review = "review",
    /// It is refused.
    Refuse = "refuse",
}

/// Whether a version may refuse by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It may: sure from its source, or confirmed by whoever may.
    Confirmed,
    /// It may not: the ministry has not confirmed it.
    Unconfirmed,
}

/// The values of a rule between two days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Which row holds it.
    pub key: VersionKey,
    /// Its number within the rule, from 1.
    pub number: u32,
    /// The first day on which it holds; none where nobody knows it.
    pub valid_from: Option<NaiveDate>,
    /// The last day on which it holds; none where it holds until the next.
    pub valid_until: Option<NaiveDate>,
    /// Whether it may refuse by itself.
    pub standing: Standing,
    /// Its values by name; one that is not here is not known.
    pub values: BTreeMap<String, Value>,
}

/// A rule with all versions that held, hold, or are to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its code: `LAB-01`.
    pub code: String,
    /// What not keeping to it leads to.
    pub effect: Effect,
    /// What it judges; empty where it is told and not computed.
    pub cases: Vec<Case>,
    /// Its versions, in any order.
    pub versions: Vec<Version>,
}

/// Why rules make no book.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BookError {
    /// Two rules have one code.
    #[error("the rule {0} is told twice")]
    Twice(String),
    /// Two versions would hold on one day.
    #[error("two versions of the rule {0} hold on {1}")]
    Overlap(String, NaiveDate),
    /// A version ends before it begins.
    #[error("a version of the rule {0} ends before it begins")]
    Backwards(String),
    /// A check has no value to compare with, or one that needs none has one.
    #[error("a check of the rule {0} has no value to compare with, or one that it needs not")]
    Incomplete(String),
}

/// All rules, by code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleBook {
    rules: BTreeMap<String, Rule>,
}

impl RuleBook {
    /// A book of these rules, in which at most one version of a rule holds on any day.
    pub fn of(rules: impl IntoIterator<Item = Rule>) -> Result<Self, BookError> {
        let mut book = Self::default();
        for mut rule in rules {
            rule.versions.sort_by_key(|version| version.valid_from);
            sound(&rule)?;
            let code = rule.code.clone();
            if book.rules.insert(code.clone(), rule).is_some() {
                return Err(BookError::Twice(code));
            }
        }
        Ok(book)
    }

    /// All rules, by code.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.values()
    }

    /// One of them.
    pub fn rule(&self, code: &str) -> Option<&Rule> {
        self.rules.get(code)
    }

    /// A value of a rule on a day, where the rule holds and the value is known.
    pub fn value(&self, code: &str, name: &str, day: NaiveDate) -> Option<&Value> {
        self.rule(code)?.on(day)?.values.get(name)
    }
}

impl Rule {
    /// The version that holds on a day: a version without a last day holds until the day before the next begins.
    pub fn on(&self, day: NaiveDate) -> Option<&Version> {
        let held =
            self.versions.iter().rev().find(|version| version.valid_from.is_none_or(|from| from <= day))?;
        held.valid_until.is_none_or(|last| day <= last).then_some(held)
    }
}

fn sound(rule: &Rule) -> Result<(), BookError> {
    for Version { valid_from, valid_until, .. } in &rule.versions {
        if valid_from.zip(*valid_until).is_some_and(|(first, last)| last < first) {
            return Err(BookError::Backwards(rule.code.clone()));
        }
    }
    for pair in rule.versions.windows(2) {
        let [earlier, later] = pair else { continue };
        let first = later.valid_from.unwrap_or(NaiveDate::MIN);
        let same = earlier.valid_from == later.valid_from;
        if same || earlier.valid_until.is_some_and(|last| last >= first) {
            return Err(BookError::Overlap(rule.code.clone(), first));
        }
    }
    let complete = |check: &Check| {
        let needs_none = matches!(check.is, Comparison::Yes | Comparison::No);
        check.value.is_some() != needs_none && (check.counted_on.is_none() || check.fact == Fact::Born)
    };
    let mut checks = rule.cases.iter().flat_map(|case| case.when.iter().chain(&case.checks));
    if checks.all(complete) && rule.cases.iter().all(|case| !case.checks.is_empty()) {
        Ok(())
    } else {
        Err(BookError::Incomplete(rule.code.clone()))
    }
}
