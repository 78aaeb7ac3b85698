//! Rows of the vacancies that alerts met.

use super::MORNINGS;
use crate::alerts::model::{Frequency, Owner, State};
use crate::db::entities::{alert, alert_hit};
use crate::ids::{AccountId, AlertId, MessageId, VacancyId};
use crate::mail::{Channel, Recipient};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, OnConflict, Query, SelectStatement};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

/// Rows in one statement.
const AT_ONCE: usize = 500;

/// Notes that a vacancy met some alerts; what was noted before stays.
pub(in crate::alerts) async fn insert_hits(
    transaction: &DatabaseTransaction,
    vacancy: VacancyId,
    alerts: &[AlertId],
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    for some in alerts.chunks(AT_ONCE) {
        let rows = some.iter().map(|alert| alert_hit::ActiveModel {
            alert_id: Set(*alert),
            vacancy_id: Set(vacancy),
            found_at: Set(at),
            message_id: Set(None),
            sent_at: Set(None),
        });
        let held = OnConflict::columns([alert_hit::Column::AlertId, alert_hit::Column::VacancyId]);
        alert_hit::Entity::insert_many(rows)
            .on_conflict(held.clone().do_nothing().to_owned())
            .exec_without_returning(transaction)
            .await?;
    }
    Ok(())
}

/// Alerts with something to tell.
fn with_hits() -> SelectStatement {
    Query::select()
        .column(alert_hit::Column::AlertId)
        .from(alert_hit::Entity)
        .and_where(alert_hit::Column::MessageId.is_null())
        .take()
}

/// Whose letter is due: an account, or a channel with a recipient.
type Due = (Option<AccountId>, Option<Channel>, Option<String>);

/// Owners of alerts that are due and have something to tell, so many at most.
pub(in crate::alerts) async fn due_owners(
    connection: &impl ConnectionTrait,
    at: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<Owner>, DbErr> {
    let due: Vec<Due> = alert::Entity::find()
        .select_only()
        .columns([alert::Column::AccountId, alert::Column::Channel, alert::Column::Recipient])
        .distinct()
        .filter(alert::Column::State.eq(State::Active))
        .filter(alert::Column::NextDue.lte(at))
        .filter(alert::Column::Id.in_subquery(with_hits()))
        .limit(limit)
        .into_tuple()
        .all(connection)
        .await?;
    let owner = |(account, channel, recipient): Due| match (account, channel, recipient) {
        (Some(account), _, _) => Some(Owner::Account(account)),
        (None, Some(Channel::Sms), Some(number)) => Some(Owner::Contact(Recipient::Phone(number))),
        (None, Some(Channel::Email), Some(address)) => Some(Owner::Contact(Recipient::Email(address))),
        (None, _, _) => None,
    };
    Ok(due.into_iter().filter_map(owner).collect())
}

/// Lets those that wait for mornings and have nothing to tell wait for the next one.
pub(in crate::alerts) async fn advance_idle(
    transaction: &DatabaseTransaction,
    at: DateTime<Utc>,
    hour: u32,
) -> Result<(), DbErr> {
    for frequency in MORNINGS {
        alert::Entity::update_many()
            .col_expr(alert::Column::NextDue, Expr::value(Frequency::next(frequency, at, hour)))
            .filter(alert::Column::State.eq(State::Active))
            .filter(alert::Column::Frequency.eq(frequency))
            .filter(alert::Column::NextDue.lte(at))
            .filter(alert::Column::Id.not_in_subquery(with_hits()))
            .exec(transaction)
            .await?;
    }
    Ok(())
}

/// The vacancies of which some alerts have yet to tell, the newest first.
pub(in crate::alerts) async fn hits_of(
    transaction: &DatabaseTransaction,
    alerts: &[AlertId],
) -> Result<Vec<(AlertId, VacancyId)>, DbErr> {
    alert_hit::Entity::find()
        .select_only()
        .columns([alert_hit::Column::AlertId, alert_hit::Column::VacancyId])
        .filter(alert_hit::Column::AlertId.is_in(alerts.iter().copied()))
        .filter(alert_hit::Column::MessageId.is_null())
        .order_by_desc(alert_hit::Column::FoundAt)
        .order_by_desc(alert_hit::Column::VacancyId)
        .into_tuple()
        .all(transaction)
        .await
}

/// Forgets that vacancies met some alerts, of which nobody need hear any more.
pub(in crate::alerts) async fn drop_hits(
    transaction: &DatabaseTransaction,
    alerts: &[AlertId],
    vacancies: &[VacancyId],
) -> Result<(), DbErr> {
    for some in vacancies.chunks(AT_ONCE) {
        alert_hit::Entity::delete_many()
            .filter(alert_hit::Column::AlertId.is_in(alerts.iter().copied()))
            .filter(alert_hit::Column::VacancyId.is_in(some.iter().copied()))
            .filter(alert_hit::Column::MessageId.is_null())
            .exec(transaction)
            .await?;
    }
    Ok(())
}

/// Notes which letter tells of all that some alerts had yet to tell.
pub(in crate::alerts) async fn mark_sent(
    transaction: &DatabaseTransaction,
    alerts: &[AlertId],
    (message, at): (MessageId, DateTime<Utc>),
) -> Result<(), DbErr> {
    alert_hit::Entity::update_many()
        .col_expr(alert_hit::Column::MessageId, Expr::value(message))
        .col_expr(alert_hit::Column::SentAt, Expr::value(at))
        .filter(alert_hit::Column::AlertId.is_in(alerts.iter().copied()))
        .filter(alert_hit::Column::MessageId.is_null())
        .exec(transaction)
        .await?;
    Ok(())
}

/// Forgets what was found before a moment.
pub(in crate::alerts) async fn forget_old(
    transaction: &DatabaseTransaction,
    before: DateTime<Utc>,
) -> Result<(), DbErr> {
    alert_hit::Entity::delete_many().filter(alert_hit::Column::FoundAt.lt(before)).exec(transaction).await?;
    Ok(())
}

/// Lets what some letters told be told again.
pub(in crate::alerts) async fn unsend(
    transaction: &DatabaseTransaction,
    letters: &[MessageId],
) -> Result<(), DbErr> {
    for some in letters.chunks(AT_ONCE) {
        alert_hit::Entity::update_many()
            .col_expr(alert_hit::Column::MessageId, Expr::value(None::<MessageId>))
            .col_expr(alert_hit::Column::SentAt, Expr::value(None::<DateTime<Utc>>))
            .filter(alert_hit::Column::MessageId.is_in(some.iter().copied()))
            .exec(transaction)
            .await?;
    }
    Ok(())
}
