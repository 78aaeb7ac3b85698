//! What was found when a vacancy was handed in.

use crate::db::entities::vacancy_check;
use crate::ids::{VacancyCheckId, VacancyId};
use crate::posting::model::{Checked, Reading};
use chrono::{DateTime, Utc};
use matching::rules::Proof;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    QueryOrder,
};

/// Keeps what was found.
pub(in crate::posting) async fn insert_check(
    transaction: &DatabaseTransaction,
    (id, revision): (VacancyId, i32),
    checked: &Checked,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let json =
        |value: serde_json::Result<serde_json::Value>| value.map_err(|error| DbErr::Json(error.to_string()));
    let row = vacancy_check::ActiveModel {
        id: Set(VacancyCheckId::new(at)),
        vacancy_id: Set(id),
        revision: Set(revision),
        checked_at: Set(at),
        proof: Set(json(serde_json::to_value(&checked.proof))?),
        reading: Set(json(serde_json::to_value(&checked.reading))?),
        score: Set(i32::try_from(checked.reading.score).unwrap_or(i32::MAX)),
        held: Set(checked.reading.held),
    };
    vacancy_check::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}

/// What was found last, and when.
pub(in crate::posting) async fn last_check(
    connection: &impl ConnectionTrait,
    id: VacancyId,
) -> Result<Option<(Checked, DateTime<Utc>)>, DbErr> {
    let row = vacancy_check::Entity::find()
        .filter(vacancy_check::Column::VacancyId.eq(id))
        .order_by_desc(vacancy_check::Column::Id)
        .one(connection)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let bad = |error: serde_json::Error| DbErr::Json(error.to_string());
    let proof: Proof = serde_json::from_value(row.proof).map_err(bad)?;
    let reading: Reading = serde_json::from_value(row.reading).map_err(bad)?;
    Ok(Some((Checked { proof, reading }, row.checked_at)))
}
