//! Rules as pages show them.

use crate::rules::model::{Instrument, RuleDefinition, RuleVersion, Shelved, State, Taken};
use crate::rules::store::{self, ReadRulesError};
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::BTreeMap;

/// The instruments, by code.
pub async fn instruments(
    connection: &impl ConnectionTrait,
) -> Result<BTreeMap<String, Instrument>, ReadRulesError> {
    store::instruments(connection).await
}

/// All rules without their versions.
pub async fn rules(connection: &impl ConnectionTrait) -> Result<Vec<RuleDefinition>, ReadRulesError> {
    store::rules(connection).await
}

/// All rules with their versions.
pub async fn shelved(connection: &impl ConnectionTrait) -> Result<Shelved, ReadRulesError> {
    let mut versions: BTreeMap<String, Vec<RuleVersion>> = BTreeMap::new();
    for version in store::versions(connection, None, State::is_accepted).await? {
        versions.entry(version.rule.clone()).or_default().push(version);
    }
    let rules = store::rules(connection).await?.into_iter().map(|rule| {
        let held = versions.remove(&rule.code).unwrap_or_default();
        (rule, held)
    });
    Ok(Shelved { rules: rules.collect(), instruments: store::instruments(connection).await? })
}

/// A rule with all of its versions, those that were proposed too, and what was done about each, earliest first.
pub async fn rule(
    connection: &impl ConnectionTrait,
    code: &str,
) -> Result<Option<(RuleDefinition, Vec<(RuleVersion, Vec<Taken>)>)>, ReadRulesError> {
    let Some(rule) = store::rule(connection, code).await? else { return Ok(None) };
    let versions = store::versions(connection, Some(code), |_| true).await?;
    let mut steps: BTreeMap<i32, Vec<Taken>> = BTreeMap::new();
    for (version, taken) in store::steps(connection, versions.iter().map(|version| version.key.0)).await? {
        steps.entry(version).or_default().push(taken);
    }
    let versions = versions.into_iter().map(|version| {
        let taken = steps.remove(&version.key.0).unwrap_or_default();
        (version, taken)
    });
    Ok(Some((rule, versions.collect())))
}

/// What waits for a decision: versions that were proposed and have not come or gone, and versions that wait to be
/// confirmed, each with its rule.
pub async fn waiting(
    connection: &impl ConnectionTrait,
) -> Result<Vec<(RuleDefinition, RuleVersion)>, ReadRulesError> {
    let rules: BTreeMap<String, RuleDefinition> =
        store::rules(connection).await?.into_iter().map(|rule| (rule.code.clone(), rule)).collect();
    let held =
        store::versions(connection, None, |state| state.is_open() || state != State::Superseded).await?;
    let waits = |version: &RuleVersion| {
        let live = matches!(version.state, State::Scheduled | State::InForce);
        version.state.is_open() || (live && version.verify && version.confirmed_at.is_none())
    };
    let waiting = held.into_iter().filter(waits);
    Ok(waiting.filter_map(|version| Some((rules.get(&version.rule)?.clone(), version))).collect())
}

/// How many versions wait for a decision.
pub async fn waiting_count(connection: &impl ConnectionTrait) -> Result<u64, DbErr> {
    store::waiting(connection).await
}

/// Some rules with all of their versions, for whoever words what they said.
pub async fn rules_of(
    connection: &impl ConnectionTrait,
    codes: &[String],
) -> Result<Vec<(RuleDefinition, Vec<RuleVersion>)>, ReadRulesError> {
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    let mut versions: BTreeMap<String, Vec<RuleVersion>> = BTreeMap::new();
    for version in store::versions(connection, None, State::is_accepted).await? {
        versions.entry(version.rule.clone()).or_default().push(version);
    }
    let rules = store::rules(connection).await?.into_iter().filter(|rule| codes.contains(&rule.code));
    Ok(rules
        .map(|rule| (versions.remove(&rule.code).unwrap_or_default(), rule))
        .map(|(held, rule)| (rule, held))
        .collect())
}
