//! Rules as pages: the words are those of `views::rules`.

pub(super) mod desk;
mod history;
pub(crate) mod words;

pub(super) use history::history;

use super::model::{Instrument, RuleDefinition, RuleVersion, Shelved, Topic};
use crate::http::paths;
use crate::written;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use views::Locale;
use views::layout::Chrome;
use views::rules::{RuleRow, RulesPage, TopicLink};

/// For which day, and which topic.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// The day.
    pub(super) day: NaiveDate,
    /// As it was typed; empty where it was not.
    pub(super) typed: String,
    /// Whether what was typed is no day.
    pub(super) problem: bool,
    /// The topic.
    pub(super) topic: Option<Topic>,
}

/// The page of the rules.
pub(super) fn rules(chrome: Chrome, asked: &Asked, shelved: &Shelved) -> RulesPage {
    let locale = chrome.locale;
    let mut counts: BTreeMap<Topic, u64> = BTreeMap::new();
    for (rule, _) in &shelved.rules {
        *counts.entry(rule.topic).or_default() += 1;
    }
    let typed = (!asked.typed.is_empty() && !asked.problem).then_some(asked.typed.as_str());
    let topics = counts.into_iter().filter(|(topic, _)| Some(*topic) != asked.topic);
    let topics = topics.map(|(topic, count)| TopicLink {
        topic: words::topic(topic),
        href: paths::rules_of(&topic.code(), typed),
        count,
    });
    let waits = |version: &RuleVersion| words::is_waiting(version) && on(asked.day, version);
    let waiting = shelved.rules.iter().flat_map(|(_, versions)| versions).filter(|version| waits(version));
    let shown = shelved.rules.iter().filter(|(rule, _)| Some(rule.topic) == asked.topic);
    RulesPage {
        action: paths::RULES,
        on: asked.typed.clone(),
        day: written::day(locale, asked.day),
        problem: asked.problem,
        topic: asked.topic.map(|topic| (words::topic(topic), topic.code())),
        topics: topics.collect(),
        rules: shown.map(|(rule, held)| row(locale, (rule, held), &shelved.instruments, asked.day)).collect(),
        waiting: waiting.count() as u64,
        chrome,
    }
}

/// Whether a version has begun on a day and has not ended by its own last day.
fn on(day: NaiveDate, version: &RuleVersion) -> bool {
    version.valid_from.is_none_or(|from| from <= day) && version.valid_until.is_none_or(|last| day <= last)
}

/// The version of a day, among versions that are earliest first.
fn version_of(day: NaiveDate, versions: &[RuleVersion]) -> Option<&RuleVersion> {
    let begun = |version: &&RuleVersion| version.valid_from.is_none_or(|from| from <= day);
    versions.iter().rev().find(begun).filter(|version| on(day, version))
}

fn row(
    locale: Locale,
    (rule, versions): (&RuleDefinition, &[RuleVersion]),
    instruments: &BTreeMap<String, Instrument>,
    day: NaiveDate,
) -> RuleRow {
    let held = version_of(day, versions);
    RuleRow {
        code: rule.code.clone(),
        title: words::worded(locale, &rule.title).to_owned(),
        href: paths::rule(&rule.code),
        says: held.map(|version| words::says(locale, rule, &version.values)),
        since: held.and_then(|version| version.valid_from).map(|day| written::day(locale, day)),
        instrument: instrument(locale, rule, held, instruments),
        confirmed: held
            .map_or(views::rules::Confirmed::NotNeeded, |version| words::confirmed(locale, version)),
    }
}

/// The instrument of a version, and where in it: what was proposed here names its own.
fn instrument(
    locale: Locale,
    rule: &RuleDefinition,
    version: Option<&RuleVersion>,
    instruments: &BTreeMap<String, Instrument>,
) -> String {
    let code = version.and_then(|version| version.instrument.as_ref()).unwrap_or(&rule.instrument);
    let known = instruments
        .get(code)
        .map(|held| views::rules::instrument(locale, words::worded(locale, &held.title), &held.number));
    let cited = version.and_then(|version| version.citation.clone());
    let named = cited.or(known).unwrap_or_else(|| code.clone());
    match version.and_then(|version| version.article.as_ref()) {
        Some(article) => format!("{named}, {}", words::article(locale, article)),
        None => named,
    }
}
