//! Rows of rules and their versions.

mod rows;
mod write;

pub(in crate::rules) use rows::NewVersion;
pub(in crate::rules) use write::{
    insert, set_confirmed, set_instrument, set_last_day, set_rule, set_shipped, set_state, take, tell,
};

use super::model::{DefinitionError, Instrument, RuleDefinition, RuleVersion, State, Taken, UnitError};
use crate::db::entities::{instrument, rule, rule_step, rule_version};
use matching::rules::{BookError, Rule, RuleBook};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, Iterable, PaginatorTrait, QueryFilter,
    QueryOrder,
};
use seed_data::RuleRow;
use std::collections::BTreeMap;

/// Why rules could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadRulesError {
    /// A row is not what the program wrote.
    #[error("a row of the rules cannot be read")]
    Row(#[from] serde_json::Error),
    /// A definition names what this program does not know.
    #[error("a rule is defined in a way that this program does not know")]
    Definition(#[from] DefinitionError),
    /// A value is none of its unit.
    #[error("a value of the rule {0} cannot be read")]
    Value(String, #[source] UnitError),
    /// The rules contradict themselves.
    #[error("the rules make no book")]
    Book(#[from] BookError),
    /// The database refused.
    #[error("the rules could not be read")]
    Database(#[from] DbErr),
}

/// All instruments, by code.
pub(in crate::rules) async fn instruments(
    connection: &impl ConnectionTrait,
) -> Result<BTreeMap<String, Instrument>, ReadRulesError> {
    let rows = instrument::Entity::find().order_by_asc(instrument::Column::Position).all(connection).await?;
    rows.into_iter().map(|row| Ok((row.code, serde_json::from_str(&row.definition)?))).collect()
}

/// All rules, in the order of the files.
pub(in crate::rules) async fn rules(
    connection: &impl ConnectionTrait,
) -> Result<Vec<RuleDefinition>, ReadRulesError> {
    let rows = rule::Entity::find().order_by_asc(rule::Column::Position).all(connection).await?;
    rows.iter().map(definition).collect()
}

/// One rule.
pub(in crate::rules) async fn rule(
    connection: &impl ConnectionTrait,
    code: &str,
) -> Result<Option<RuleDefinition>, ReadRulesError> {
    let row = rule::Entity::find_by_id(code).one(connection).await?;
    row.as_ref().map(definition).transpose()
}

fn definition(row: &rule::Model) -> Result<RuleDefinition, ReadRulesError> {
    let read: RuleRow = serde_json::from_str(&row.definition)?;
    Ok(RuleDefinition::try_from(&read)?)
}

/// The versions of these states, of one rule or of all, earliest first day first.
pub(in crate::rules) async fn versions(
    connection: &impl ConnectionTrait,
    of: Option<&str>,
    states: impl Fn(State) -> bool,
) -> Result<Vec<RuleVersion>, ReadRulesError> {
    use rule_version::Column::{Number, RuleCode, State as StateColumn};
    let mut asked = rule_version::Entity::find()
        .filter(StateColumn.is_in(State::iter().filter(|state| states(*state))))
        .order_by_asc(RuleCode)
        .order_by_asc(Number);
    if let Some(code) = of {
        asked = asked.filter(RuleCode.eq(code));
    }
    let rows = asked.all(connection).await?;
    let mut read: Vec<RuleVersion> = rows.into_iter().map(rows::read).collect::<Result<_, _>>()?;
    read.sort_by(|a, b| (&a.rule, a.valid_from, a.number).cmp(&(&b.rule, b.valid_from, b.number)));
    Ok(read)
}

/// How many versions wait for a decision: proposals, and those that are to be confirmed.
pub(in crate::rules) async fn waiting(connection: &impl ConnectionTrait) -> Result<u64, DbErr> {
    use rule_version::Column::{ConfirmedAt, State as StateColumn, Verify};
    let open = StateColumn.is_in(State::iter().filter(|state| state.is_open()));
    let live = StateColumn.is_in([State::Scheduled, State::InForce]);
    let unconfirmed = Condition::all().add(live).add(Verify.eq(true)).add(ConfirmedAt.is_null());
    rule_version::Entity::find().filter(Condition::any().add(open).add(unconfirmed)).count(connection).await
}

/// One version.
pub(in crate::rules) async fn version(
    connection: &impl ConnectionTrait,
    id: i32,
) -> Result<Option<RuleVersion>, ReadRulesError> {
    let row = rule_version::Entity::find_by_id(id).one(connection).await?;
    Ok(row.map(rows::read).transpose()?)
}

/// What was done about versions, earliest first.
pub(in crate::rules) async fn steps(
    connection: &impl ConnectionTrait,
    versions: impl IntoIterator<Item = i32>,
) -> Result<Vec<(i32, Taken)>, DbErr> {
    let rows = rule_step::Entity::find()
        .filter(rule_step::Column::VersionId.is_in(versions))
        .order_by_asc(rule_step::Column::Id)
        .all(connection)
        .await?;
    let taken = |row: rule_step::Model| {
        let rule_step::Model { id: _, version_id, step, state_before, state_after, account_id, at, reason } =
            row;
        (version_id, Taken { step, before: state_before, after: state_after, by: account_id, at, reason })
    };
    Ok(rows.into_iter().map(taken).collect())
}

/// The book of all rules with the versions that held, hold or are to hold.
pub(in crate::rules) async fn book(connection: &impl ConnectionTrait) -> Result<RuleBook, ReadRulesError> {
    let mut versions: BTreeMap<String, Vec<RuleVersion>> = BTreeMap::new();
    for version in self::versions(connection, None, State::is_accepted).await? {
        versions.entry(version.rule.clone()).or_default().push(version);
    }
    let mut judging = Vec::new();
    for rule in rules(connection).await? {
        let held = versions.remove(&rule.code).unwrap_or_default();
        judging.push(judged(&rule, &held)?);
    }
    Ok(RuleBook::of(judging)?)
}

/// What judging needs of a rule with these versions.
pub(in crate::rules) fn judged(
    rule: &RuleDefinition,
    versions: &[RuleVersion],
) -> Result<Rule, ReadRulesError> {
    let wrong = |error| ReadRulesError::Value(rule.code.clone(), error);
    let versions = versions.iter().map(|version| version.judging(rule)).collect::<Result<_, _>>();
    Ok(Rule {
        code: rule.code.clone(),
        effect: rule.effect,
        cases: rule.cases.clone(),
        versions: versions.map_err(wrong)?,
    })
}

/// Whether the values of a version before it is stored are those of its rule.
pub(in crate::rules) fn checked(rule: &RuleDefinition, new: &NewVersion) -> Result<(), ReadRulesError> {
    for (name, row) in &new.values {
        let unit = rule.units.get(name);
        let unit = unit.ok_or_else(|| DefinitionError::NoValue(rule.code.clone(), name.clone()))?;
        unit.read(row).map_err(|error| ReadRulesError::Value(rule.code.clone(), error))?;
    }
    Ok(())
}
