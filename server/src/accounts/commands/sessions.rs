//! Somebody looks where the account is signed in, and signs out.

use super::{ACCOUNT, Desk, digest_of_token, notices};
use crate::accounts::model::{Listed, Overview, Viewer};
use crate::accounts::store;
use crate::audit::model::{Action, Actor, PLATFORM, Subject};
use crate::audit::{self, Event};
use crate::db::Database;
use crate::ids::SessionId;
use crate::mail::{self, Recipient};
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};

/// What the owner sees; none if the account is gone.
pub async fn overview(
    connection: &impl ConnectionTrait,
    viewer: &Viewer,
    at: DateTime<Utc>,
) -> Result<Option<Overview>, DbErr> {
    let Some(account) = store::account(connection, viewer.account).await? else { return Ok(None) };
    let held = store::sessions(connection, viewer.account, at).await?;
    let sessions = held.into_iter().map(|session| listed(session, viewer)).collect();
    let phone_fails = fails(connection, account.phone.clone().map(Recipient::Phone)).await?;
    let email_fails = fails(connection, account.email.clone().map(Recipient::Email)).await?;
    Ok(Some(Overview {
        phone_fails,
        email_fails,
        notices: notices::settings(connection, &account).await?,
        phone: account.phone,
        email: account.email,
        password: account.password_hash.is_some(),
        second_factor: account.totp_since,
        recovery_codes: store::unused_recovery_codes(connection, viewer.account).await?,
        sessions,
    }))
}

/// Since when nothing arrives at a contact.
async fn fails(
    connection: &impl ConnectionTrait,
    contact: Option<Recipient>,
) -> Result<Option<DateTime<Utc>>, DbErr> {
    let Some(contact) = contact else { return Ok(None) };
    Ok(mail::undeliverable(connection, &contact).await?.map(|held| held.since))
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
    if ended {
        desk.record(&transaction, viewer.account, Action::SignedOut, &["session"]).await?;
    }
    transaction.commit().await?;
    Ok(ended)
}

/// Ends all sessions of the viewer's account but this one.
pub async fn end_others(desk: &Desk<'_>, viewer: &Viewer) -> Result<u64, DbErr> {
    let transaction = desk.database.begin().await?;
    let ended = store::end_others(&transaction, viewer.account, viewer.session).await?;
    if ended > 0 {
        desk.record(&transaction, viewer.account, Action::SignedOut, &["sessions"]).await?;
    }
    desk.end_pending(&transaction, viewer.account).await?;
    transaction.commit().await?;
    Ok(ended)
}

/// A session that has not ended.
#[derive(Clone, Debug)]
pub struct Recognised {
    /// Who is signed in.
    pub viewer: Viewer,
    /// When it began.
    pub began: DateTime<Utc>,
    /// When it was last used, to some minutes.
    pub seen: DateTime<Utc>,
}

/// Who is signed in with a token: one question.
pub async fn recognised(
    connection: &impl ConnectionTrait,
    token: &str,
    at: DateTime<Utc>,
) -> Result<Option<Recognised>, DbErr> {
    let found = store::viewer(connection, &digest_of_token(token), at).await?;
    Ok(found.map(|(viewer, (began, seen))| Recognised { viewer, began, seen }))
}

/// Notes that a session is used, every few minutes.
pub async fn note_use(
    database: &Database,
    token: &str,
    session: &Recognised,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    if !store::is_noted_long_ago(session.seen, at) {
        return Ok(());
    }
    let transaction = database.begin().await?;
    store::note_seen(&transaction, &digest_of_token(token), at).await?;
    transaction.commit().await
}

/// Ends a session that was not used for too long.
pub async fn end_unused(database: &Database, viewer: &Viewer, at: DateTime<Utc>) -> Result<(), DbErr> {
    let transaction = database.begin().await?;
    if store::end_session(&transaction, viewer.account, viewer.session).await? {
        let subject = Subject::of(ACCOUNT, viewer.account.as_uuid());
        let event = Event::new(Actor::System, PLATFORM, Action::SignedOut, subject).fields(&["session"]);
        audit::record(&transaction, &event, at).await?;
    }
    transaction.commit().await
}

/// Signs the viewer's own device out.
pub async fn end_this(desk: &Desk<'_>, viewer: &Viewer) -> Result<(), DbErr> {
    let transaction = desk.database.begin().await?;
    if store::end_session(&transaction, viewer.account, viewer.session).await? {
        desk.record(&transaction, viewer.account, Action::SignedOut, &[]).await?;
    }
    transaction.commit().await
}
