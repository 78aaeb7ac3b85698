//! Rows that imports read and write beside vacancies and people: former places, exchange rates.

use super::rates::Rate;
use super::run::Stored;
use super::understand::place::FormerPlaces;
use crate::db::Database;
use crate::db::entities::{exchange_rate, place};
use chrono::NaiveDate;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    sea_query::OnConflict,
};
use search::PlaceKey;
use std::collections::HashMap;

/// The places that are no longer in force on `day`.
pub(super) async fn former_places(database: &Database, day: NaiveDate) -> Result<FormerPlaces, DbErr> {
    let rows = place::Entity::find().filter(place::Column::ValidTo.lt(day)).all(database.reader()).await?;
    Ok(rows.into_iter().map(|row| PlaceKey(row.concept_id.unsigned_abs())).collect())
}

/// Stores exchange rates that are new or changed.
pub(super) async fn save_rates(transaction: &DatabaseTransaction, rates: &[Rate]) -> Result<Stored, DbErr> {
    let days: Vec<NaiveDate> = rates.iter().map(|rate| rate.day).collect();
    let rows =
        exchange_rate::Entity::find().filter(exchange_rate::Column::Day.is_in(days)).all(transaction).await?;
    let held: HashMap<(String, NaiveDate), (f64, String)> =
        rows.into_iter().map(|row| ((row.currency, row.day), (row.kip_per_unit, row.source))).collect();
    let mut stored = Stored::default();
    let mut changed = Vec::new();
    for rate in rates {
        let same = held.get(&(rate.currency.clone(), rate.day)).is_some_and(|(kip, source)| {
            (kip - rate.kip_per_unit).abs() < f64::EPSILON && *source == rate.source
        });
        if same {
            stored.unchanged += 1;
            continue;
        }
        stored.accepted += 1;
        stored.added += usize::from(!held.contains_key(&(rate.currency.clone(), rate.day)));
        changed.push(exchange_rate::ActiveModel {
            currency: Set(rate.currency.clone()),
            day: Set(rate.day),
            kip_per_unit: Set(rate.kip_per_unit),
            source: Set(rate.source.clone()),
            confidence: Set("H".to_owned()),
        });
    }
    if !changed.is_empty() {
        let columns = [
            exchange_rate::Column::KipPerUnit,
            exchange_rate::Column::Source,
            exchange_rate::Column::Confidence,
        ];
        let amend = OnConflict::columns([exchange_rate::Column::Currency, exchange_rate::Column::Day])
            .update_columns(columns)
            .to_owned();
        exchange_rate::Entity::insert_many(changed)
            .on_conflict(amend)
            .exec_without_returning(transaction)
            .await?;
    }
    Ok(stored)
}
