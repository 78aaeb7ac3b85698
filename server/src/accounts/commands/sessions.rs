//! Somebody looks where the account is signed in, and signs out.

use super::{Desk, digest_of_token, notices};
use crate::accounts::model::{Listed, Overview, Viewer};
use crate::accounts::store;
use crate::audit::model::Action;
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

/// Who is signed in with a token; that the session is used is noted every few minutes.
pub async fn recognised(
    database: &Database,
    token: &str,
    at: DateTime<Utc>,
) -> Result<Option<Viewer>, DbErr> {
    let digest = digest_of_token(token);
    let Some((viewer, noted)) = store::viewer(database.reader(), &digest, at).await? else { return Ok(None) };
    if store::is_noted_long_ago(noted, at) {
        let transaction = database.begin().await?;
        store::note_seen(&transaction, &digest, at).await?;
        transaction.commit().await?;
    }
    Ok(Some(viewer))
}

/// Signs the viewer's own device out.
pub async fn end_this(desk: &Desk<'_>, viewer: &Viewer) -> Result<(), DbErr> {
    let transaction = desk.database.begin().await?;
    if store::end_session(&transaction, viewer.account, viewer.session).await? {
        desk.record(&transaction, viewer.account, Action::SignedOut, &[]).await?;
    }
    transaction.commit().await
}
