//! Rows of alerts.

mod hits;

pub(in crate::alerts) use hits::{
    advance_idle, drop_hits, due_owners, forget_old, hits_of, insert_hits, mark_sent, unsend,
};

use super::model::{Alert, Frequency, Owner, State};
use crate::db::entities::alert::{ActiveModel, Column, Entity, Model};
use crate::ids::{AccountId, AlertId};
use crate::mail::{Channel, Recipient};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, LockType};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use views::Locale;

/// The alert of a row.
fn alert(row: Model) -> Alert {
    let Model { id, account_id, channel, recipient, language, query, frequency, state, .. } = row;
    let owner = match (account_id, channel, recipient.unwrap_or_default()) {
        (Some(account), _, _) => Owner::Account(account),
        (None, Some(Channel::Sms), number) => Owner::Contact(Recipient::Phone(number)),
        (None, Some(Channel::Email) | None, address) => Owner::Contact(Recipient::Email(address)),
    };
    let language = Locale::from_code(&language).unwrap_or_default();
    Alert { id, owner, language, query, frequency, state }
}

/// Those of an owner.
fn of(owner: &Owner) -> Condition {
    match owner {
        Owner::Account(account) => Condition::all().add(Column::AccountId.eq(*account)),
        Owner::Contact(recipient) => Condition::all()
            .add(Column::Channel.eq(recipient.channel()))
            .add(Column::Recipient.eq(recipient.as_str())),
    }
}

/// Writes a new alert.
pub(super) async fn insert(
    transaction: &DatabaseTransaction,
    new: &Alert,
    (due, at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<(), DbErr> {
    let Alert { id, owner, language, query, frequency, state } = new;
    let (account, contact) = match owner {
        Owner::Account(account) => (Some(*account), None),
        Owner::Contact(recipient) => (None, Some(recipient)),
    };
    let row = ActiveModel {
        id: Set(*id),
        account_id: Set(account),
        channel: Set(contact.map(Recipient::channel)),
        recipient: Set(contact.map(|recipient| recipient.as_str().to_owned())),
        language: Set(language.code().to_owned()),
        query: Set(query.clone()),
        frequency: Set(*frequency),
        state: Set(*state),
        next_due: Set(due),
        created_at: Set(at),
        changed_at: Set(at),
    };
    Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}

/// Changes how often, in which language and whether an alert is watched, and when its next letter is due.
pub(super) async fn update(
    transaction: &DatabaseTransaction,
    changed: &Alert,
    (due, at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Frequency, Expr::value(changed.frequency))
        .col_expr(Column::State, Expr::value(changed.state))
        .col_expr(Column::Language, Expr::value(changed.language.code()))
        .col_expr(Column::NextDue, Expr::value(due))
        .col_expr(Column::ChangedAt, Expr::value(at))
        .filter(Column::Id.eq(changed.id))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Ends all alerts of an owner that are watched, for letters come back.
pub(super) async fn bounce(
    transaction: &DatabaseTransaction,
    owner: &Owner,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Bounced))
        .col_expr(Column::ChangedAt, Expr::value(at))
        .filter(of(owner))
        .filter(Column::State.eq(State::Active))
        .exec(transaction)
        .await?;
    Ok(())
}

/// One, by its key.
pub(super) async fn by_id(connection: &impl ConnectionTrait, id: AlertId) -> Result<Option<Alert>, DbErr> {
    Ok(Entity::find_by_id(id).one(connection).await?.map(alert))
}

/// The one of an owner with a search.
pub(super) async fn same(
    connection: &impl ConnectionTrait,
    owner: &Owner,
    query: &str,
) -> Result<Option<Alert>, DbErr> {
    Ok(Entity::find().filter(of(owner)).filter(Column::Query.eq(query)).one(connection).await?.map(alert))
}

/// How many of an owner are watched or rest.
pub(super) async fn kept(connection: &impl ConnectionTrait, owner: &Owner) -> Result<u64, DbErr> {
    let kept = Column::State.is_in([State::Active, State::Paused]);
    Entity::find().filter(of(owner)).filter(kept).count(connection).await
}

/// All of an account, the newest first.
pub(super) async fn of_account(
    connection: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Vec<Alert>, DbErr> {
    let all = Entity::find().filter(of(&Owner::Account(account)));
    let rows = all.order_by_desc(Column::CreatedAt).order_by_desc(Column::Id).all(connection).await?;
    Ok(rows.into_iter().map(alert).collect())
}

/// A page of those that are watched, after a key, in the order of keys.
pub(super) async fn active_after(
    connection: &impl ConnectionTrait,
    after: Option<AlertId>,
    limit: u64,
) -> Result<Vec<(AlertId, String)>, DbErr> {
    let mut page = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Query])
        .filter(Column::State.eq(State::Active));
    if let Some(after) = after {
        page = page.filter(Column::Id.gt(after));
    }
    page.order_by_asc(Column::Id).limit(limit).into_tuple().all(connection).await
}

/// Those that changed since a moment, whatever their state.
pub(super) async fn changed_since(
    connection: &impl ConnectionTrait,
    since: DateTime<Utc>,
) -> Result<Vec<(AlertId, String, State)>, DbErr> {
    Entity::find()
        .select_only()
        .columns([Column::Id, Column::Query, Column::State])
        .filter(Column::ChangedAt.gte(since))
        .into_tuple()
        .all(connection)
        .await
}

/// Those among some that are watched; they stay so until the transaction ends.
pub(super) async fn still_active(
    transaction: &DatabaseTransaction,
    ids: &[AlertId],
) -> Result<Vec<AlertId>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Id.is_in(ids.iter().copied()))
        .filter(Column::State.eq(State::Active))
        .lock(LockType::Share)
        .into_tuple()
        .all(transaction)
        .await
}

/// Those of an owner whose letter is due.
pub(super) async fn due_of(
    transaction: &DatabaseTransaction,
    owner: &Owner,
    at: DateTime<Utc>,
) -> Result<Vec<Alert>, DbErr> {
    let due = Entity::find()
        .filter(of(owner))
        .filter(Column::State.eq(State::Active))
        .filter(Column::NextDue.lte(at))
        .order_by_asc(Column::CreatedAt)
        .lock(LockType::Update);
    Ok(due.all(transaction).await?.into_iter().map(alert).collect())
}

/// Notes when the next letter of an alert may be written.
pub(super) async fn due_next(
    transaction: &DatabaseTransaction,
    id: AlertId,
    due: DateTime<Utc>,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::NextDue, Expr::value(due))
        .filter(Column::Id.eq(id))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Forgets those that nobody confirmed or that have ended, since a moment of their own each.
pub(super) async fn forget(
    transaction: &DatabaseTransaction,
    (pending, ended): (DateTime<Utc>, DateTime<Utc>),
) -> Result<(), DbErr> {
    let since = |states: &[State], before: DateTime<Utc>| {
        let those = Column::State.is_in(states.iter().copied());
        Condition::all().add(those).add(Column::ChangedAt.lt(before))
    };
    let gone = Condition::any()
        .add(since(&[State::Pending], pending))
        .add(since(&[State::Stopped, State::Bounced], ended));
    Entity::delete_many().filter(gone).exec(transaction).await?;
    Ok(())
}

/// Whether a frequency is one for which mornings are waited for.
pub(super) const MORNINGS: [Frequency; 2] = [Frequency::Daily, Frequency::Weekly];
