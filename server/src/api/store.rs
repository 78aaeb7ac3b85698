//! Rows of the interface for machines: tokens by their digests, and writes by their keys.

use crate::db::entities::{api_token, idempotency_key};
use crate::ids::OrganisationId;
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
};

/// A token to be kept, as its digest.
pub(super) struct NewToken<'a> {
    pub(super) digest: &'a str,
    pub(super) role: &'a str,
    pub(super) source: &'a str,
    pub(super) label: &'a str,
    pub(super) organisation: Option<OrganisationId>,
}

/// Keeps the digest of a new token.
pub(super) async fn save_token(
    connection: &impl ConnectionTrait,
    token: NewToken<'_>,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let NewToken { digest, role, source, label, organisation } = token;
    let row = api_token::ActiveModel {
        digest: Set(digest.to_owned()),
        role: Set(role.to_owned()),
        label: Set(label.to_owned()),
        source: Set(source.to_owned()),
        created_at: Set(at),
        organisation_id: Set(organisation),
    };
    api_token::Entity::insert(row).exec_without_returning(connection).await?;
    Ok(())
}

/// Role, source and organisation of the token with this digest.
pub(super) async fn role_of(
    connection: &impl ConnectionTrait,
    digest: &str,
) -> Result<Option<(String, String, Option<OrganisationId>)>, DbErr> {
    let row = api_token::Entity::find_by_id(digest).one(connection).await?;
    Ok(row.map(|row| (row.role, row.source, row.organisation_id)))
}

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
