//! Sessions: who is signed in where.

use crate::access::model::Stays;
use crate::accounts::model::{AccountStatus, Factors, Viewer};
use crate::db::entities::{account, session};
use crate::ids::{AccountId, SessionId};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

/// A row of a session.
pub(in crate::accounts) use crate::db::entities::session::Model as Session;

/// The last use of a session is noted so exactly.
const NOTED: TimeDelta = TimeDelta::minutes(5);

/// A session to begin.
pub(in crate::accounts) struct NewSession<'a> {
    pub(in crate::accounts) digest: String,
    pub(in crate::accounts) account: AccountId,
    pub(in crate::accounts) factors: Factors,
    pub(in crate::accounts) device: &'a str,
    pub(in crate::accounts) network: &'a str,
}

/// Begins a session.
pub(in crate::accounts) async fn insert_session(
    connection: &impl ConnectionTrait,
    new: NewSession<'_>,
    at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
) -> Result<SessionId, DbErr> {
    let NewSession { digest, account, factors, device, network } = new;
    let id = SessionId::new(at);
    let row = session::ActiveModel {
        digest: Set(digest),
        id: Set(id),
        account_id: Set(account),
        factors: Set(factors),
        device: Set(device.to_owned()),
        network: Set(network.to_owned()),
        created_at: Set(at),
        seen_at: Set(at),
        ends_at: Set(ends_at),
    };
    session::Entity::insert(row).exec_without_returning(connection).await?;
    Ok(id)
}

/// A session that nobody used for so long has ended, whoever's it is.
fn idle() -> TimeDelta {
    Stays::shipped().others().idle()
}

/// Who is signed in with the token of this digest, when the session began and when it was last noted as used: one question.
pub(in crate::accounts) async fn viewer(
    connection: &impl ConnectionTrait,
    digest: &str,
    at: DateTime<Utc>,
) -> Result<Option<(Viewer, (DateTime<Utc>, DateTime<Utc>))>, DbErr> {
    type Row = (SessionId, AccountId, Factors, DateTime<Utc>, DateTime<Utc>, Option<DateTime<Utc>>);
    let row: Option<Row> = session::Entity::find()
        .select_only()
        .columns([
            session::Column::Id,
            session::Column::AccountId,
            session::Column::Factors,
            session::Column::CreatedAt,
            session::Column::SeenAt,
        ])
        .column(account::Column::TotpSince)
        .join(sea_orm::JoinType::InnerJoin, session_account())
        .filter(session::Column::Digest.eq(digest))
        .filter(session::Column::EndsAt.gt(at))
        .filter(session::Column::SeenAt.gt(at - idle()))
        .filter(account::Column::Status.eq(AccountStatus::Active))
        .into_tuple()
        .one(connection)
        .await?;
    Ok(row.map(|(session, account, factors, began, seen, totp)| {
        (Viewer { account, session, factors, second_factor: totp.is_some() }, (began, seen))
    }))
}

fn session_account() -> sea_orm::RelationDef {
    session::Entity::belongs_to(account::Entity)
        .from(session::Column::AccountId)
        .to(account::Column::Id)
        .into()
}

/// Whether the last use of a session was noted so long ago that it is to be noted again.
pub(in crate::accounts) fn is_noted_long_ago(noted: DateTime<Utc>, at: DateTime<Utc>) -> bool {
    at - noted >= NOTED
}

/// Notes that a session is used.
pub(in crate::accounts) async fn note_seen(
    connection: &impl ConnectionTrait,
    digest: &str,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    session::Entity::update_many()
        .col_expr(session::Column::SeenAt, Expr::value(at))
        .filter(session::Column::Digest.eq(digest))
        .exec(connection)
        .await?;
    Ok(())
}

/// The sessions of an account that have not ended, the one used last first.
pub(in crate::accounts) async fn sessions(
    connection: &impl ConnectionTrait,
    account: AccountId,
    at: DateTime<Utc>,
) -> Result<Vec<Session>, DbErr> {
    session::Entity::find()
        .filter(session::Column::AccountId.eq(account))
        .filter(session::Column::EndsAt.gt(at))
        .filter(session::Column::SeenAt.gt(at - idle()))
        .order_by_desc(session::Column::SeenAt)
        .order_by_desc(session::Column::Id)
        .all(connection)
        .await
}

/// Ends one session of an account; no, where the account has no such session.
pub(in crate::accounts) async fn end_session(
    connection: &impl ConnectionTrait,
    account: AccountId,
    id: SessionId,
) -> Result<bool, DbErr> {
    let ended = session::Entity::delete_many()
        .filter(session::Column::AccountId.eq(account))
        .filter(session::Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(ended.rows_affected > 0)
}

/// Ends the session whose token has this digest; returns whose it was.
pub(in crate::accounts) async fn end_held(
    connection: &impl ConnectionTrait,
    digest: &str,
) -> Result<Option<AccountId>, DbErr> {
    let held = session::Entity::find_by_id(digest).one(connection).await?;
    session::Entity::delete_many().filter(session::Column::Digest.eq(digest)).exec(connection).await?;
    Ok(held.map(|session| session.account_id))
}

/// Ends all sessions of an account but one.
pub(in crate::accounts) async fn end_others(
    connection: &impl ConnectionTrait,
    account: AccountId,
    but: SessionId,
) -> Result<u64, DbErr> {
    let ended = session::Entity::delete_many()
        .filter(session::Column::AccountId.eq(account))
        .filter(session::Column::Id.ne(but))
        .exec(connection)
        .await?;
    Ok(ended.rows_affected)
}

/// Ends all sessions of an account.
pub(in crate::accounts) async fn end_all(
    connection: &impl ConnectionTrait,
    account: AccountId,
) -> Result<(), DbErr> {
    session::Entity::delete_many().filter(session::Column::AccountId.eq(account)).exec(connection).await?;
    Ok(())
}
