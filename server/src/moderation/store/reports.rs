//! What people said of adverts.

use crate::db::entities::advert_report;
use crate::ids::{AccountId, AdvertReportId, VacancyId};
use crate::moderation::model::{Report, ReportOutcome, ReportReason};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    QueryOrder,
};

/// Keeps a report.
pub(in crate::moderation) async fn insert_report(
    transaction: &DatabaseTransaction,
    id: AdvertReportId,
    (vacancy, account): (VacancyId, Option<AccountId>),
    (reason, said): (ReportReason, &str),
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = advert_report::ActiveModel {
        id: Set(id),
        vacancy_id: Set(vacancy),
        reason: Set(reason),
        said: Set(said.to_owned()),
        account_id: Set(account),
        reported_at: Set(at),
        outcome: Set(None),
        decided_by: Set(None),
        decided_at: Set(None),
    };
    advert_report::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}

/// What people said of an advert, the newest first.
pub(in crate::moderation) async fn reports_of(
    connection: &impl ConnectionTrait,
    vacancy: VacancyId,
) -> Result<Vec<Report>, DbErr> {
    let rows = advert_report::Entity::find()
        .filter(advert_report::Column::VacancyId.eq(vacancy))
        .order_by_desc(advert_report::Column::Id)
        .all(connection)
        .await?;
    let report = |row: advert_report::Model| Report {
        reason: row.reason,
        said: row.said,
        at: row.reported_at,
        outcome: row.outcome,
    };
    Ok(rows.into_iter().map(report).collect())
}

/// Notes what came of the open reports of an advert; returns how many there were.
pub(in crate::moderation) async fn close_reports(
    transaction: &DatabaseTransaction,
    vacancy: VacancyId,
    (outcome, by): (ReportOutcome, AccountId),
    at: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let closed = advert_report::Entity::update_many()
        .col_expr(advert_report::Column::Outcome, Expr::value(outcome))
        .col_expr(advert_report::Column::DecidedBy, Expr::value(by))
        .col_expr(advert_report::Column::DecidedAt, Expr::value(at))
        .filter(advert_report::Column::VacancyId.eq(vacancy))
        .filter(advert_report::Column::DecidedAt.is_null())
        .exec(transaction)
        .await?;
    Ok(closed.rows_affected)
}
