//! Writing rules, their versions, and what was decided about them.

use super::rows::{NewVersion, stored};
use super::{Instrument, ReadRulesError};
use crate::db::entities::{instrument, rule, rule_step, rule_version};
use crate::db::settings;
use crate::ids::AccountId;
use crate::rules::model::{State, Taken};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter};
use seed_data::RuleRow;

/// Writes an instrument of the program, over the one that is held.
pub(in crate::rules) async fn set_instrument(
    transaction: &DatabaseTransaction,
    (position, row): (i32, &Instrument),
) -> Result<(), ReadRulesError> {
    use instrument::Column::{Code, Definition, Position};
    let definition = serde_json::to_string(row)?;
    let model = instrument::ActiveModel {
        code: Set(row.code.clone()),
        position: Set(position),
        definition: Set(definition),
    };
    let amend = OnConflict::column(Code).update_columns([Position, Definition]).to_owned();
    instrument::Entity::insert(model).on_conflict(amend).exec_without_returning(transaction).await?;
    Ok(())
}

/// Writes a rule of the program without its versions, over the one that is held.
pub(in crate::rules) async fn set_rule(
    transaction: &DatabaseTransaction,
    (position, row): (i32, &RuleRow),
) -> Result<(), ReadRulesError> {
    use rule::Column::{Code, Definition, Effect, InstrumentCode, Position, Topic};
    let bare = RuleRow { versions: Vec::new(), ..row.clone() };
    let model = rule::ActiveModel {
        code: Set(row.code.clone()),
        position: Set(position),
        instrument_code: Set(row.instrument.clone()),
        topic: Set(row.topic.clone()),
        effect: Set(row.effect.clone()),
        definition: Set(serde_json::to_string(&bare)?),
    };
    let amend = OnConflict::column(Code)
        .update_columns([Position, InstrumentCode, Topic, Effect, Definition])
        .to_owned();
    rule::Entity::insert(model).on_conflict(amend).exec_without_returning(transaction).await?;
    Ok(())
}

/// Stores a version; returns its key.
pub(in crate::rules) async fn insert(
    transaction: &DatabaseTransaction,
    new: NewVersion,
) -> Result<i32, ReadRulesError> {
    Ok(rule_version::Entity::insert(stored(new)?).exec(transaction).await?.last_insert_id)
}

/// Writes what the program says now over a version that it brought; how far that has come, the days have decided.
pub(in crate::rules) async fn set_shipped(
    transaction: &DatabaseTransaction,
    id: i32,
    new: NewVersion,
) -> Result<(), ReadRulesError> {
    let row =
        rule_version::ActiveModel { number: NotSet, state: NotSet, proposed_at: NotSet, ..stored(new)? };
    rule_version::Entity::update_many()
        .set(row)
        .filter(rule_version::Column::Id.eq(id))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Notes how far a version has come.
pub(in crate::rules) async fn set_state(
    transaction: &DatabaseTransaction,
    id: i32,
    state: State,
) -> Result<(), DbErr> {
    update(transaction, id, rule_version::Column::State, Expr::value(state)).await
}

/// Notes the last day of a version.
pub(in crate::rules) async fn set_last_day(
    transaction: &DatabaseTransaction,
    id: i32,
    last: Option<NaiveDate>,
) -> Result<(), DbErr> {
    update(transaction, id, rule_version::Column::ValidUntil, Expr::value(last)).await
}

/// Notes that a version was confirmed, or that it is not.
pub(in crate::rules) async fn set_confirmed(
    transaction: &DatabaseTransaction,
    id: i32,
    confirmed: Option<(DateTime<Utc>, Option<AccountId>)>,
) -> Result<(), DbErr> {
    use rule_version::Column::{ConfirmedAt, ConfirmedBy};
    let (at, by) = confirmed.map_or((None, None), |(at, by)| (Some(at), by));
    rule_version::Entity::update_many()
        .col_expr(ConfirmedAt, Expr::value(at))
        .col_expr(ConfirmedBy, Expr::value(by))
        .filter(rule_version::Column::Id.eq(id))
        .exec(transaction)
        .await?;
    Ok(())
}

async fn update(
    transaction: &DatabaseTransaction,
    id: i32,
    column: rule_version::Column,
    value: sea_orm::sea_query::SimpleExpr,
) -> Result<(), DbErr> {
    rule_version::Entity::update_many()
        .col_expr(column, value)
        .filter(rule_version::Column::Id.eq(id))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Notes a step.
pub(in crate::rules) async fn take(
    transaction: &DatabaseTransaction,
    version: i32,
    taken: Taken,
) -> Result<(), DbErr> {
    let Taken { step, before, after, by, at, reason } = taken;
    let row = rule_step::ActiveModel {
        id: NotSet,
        version_id: Set(version),
        step: Set(step),
        state_before: Set(before),
        state_after: Set(after),
        account_id: Set(by),
        at: Set(at),
        reason: Set(reason),
    };
    rule_step::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}

/// Lets running servers know that a row of the rules changed.
pub(in crate::rules) async fn tell(transaction: &DatabaseTransaction) -> Result<(), DbErr> {
    let held = settings::read(transaction, settings::RULES_STAMP).await?;
    let changes: u64 = held.and_then(|held| held.parse().ok()).unwrap_or(0);
    settings::write(transaction, settings::RULES_STAMP, &(changes + 1).to_string()).await
}
