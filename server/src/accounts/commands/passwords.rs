//! Somebody who is signed in chooses another password.

use super::Desk;
use super::contacts::{ContactChangeError, is_owner};
use crate::accounts::model::{Password, Viewer};
use crate::accounts::store;
use crate::audit::model::Action;
use crate::mail::Change;

/// Why a password was not changed.
pub type ChangePasswordError = ContactChangeError;

/// Changes the password; all other sessions end.
pub async fn change_password(
    desk: &Desk<'_>,
    viewer: &Viewer,
    before: &Password,
    password: &Password,
) -> Result<(), ChangePasswordError> {
    let account = is_owner(desk, viewer, before).await?;
    let Some(hash) = desk.hash(password).await? else { return Err(ChangePasswordError::Known) };
    let transaction = desk.database.begin().await?;
    store::set_password(&transaction, account.id, &hash, desk.at).await?;
    desk.record(&transaction, account.id, Action::Changed, &["password", "sessions"]).await?;
    desk.tell(&transaction, &account, Change::Password).await?;
    desk.end_pending(&transaction, account.id).await?;
    store::end_others(&transaction, account.id, viewer.session).await?;
    transaction.commit().await?;
    Ok(())
}
