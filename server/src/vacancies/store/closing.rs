//! Closing vacancies: which, and that the closing of a day is done once.

use super::super::model::{Closing, Taken, VacancyHand, VacancyStatus, VacancyStep, after};
use crate::db::entities::{closed_day, vacancy};
use crate::ids::{ImportId, VacancyId};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    QueryFilter, QueryOrder, QuerySelect, sea_query::OnConflict,
};
use uuid::Uuid;

/// Takes a step with the live vacancies that meet `which`, each with its row in the log; returns how many.
///
/// They are locked as they are found: a change that is about to commit is waited for, and a vacancy that no
/// longer meets `which` after it is left alone. (`SQLite` has one writer and needs no locks.)
pub(in crate::vacancies) async fn close(
    transaction: &DatabaseTransaction,
    which: Condition,
    (step, hand): (VacancyStep, VacancyHand),
    at: DateTime<Utc>,
) -> Result<usize, DbErr> {
    let rows: Vec<(VacancyId, VacancyStatus)> = vacancy::Entity::find()
        .select_only()
        .columns([vacancy::Column::Id, vacancy::Column::Status])
        .filter(vacancy::Column::Status.is_in(VacancyStatus::LIVE))
        .filter(which)
        .order_by_asc(vacancy::Column::Id)
        .lock_exclusive()
        .into_tuple()
        .all(transaction)
        .await?;
    let mut closed = 0;
    for before in VacancyStatus::LIVE {
        // What the table of steps does not allow from here stays as it is.
        let Ok(to) = after(Some(before), step, hand, "") else { continue };
        let ids: Vec<VacancyId> =
            rows.iter().filter(|(_, status)| *status == before).map(|(id, _)| *id).collect();
        if !ids.is_empty() {
            super::steps::take(transaction, &ids, &Taken::plain((step, hand), (Some(before), to)), at)
                .await?;
            closed += ids.len();
        }
    }
    Ok(closed)
}

/// Vacancies whose last day lies before `today`.
pub(in crate::vacancies) fn past_their_last_day(today: NaiveDate) -> Condition {
    Condition::all().add(vacancy::Column::ValidThrough.lt(today))
}

/// Vacancies of `source` that were kept open by earlier imports and that `import` does not hold.
pub(in crate::vacancies) fn no_longer_held(source: &str, import: ImportId) -> Condition {
    Condition::all()
        .add(vacancy::Column::Source.eq(source))
        .add(vacancy::Column::Closing.eq(Closing::KeptOpen))
        .add(
            Condition::any()
                .add(vacancy::Column::LastImport.ne(import))
                .add(vacancy::Column::LastImport.is_null()),
        )
}

/// This vacancy.
pub(in crate::vacancies) fn just(id: VacancyId) -> Condition {
    Condition::all().add(vacancy::Column::Id.eq(id))
}

/// Has the closing of `day` been done?
pub(in crate::vacancies) async fn is_closed(
    connection: &impl ConnectionTrait,
    day: NaiveDate,
) -> Result<bool, DbErr> {
    Ok(closed_day::Entity::find_by_id(day).one(connection).await?.is_some())
}

/// Takes the closing of `day` on; false if somebody else has. Two that come at once meet at the row: the
/// second waits for the first to end.
pub(in crate::vacancies) async fn claim_day(
    transaction: &DatabaseTransaction,
    day: NaiveDate,
    process: Uuid,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = closed_day::ActiveModel {
        day: Set(day),
        holder: Set(process),
        vacancies: Set(0),
        closed_at: Set(at),
    };
    let first = OnConflict::column(closed_day::Column::Day).do_nothing().to_owned();
    let written =
        closed_day::Entity::insert(row).on_conflict(first).exec_without_returning(transaction).await;
    match written {
        Ok(rows) => Ok(rows == 1),
        Err(DbErr::RecordNotInserted) => Ok(false),
        Err(failed) => Err(failed),
    }
}

/// Notes how many vacancies the closing of `day` closed.
pub(in crate::vacancies) async fn note_closed(
    transaction: &DatabaseTransaction,
    day: NaiveDate,
    vacancies: usize,
) -> Result<(), DbErr> {
    let vacancies = i64::try_from(vacancies).unwrap_or(i64::MAX);
    closed_day::Entity::update_many()
        .col_expr(closed_day::Column::Vacancies, sea_orm::sea_query::Expr::value(vacancies))
        .filter(closed_day::Column::Day.eq(day))
        .exec(transaction)
        .await?;
    Ok(())
}
