//! The pages of those who look after rules.

use super::history::version_row;
use super::{version_of, words};
use crate::access::model::Permission;
use crate::http::errand::{Errand, to_me};
use crate::http::paths;
use crate::ids::AccountId;
use crate::rules::model::{
    Instrument, Past, RuleDefinition, RuleVersion, State, Step, Taken, Unit, ValueRow, value_field,
};
use crate::written;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use views::desk::DeskPage;
use views::rules::{
    DeskDone, DeskProblem, DeskVersion, Doable, ProposeForm, RuleDeskPage, StateWord, ValueField,
    WaitingPage, WaitingRow, to_desk, to_public, to_rules,
};
use views::{Link, Locale};

/// How somebody came to the page of a rule.
#[derive(Clone, Debug, Default)]
pub(in crate::rules) struct Looked {
    /// What was done just now.
    pub(in crate::rules) done: Option<String>,
    /// Why nothing was decided.
    pub(in crate::rules) problem: Option<DeskProblem>,
    /// The reason that was typed, for which version and step.
    pub(in crate::rules) reason: Option<(i32, Step, String)>,
    /// A proposal that was typed.
    pub(in crate::rules) typed: BTreeMap<String, String>,
    /// The names of its fields that could not be read.
    pub(in crate::rules) wrong: Vec<String>,
}

/// What waits for a decision.
pub(in crate::rules) fn waiting(
    errand: &Errand,
    waiting: &[(RuleDefinition, RuleVersion)],
    rules: &[RuleDefinition],
) -> DeskPage {
    let chrome = errand.chrome();
    let locale = chrome.locale;
    let row = |(rule, version): &(RuleDefinition, RuleVersion)| WaitingRow {
        title: words::worded(locale, &rule.title).to_owned(),
        code: rule.code.clone(),
        href: paths::officer_rule(&rule.code),
        says: words::says(locale, rule, &version.values),
        state: state(version.state),
        since: version.valid_from.map(|day| written::day(locale, day)),
    };
    let (open, unconfirmed): (Vec<_>, Vec<_>) =
        waiting.iter().partition(|(_, version)| version.state.is_open());
    let named = |rule: &RuleDefinition| {
        let title = format!("{} · {}", words::worded(locale, &rule.title), rule.code);
        Link::new(paths::officer_rule(&rule.code), title)
    };
    views::rules::waiting(WaitingPage {
        all: rules.iter().map(named).collect(),
        open: open.into_iter().map(row).collect(),
        unconfirmed: unconfirmed.into_iter().map(row).collect(),
        links: vec![to_rules(locale, paths::RULES), to_me(locale)],
        chrome,
    })
}

/// A rule with what may be done about it.
pub(in crate::rules) fn rule(
    errand: &Errand,
    (rule, versions): (&RuleDefinition, &[(RuleVersion, Vec<Taken>)]),
    instruments: &BTreeMap<String, Instrument>,
    (may, account): (&[Permission], AccountId),
    looked: &Looked,
) -> DeskPage {
    let chrome = errand.chrome();
    let locale = chrome.locale;
    let today = errand.visit.today;
    let shown = versions.iter().rev().map(|held| {
        let (version, taken) = held;
        let past = past(version, taken);
        let steps = doable(version, past, may, account);
        DeskVersion {
            id: version.key.0.to_string(),
            row: version_row(locale, rule, versions, held, instruments, today),
            state: state(version.state),
            steps: steps.into_iter().map(|step| action(rule, version, step, looked)).collect(),
        }
    });
    let now = today_values(versions, today);
    let versions = shown.collect();
    let links = vec![
        to_public(locale, paths::rule(&rule.code)),
        to_desk(locale, paths::OFFICER_RULES),
        to_me(locale),
    ];
    let done = looked.done.as_deref().and_then(|done| match done {
        "proposed" => Some(DeskDone::Proposed),
        "rejected" => Some(DeskDone::Rejected),
        "decided" => Some(DeskDone::Decided),
        _ => None,
    });
    let propose = (may.contains(&Permission::ProposeRules) && !rule.units.is_empty())
        .then(|| propose(locale, (rule, &now), looked));
    views::rules::rule_desk(RuleDeskPage {
        code: rule.code.clone(),
        title: words::worded(locale, &rule.title).to_owned(),
        statement: words::labelled(locale, rule, label),
        done,
        problem: looked.problem,
        versions,
        propose,
        links,
        chrome,
    })
}

fn past(version: &RuleVersion, taken: &[Taken]) -> Past {
    let checked = taken.iter().rev().find(|taken| taken.step == Step::Check);
    Past { proposed_by: version.proposed_by, checked_by: checked.and_then(|taken| taken.by) }
}

/// What the reader can do about a version.
fn doable(version: &RuleVersion, past: Past, may: &[Permission], account: AccountId) -> Vec<Step> {
    const OFFERED: [Step; 6] =
        [Step::Check, Step::Approve, Step::Schedule, Step::Confirm, Step::Unconfirm, Step::Reject];
    let open = |step: &Step| {
        let permitted = step.permission().is_some_and(|permission| may.contains(&permission));
        let confirms = match step {
            Step::Confirm => version.verify && version.confirmed_at.is_none(),
            Step::Unconfirm => version.confirmed_at.is_some(),
            _ => true,
        };
        permitted && confirms && step.taken(version.state, (account, past), true).is_ok()
    };
    OFFERED.into_iter().filter(open).collect()
}

fn action(rule: &RuleDefinition, version: &RuleVersion, step: Step, looked: &Looked) -> Doable {
    let here = |(id, typed, _): &&(i32, Step, String)| *id == version.key.0 && *typed == step;
    let reason = looked.reason.as_ref().filter(here).map(|(_, _, reason)| reason.clone());
    let path = match step {
        Step::Check => "check",
        _ => "decide",
    };
    Doable {
        action: format!("{}/{path}", paths::officer_rule(&rule.code)),
        step: words::step(step),
        code: step.code(),
        needs_reason: step.needs_reason(),
        reason: reason.unwrap_or_default(),
    }
}

/// By which a value is named in the form of a proposal.
fn label(at: usize) -> String {
    format!("({})", at + 1)
}

/// The values of the version that holds today.
fn today_values(versions: &[(RuleVersion, Vec<Taken>)], today: NaiveDate) -> BTreeMap<String, ValueRow> {
    let held: Vec<RuleVersion> =
        versions.iter().map(|(held, _)| held.clone()).filter(|held| held.state.is_accepted()).collect();
    version_of(today, &held).map(|held| held.values.clone()).unwrap_or_default()
}

fn propose(
    locale: Locale,
    (rule, now): (&RuleDefinition, &BTreeMap<String, ValueRow>),
    looked: &Looked,
) -> ProposeForm {
    let typed = |name: &str| looked.typed.get(name).cloned().unwrap_or_default();
    let wrong = |name: &str| looked.wrong.iter().any(|wrong| wrong == name);
    let value = |(at, (name, unit)): (usize, (&String, &Unit))| ValueField {
        name: value_field(name),
        label: label(at),
        now: words::said(locale, *unit, now.get(name)),
        value: typed(&value_field(name)),
        wrong: wrong(&value_field(name)),
    };
    let text = |name: &str| (typed(name), wrong(name));
    ProposeForm {
        action: format!("{}/propose", paths::officer_rule(&rule.code)),
        values: rule.units.iter().enumerate().map(value).collect(),
        from: text("from"),
        until: text("until"),
        issued: text("issued"),
        citation: text("citation"),
        article: text("article"),
        reason: text("reason"),
    }
}

fn state(state: State) -> StateWord {
    match state {
        State::Proposed => StateWord::Proposed,
        State::LegalCheck => StateWord::LegalCheck,
        State::Approved => StateWord::Approved,
        State::Scheduled => StateWord::Scheduled,
        State::InForce => StateWord::InForce,
        State::Superseded => StateWord::Superseded,
        State::Rejected => StateWord::Rejected,
    }
}
