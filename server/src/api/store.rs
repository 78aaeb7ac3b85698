//! Rows of tokens: digests only, the tokens themselves are nowhere.

use crate::db::entities::api_token;
use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait};

/// Keeps the digest of a new token.
pub(super) async fn save_token(
    connection: &impl ConnectionTrait,
    digest: &str,
    (role, label): (&str, &str),
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = api_token::ActiveModel {
        digest: Set(digest.to_owned()),
        role: Set(role.to_owned()),
        label: Set(label.to_owned()),
        created_at: Set(at),
    };
    api_token::Entity::insert(row).exec_without_returning(connection).await?;
    Ok(())
}

/// The role of the token with this digest.
pub(super) async fn role_of(
    connection: &impl ConnectionTrait,
    digest: &str,
) -> Result<Option<String>, DbErr> {
    Ok(api_token::Entity::find_by_id(digest).one(connection).await?.map(|row| row.role))
}
