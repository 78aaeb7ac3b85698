//! The page of one rule.

use super::{instrument, version_of, words};
use crate::http::paths;
use crate::rules::model::{Instrument, RuleDefinition, RuleVersion, State, Taken};
use crate::written;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use views::desk::DeskPage;
use views::layout::Chrome;
use views::rules::{HistoryPage, Taken as TakenRow, VersionRow, to_rules};
use views::{Link, Locale, rules};

/// The page of one rule on a day. What was proposed and did not come is for those who decide.
pub(in crate::rules) fn history(
    chrome: Chrome,
    rule: &RuleDefinition,
    versions: &[(RuleVersion, Vec<Taken>)],
    instruments: &BTreeMap<String, Instrument>,
    today: NaiveDate,
) -> DeskPage {
    let locale = chrome.locale;
    let shown = versions.iter().rev().filter(|(version, _)| version.state.is_accepted());
    let topic = words::topic(rule.topic).said(locale);
    let links =
        vec![Link::new(paths::rules_of(&rule.topic.code(), None), topic), to_rules(locale, paths::RULES)];
    rules::history(HistoryPage {
        code: rule.code.clone(),
        title: words::worded(locale, &rule.title).to_owned(),
        effect: words::effect(rule.effect),
        computed: !rule.cases.is_empty(),
        versions: shown.map(|held| version_row(locale, rule, versions, held, instruments, today)).collect(),
        links,
        chrome,
    })
}

/// A version with what was done about it, as a row.
pub(super) fn version_row(
    locale: Locale,
    rule: &RuleDefinition,
    versions: &[(RuleVersion, Vec<Taken>)],
    (version, taken): &(RuleVersion, Vec<Taken>),
    instruments: &BTreeMap<String, Instrument>,
    today: NaiveDate,
) -> VersionRow {
    let accepted: Vec<RuleVersion> =
        versions.iter().map(|(version, _)| version.clone()).filter(|held| held.state.is_accepted()).collect();
    let now = version_of(today, &accepted).map(|version| version.key);
    let day = |day: Option<NaiveDate>| day.map(|day| written::day(locale, day));
    let alternatives = version.alternatives.iter().map(|other| {
        let mut values = version.values.clone();
        values.extend(other.values.clone());
        (words::says(locale, rule, &values), words::sources(&other.sources))
    });
    VersionRow {
        number: version.number,
        label: version.label.clone(),
        holds: Some(version.key) == now,
        says: words::says(locale, rule, &version.values),
        from: day(version.valid_from),
        until: day(version.valid_until.or_else(|| last_day(version, &accepted))),
        issued: day(version.issued_on),
        instrument: instrument(locale, rule, Some(version), instruments),
        sure: words::sure(version.confidence),
        confirmed: words::confirmed(locale, version),
        note: version.note.as_ref().map(|note| words::worded(locale, note).to_owned()),
        sources: words::sources(&version.sources),
        alternatives: alternatives.collect(),
        taken: taken.iter().map(|taken| step(locale, taken)).collect(),
    }
}

/// The last day of a version that states none: that before the next begins.
fn last_day(version: &RuleVersion, accepted: &[RuleVersion]) -> Option<NaiveDate> {
    let next = accepted.iter().filter(|other| other.valid_from > version.valid_from);
    next.filter_map(|other| other.valid_from).min().and_then(|first| first.pred_opt())
}

/// What was done, without the reasons of single people: those are in the trail.
fn step(locale: Locale, taken: &Taken) -> TakenRow {
    let public = matches!(taken.after, State::Scheduled | State::InForce | State::Superseded);
    TakenRow {
        step: words::step(taken.step),
        day: written::day_of(locale, taken.at),
        reason: if public { taken.reason.clone() } else { String::new() },
    }
}
