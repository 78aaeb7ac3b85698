//! Rows of letters.

mod claim;
mod listing;
pub(super) mod notices;
pub(super) mod undeliverable;

pub(super) use claim::{Noted, claim, expire, is_due, note, put_off};
pub(super) use listing::{count_of, newest, newest_of, short_messages, sums};

pub(super) use crate::db::entities::message::Model as Stored;

use super::compose::Composed;
use super::model::{Letter, Said, Status};
use crate::db::entities::message::{ActiveModel, Column, Entity, Model};
use crate::ids::MessageId;
use chrono::{DateTime, Utc};
use claim::{ended, nothing, unclaimed};
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, SimpleExpr};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    QuerySelect,
};

/// Stores a letter of `at` that is to be sent from `due` on.
pub(super) async fn insert(
    transaction: &DatabaseTransaction,
    id: MessageId,
    letter: &Letter,
    composed: Composed,
    (at, due): (DateTime<Utc>, DateTime<Utc>),
) -> Result<(), DbErr> {
    let Letter { recipient, language, said, account, expires_at } = letter;
    let row = ActiveModel {
        id: Set(id),
        channel: Set(recipient.channel()),
        kind: Set(said.kind().to_owned()),
        recipient: Set(recipient.as_str().to_owned()),
        language: Set(language.code().to_owned()),
        subject: Set(composed.subject),
        text: Set(Some(composed.text)),
        html: Set(composed.html),
        secret: Set(said.is_secret()),
        urgency: Set(said.urgency()),
        account: Set(*account),
        status: Set(Status::Waiting),
        attempts: Set(0),
        next_attempt_at: Set(due),
        claimed_by: Set(None),
        claimed_until: Set(None),
        last_error: Set(None),
        created_at: Set(at),
        sent_at: Set(None),
        expires_at: Set(*expires_at),
        unsubscribe: Set(said.ends().map(str::to_owned)),
    };
    Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}

/// Some letters by their identifiers.
pub(super) async fn by_ids(
    transaction: &DatabaseTransaction,
    ids: &[MessageId],
) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::Id.is_in(ids.iter().copied())).all(transaction).await
}

/// Identifiers of all letters that were given up and can be sent again, of one kind if it is named.
pub(super) async fn resendable(
    transaction: &DatabaseTransaction,
    kind: Option<&str>,
) -> Result<Vec<MessageId>, DbErr> {
    let dead = Condition::all().add(Column::Status.eq(Status::Dead)).add(Column::Text.is_not_null());
    ids(transaction, dead, kind).await
}

/// Identifiers of all letters that wait and that nobody is sending, of one kind if it is named.
pub(super) async fn withdrawable(
    transaction: &DatabaseTransaction,
    kind: Option<&str>,
    at: DateTime<Utc>,
) -> Result<Vec<MessageId>, DbErr> {
    let waiting = Condition::all().add(Column::Status.eq(Status::Waiting)).add(unclaimed(at));
    ids(transaction, waiting, kind).await
}

async fn ids(
    transaction: &DatabaseTransaction,
    those: Condition,
    kind: Option<&str>,
) -> Result<Vec<MessageId>, DbErr> {
    let those = those.add_option(kind.map(|kind| Column::Kind.eq(kind)));
    Entity::find().select_only().column(Column::Id).filter(those).into_tuple().all(transaction).await
}

/// Lets a letter that was given up be sent from `at` on, as if for the first time.
pub(super) async fn revive(
    transaction: &DatabaseTransaction,
    id: MessageId,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let revived = Entity::update_many()
        .filter(Column::Id.eq(id))
        .filter(Column::Status.eq(Status::Dead))
        .filter(Column::Text.is_not_null())
        .col_expr(Column::Status, Expr::value(Status::Waiting))
        .col_expr(Column::Attempts, Expr::value(0))
        .col_expr(Column::NextAttemptAt, Expr::value(at))
        .col_expr(Column::ExpiresAt, nothing::<DateTime<Utc>>());
    Ok(revived.exec(transaction).await?.rows_affected == 1)
}

/// Takes a letter back that waits and that nobody is sending.
pub(super) async fn withdraw(
    transaction: &DatabaseTransaction,
    id: MessageId,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let waiting = Entity::update_many()
        .filter(Column::Id.eq(id))
        .filter(Column::Status.eq(Status::Waiting))
        .filter(unclaimed(at));
    Ok(ended(waiting, Status::Withdrawn).exec(transaction).await?.rows_affected == 1)
}

/// Takes back letters of a kind that were given up; gives their identifiers.
pub(super) async fn take_back(
    transaction: &DatabaseTransaction,
    kind: &str,
) -> Result<Vec<MessageId>, DbErr> {
    let ids = ids(transaction, Condition::all().add(Column::Status.eq(Status::Dead)), Some(kind)).await?;
    if !ids.is_empty() {
        let dead = Entity::update_many().filter(Column::Id.is_in(ids.iter().copied()));
        ended(dead, Status::Withdrawn).exec(transaction).await?;
    }
    Ok(ids)
}

/// Forgets letters that were written before `before`, and the last ones to those who are erased, as far as they wait no
/// more; returns how many.
pub(super) async fn forget(transaction: &DatabaseTransaction, before: DateTime<Utc>) -> Result<u64, DbErr> {
    let last = Column::Kind.eq(Said::Erased.kind());
    let those = Condition::any().add(Column::CreatedAt.lt(before)).add(last);
    let old = Entity::delete_many().filter(Column::Status.ne(Status::Waiting)).filter(those);
    Ok(old.exec(transaction).await?.rows_affected)
}

/// A column without what is secret.
fn erased(column: Column) -> SimpleExpr {
    CaseStatement::new()
        .case(Expr::col(Column::Secret).eq(true), nothing::<String>())
        .finally(Expr::col(column))
        .into()
}
