//! Rows of registrations: named questions, each of one helper, person or card.

use super::model::{NewRecord, Registration};
use crate::db::entities::registration as row;
use crate::ids::{AccountId, PersonId, RegistrationId};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, Order, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

impl From<row::Model> for Registration {
    fn from(held: row::Model) -> Self {
        let row::Model {
            id,
            account_id,
            key: _,
            digest: _,
            person_id,
            phone_of,
            reads,
            card_account_id,
            created_at,
            claimed_at,
            claimed_by,
        } = held;
        Self {
            id,
            helper: account_id,
            person: person_id,
            phone_of,
            reads,
            card: card_account_id,
            at: created_at,
            claimed_at,
            needs_card: claimed_by.is_none() || claimed_by == card_account_id,
        }
    }
}

/// The registration that a helper sent under a key, with the digest of what was typed.
pub(super) async fn of_key(
    connection: &impl ConnectionTrait,
    helper: AccountId,
    key: Uuid,
) -> Result<Option<(RegistrationId, String)>, DbErr> {
    let held = row::Entity::find()
        .filter(row::Column::AccountId.eq(helper))
        .filter(row::Column::Key.eq(key))
        .one(connection)
        .await?;
    Ok(held.map(|held| (held.id, held.digest)))
}

/// Keeps that a helper registered a person.
pub(super) async fn insert(
    connection: &impl ConnectionTrait,
    (helper, person): (AccountId, PersonId),
    record: &NewRecord,
    at: DateTime<Utc>,
) -> Result<RegistrationId, DbErr> {
    let id = RegistrationId::new(at);
    let new = row::ActiveModel {
        id: Set(id),
        account_id: Set(helper),
        key: Set(record.key),
        digest: Set(record.digest.clone()),
        person_id: Set(person),
        phone_of: Set(record.phone_of),
        reads: Set(record.reads),
        card_account_id: Set(None),
        created_at: Set(at),
        claimed_at: Set(None),
        claimed_by: Set(None),
    };
    row::Entity::insert(new).exec_without_returning(connection).await?;
    Ok(id)
}

/// Those who have no card and did not come in.
fn cardless() -> SimpleExpr {
    Expr::col(row::Column::ClaimedAt).is_null().and(Expr::col(row::Column::CardAccountId).is_null())
}

/// How many a helper registered who have no card and did not come in.
pub(super) async fn without_card(connection: &impl ConnectionTrait, helper: AccountId) -> Result<u64, DbErr> {
    let all = row::Entity::find().filter(row::Column::AccountId.eq(helper));
    all.filter(cardless()).count(connection).await
}

/// How many a helper registered, and a page of them: those without a card first, of each the newest.
pub(super) async fn of_helper(
    connection: &impl ConnectionTrait,
    helper: AccountId,
    (page, on_a_page): (u64, u64),
) -> Result<(u64, Vec<Registration>), DbErr> {
    let all = row::Entity::find().filter(row::Column::AccountId.eq(helper));
    let total = all.clone().count(connection).await?;
    let rows = all
        .order_by(cardless(), Order::Desc)
        .order_by_desc(row::Column::CreatedAt)
        .order_by_desc(row::Column::Id)
        .offset(page.saturating_sub(1).saturating_mul(on_a_page))
        .limit(on_a_page)
        .all(connection)
        .await?;
    Ok((total, rows.into_iter().map(Registration::from).collect()))
}

/// How many people a helper registered since a moment.
pub(super) async fn count_since(
    connection: &impl ConnectionTrait,
    helper: AccountId,
    since: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let own = row::Entity::find().filter(row::Column::AccountId.eq(helper));
    own.filter(row::Column::CreatedAt.gte(since)).count(connection).await
}

/// A registration by its key.
pub(super) async fn by_id(
    connection: &impl ConnectionTrait,
    id: RegistrationId,
) -> Result<Option<Registration>, DbErr> {
    Ok(row::Entity::find_by_id(id).one(connection).await?.map(Registration::from))
}

/// The registration whose card enters an account.
pub(super) async fn of_card(
    connection: &impl ConnectionTrait,
    card: AccountId,
) -> Result<Option<Registration>, DbErr> {
    let held = row::Entity::find().filter(row::Column::CardAccountId.eq(card)).one(connection).await?;
    Ok(held.map(Registration::from))
}

/// The registration of a person.
pub(super) async fn of_person(
    connection: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Option<Registration>, DbErr> {
    let held = row::Entity::find().filter(row::Column::PersonId.eq(person)).one(connection).await?;
    Ok(held.map(Registration::from))
}

/// Notes which account the card of a person enters.
pub(super) async fn set_card(
    connection: &impl ConnectionTrait,
    id: RegistrationId,
    card: AccountId,
) -> Result<(), DbErr> {
    row::Entity::update_many()
        .col_expr(row::Column::CardAccountId, Expr::value(card))
        .filter(row::Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}

/// Notes who took the record over, and when somebody did so first.
pub(super) async fn set_claimed(
    connection: &impl ConnectionTrait,
    id: RegistrationId,
    by: AccountId,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    row::Entity::update_many()
        .col_expr(row::Column::ClaimedAt, Expr::col(row::Column::ClaimedAt).if_null(at))
        .col_expr(row::Column::ClaimedBy, Expr::value(by))
        .filter(row::Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}
