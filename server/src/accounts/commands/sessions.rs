//! Somebody looks where the account is signed in, and signs out.

use super::{Desk, digest_of_token};
use crate::accounts::model::{Factors, Viewer};
use crate::accounts::store;
use crate::db::Database;
use crate::ids::SessionId;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};

/// A session as its owner sees it.
#[derive(Clone, Debug)]
pub struct Listed {
    /// By which it is ended.
    pub id: SessionId,
    /// The device, as it names itself.
    pub device: String,
    /// Its network, rounded.
    pub network: String,
    /// When it began.
    pub since: DateTime<Utc>,
    /// When it was last used, to some minutes.
    pub seen: DateTime<Utc>,
    /// With how much it signed in.
    pub factors: Factors,
    /// Whether it is the one that asks.
    pub this: bool,
}

/// What the owner of an account sees of it.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Phone number, in international form.
    pub phone: Option<String>,
    /// Address of the mailbox.
    pub email: Option<String>,
    /// Whether there is a password.
    pub password: bool,
    /// Since when a second factor is asked for.
    pub second_factor: Option<DateTime<Utc>>,
    /// Recovery codes that are left.
    pub recovery_codes: u64,
    /// Where it is signed in.
    pub sessions: Vec<Listed>,
}

/// What the owner sees; none if the account is gone.
pub async fn overview(
    connection: &impl ConnectionTrait,
    viewer: &Viewer,
    at: DateTime<Utc>,
) -> Result<Option<Overview>, DbErr> {
    let Some(account) = store::account(connection, viewer.account).await? else { return Ok(None) };
    let held = store::sessions(connection, viewer.account, at).await?;
    let sessions = held.into_iter().map(|session| listed(session, viewer)).collect();
    Ok(Some(Overview {
        phone: account.phone,
        email: account.email,
        password: account.password_hash.is_some(),
        second_factor: account.totp_since,
        recovery_codes: store::unused_recovery_codes(connection, viewer.account).await?,
        sessions,
    }))
}

fn listed(session: store::Session, viewer: &Viewer) -> Listed {
    let store::Session {
        digest: _,
        id,
        account_id: _,
        factors,
        device,
        network,
        created_at,
        seen_at,
        ends_at: _,
    } = session;
    Listed { id, device, network, since: created_at, seen: seen_at, factors, this: id == viewer.session }
}

/// Ends one session of the viewer's account; no, where there is none of that key.
pub async fn end_one(desk: &Desk<'_>, viewer: &Viewer, session: SessionId) -> Result<bool, DbErr> {
    let transaction = desk.database.begin().await?;
    let ended = store::end_session(&transaction, viewer.account, session).await?;
    transaction.commit().await?;
    Ok(ended)
}

/// Ends all sessions of the viewer's account but this one.
pub async fn end_others(desk: &Desk<'_>, viewer: &Viewer) -> Result<u64, DbErr> {
    let transaction = desk.database.begin().await?;
    let ended = store::end_others(&transaction, viewer.account, viewer.session).await?;
    transaction.commit().await?;
    Ok(ended)
}

/// Notes that the session of a digest is used.
pub async fn note_seen(database: &Database, digest: &str, at: DateTime<Utc>) -> Result<(), DbErr> {
    let transaction = database.begin().await?;
    store::note_seen(&transaction, digest, at).await?;
    transaction.commit().await
}

/// Signs a device out by its token.
pub async fn end_this(database: &Database, token: &str) -> Result<(), DbErr> {
    let transaction = database.begin().await?;
    store::end_by_digest(&transaction, &digest_of_token(token)).await?;
    transaction.commit().await
}
