//! Rows of the interface for machines: writes by their keys.

use crate::db::entities::idempotency_key;
use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter};

/// What a write was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answered {
    pub(super) status: u16,
    pub(super) location: Option<String>,
    pub(super) etag: Option<String>,
    pub(super) body: String,
}

/// The write that a token has made under a key: the digest of the request, and the answer.
pub(super) async fn answered(
    transaction: &DatabaseTransaction,
    token: &str,
    key: &str,
) -> Result<Option<(String, Answered)>, DbErr> {
    let id = (token.to_owned(), key.to_owned());
    let row = idempotency_key::Entity::find_by_id(id).one(transaction).await?;
    Ok(row.map(|row| {
        let idempotency_key::Model { request, status, location, etag, body, .. } = row;
        (request, Answered { status: u16::try_from(status).unwrap_or(200), location, etag, body })
    }))
}

/// Keeps the answer to a write.
pub(super) async fn keep_answer(
    transaction: &DatabaseTransaction,
    (token, key, request): (&str, &str, &str),
    answer: &Answered,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let Answered { status, location, etag, body } = answer.clone();
    let row = idempotency_key::ActiveModel {
        token: Set(token.to_owned()),
        key: Set(key.to_owned()),
        request: Set(request.to_owned()),
        status: Set(i32::from(status)),
        location: Set(location),
        etag: Set(etag),
        body: Set(body),
        created_at: Set(at),
    };
    idempotency_key::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}

/// Forgets answers given before `before`; returns how many.
pub(super) async fn forget_answers(
    transaction: &DatabaseTransaction,
    before: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let old = idempotency_key::Column::CreatedAt.lt(before);
    Ok(idempotency_key::Entity::delete_many().filter(old).exec(transaction).await?.rows_affected)
}
