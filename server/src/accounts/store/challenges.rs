//! What somebody is asked before something is done.

use crate::accounts::model::Purpose;
use crate::db::entities::challenge;
use crate::ids::{AccountId, ChallengeId};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

/// A row of a challenge.
pub(in crate::accounts) use crate::db::entities::challenge::Model as Challenge;

/// A challenge to be put.
#[derive(Default)]
pub(in crate::accounts) struct NewChallenge {
    pub(in crate::accounts) contact: Option<String>,
    pub(in crate::accounts) account: Option<AccountId>,
    pub(in crate::accounts) digest: Option<String>,
    pub(in crate::accounts) payload: Option<String>,
}

/// Puts a challenge, which can be answered until `expires_at`.
pub(in crate::accounts) async fn insert_challenge(
    connection: &impl ConnectionTrait,
    (id, purpose): (ChallengeId, Purpose),
    new: NewChallenge,
    (at, expires_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<(), DbErr> {
    let NewChallenge { contact, account, digest, payload } = new;
    let row = challenge::ActiveModel {
        id: Set(id),
        purpose: Set(purpose),
        contact: Set(contact),
        account_id: Set(account),
        digest: Set(digest),
        payload: Set(payload),
        attempts: Set(0),
        created_at: Set(at),
        expires_at: Set(expires_at),
        used_at: Set(None),
    };
    challenge::Entity::insert(row).exec_without_returning(connection).await?;
    Ok(())
}

/// The challenge with this key, as long as it can be answered.
pub(in crate::accounts) async fn challenge(
    connection: &impl ConnectionTrait,
    id: ChallengeId,
    at: DateTime<Utc>,
) -> Result<Option<Challenge>, DbErr> {
    challenge::Entity::find_by_id(id)
        .filter(challenge::Column::UsedAt.is_null())
        .filter(challenge::Column::ExpiresAt.gt(at))
        .one(connection)
        .await
}

/// Counts an answer; no, where it was one too many.
pub(in crate::accounts) async fn count_answer(
    connection: &impl ConnectionTrait,
    id: ChallengeId,
    most: i32,
) -> Result<bool, DbErr> {
    let counted = challenge::Entity::update_many()
        .col_expr(challenge::Column::Attempts, Expr::col(challenge::Column::Attempts).add(1))
        .filter(challenge::Column::Id.eq(id))
        .filter(challenge::Column::Attempts.lt(most))
        .exec(connection)
        .await?;
    Ok(counted.rows_affected == 1)
}

/// Ends what an account was asked and did not answer.
pub(in crate::accounts) async fn end_challenges(
    connection: &impl ConnectionTrait,
    account: AccountId,
) -> Result<(), DbErr> {
    challenge::Entity::delete_many()
        .filter(challenge::Column::AccountId.eq(account))
        .filter(challenge::Column::UsedAt.is_null())
        .exec(connection)
        .await?;
    Ok(())
}

/// Notes that a challenge was answered; no, where somebody else did so before.
pub(in crate::accounts) async fn mark_used(
    connection: &impl ConnectionTrait,
    id: ChallengeId,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let marked = challenge::Entity::update_many()
        .col_expr(challenge::Column::UsedAt, Expr::value(at))
        .col_expr(challenge::Column::Payload, Expr::value(Option::<String>::None))
        .filter(challenge::Column::Id.eq(id))
        .filter(challenge::Column::UsedAt.is_null())
        .exec(connection)
        .await?;
    Ok(marked.rows_affected == 1)
}
