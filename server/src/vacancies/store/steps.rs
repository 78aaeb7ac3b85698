//! Where a vacancy stands, held while somebody decides about it, and the log of what was done.

use super::super::model::{Taken, VacancyStatus};
use super::BATCH;
use crate::db::entities::{vacancy, vacancy_step};
use crate::ids::VacancyId;
use crate::outbox::{self, Subject};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

/// A vacancy, which nobody else changes until the transaction ends.
pub(in crate::vacancies) async fn locked(
    transaction: &DatabaseTransaction,
    id: VacancyId,
) -> Result<Option<vacancy::Model>, DbErr> {
    vacancy::Entity::find_by_id(id).lock_exclusive().one(transaction).await
}

/// Moves vacancies to where a step leads, writes the step down for each, and tells the followers.
pub(in crate::vacancies) async fn take(
    transaction: &DatabaseTransaction,
    ids: &[VacancyId],
    taken: &Taken,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    for batch in ids.chunks(BATCH) {
        vacancy::Entity::update_many()
            .col_expr(vacancy::Column::Status, Expr::value(taken.after))
            .col_expr(vacancy::Column::UpdatedAt, Expr::value(at))
            .filter(vacancy::Column::Id.is_in(batch.iter().copied()))
            .exec(transaction)
            .await?;
        let of = batch.iter().map(|id| (*id, taken.clone()));
        log(transaction, of, at).await?;
    }
    outbox::enqueue(transaction, Subject::Vacancy, ids.iter().map(|id| id.as_uuid()), at).await
}

/// Writes steps down.
pub(in crate::vacancies) async fn log(
    transaction: &DatabaseTransaction,
    steps: impl IntoIterator<Item = (VacancyId, Taken)>,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let rows = steps.into_iter().map(|(id, taken)| {
        let Taken { step, before, after, hand, account, reason_code, reason, kept } = taken;
        vacancy_step::ActiveModel {
            id: NotSet,
            vacancy_id: Set(id),
            step: Set(step),
            status_before: Set(before),
            status_after: Set(after),
            hand: Set(hand),
            account_id: Set(account),
            at: Set(at),
            reason_code: Set(reason_code),
            reason: Set(reason),
            kept: Set(kept),
        }
    });
    let rows: Vec<_> = rows.collect();
    for batch in rows.chunks(BATCH) {
        vacancy_step::Entity::insert_many(batch.to_vec()).exec_without_returning(transaction).await?;
    }
    Ok(())
}

/// What was done about a vacancy, the oldest first, with when.
pub(crate) async fn steps_of(
    connection: &impl ConnectionTrait,
    id: VacancyId,
) -> Result<Vec<(DateTime<Utc>, Taken)>, DbErr> {
    let rows = vacancy_step::Entity::find()
        .filter(vacancy_step::Column::VacancyId.eq(id))
        .order_by_asc(vacancy_step::Column::Id)
        .all(connection)
        .await?;
    let taken = |row: vacancy_step::Model| {
        let vacancy_step::Model {
            step,
            status_before: before,
            status_after: after,
            hand,
            account_id: account,
            reason_code,
            reason,
            kept,
            at,
            id: _,
            vacancy_id: _,
        } = row;
        (at, Taken { step, before, after, hand, account, reason_code, reason, kept })
    };
    Ok(rows.into_iter().map(taken).collect())
}

/// The vacancies that somebody posted and that stand in one of some statuses, locked, in the order of their ids.
pub(in crate::vacancies) async fn posted_locked(
    transaction: &DatabaseTransaction,
    account: crate::ids::AccountId,
    statuses: &[VacancyStatus],
) -> Result<Vec<(VacancyId, VacancyStatus)>, DbErr> {
    vacancy::Entity::find()
        .select_only()
        .columns([vacancy::Column::Id, vacancy::Column::Status])
        .filter(vacancy::Column::PostedBy.eq(account))
        .filter(vacancy::Column::Status.is_in(statuses.iter().copied()))
        .order_by_asc(vacancy::Column::Id)
        .lock_exclusive()
        .into_tuple()
        .all(transaction)
        .await
}
