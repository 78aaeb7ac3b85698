//! Somebody who is signed in chooses another password.

use super::contacts::{ContactChangeError, is_owner_with_both};
use super::{Desk, SignedIn};
use crate::accounts::model::{Code, Contact, Password, Viewer};
use crate::accounts::store;
use crate::audit::model::Action;
use crate::ids::AccountId;
use crate::mail::Change;
use sea_orm::{ConnectionTrait, DbErr};

/// Why a password was not changed.
pub type ChangePasswordError = ContactChangeError;

/// Words that an account is known by, which make its password easy to guess.
pub async fn words(connection: &impl ConnectionTrait, account: AccountId) -> Result<Vec<String>, DbErr> {
    Ok(store::account(connection, account).await?.map(words_of).unwrap_or_default())
}

/// The words of its contacts.
pub(super) fn words_of(account: store::Account) -> Vec<String> {
    let contacts = [account.phone, account.email].into_iter().flatten();
    contacts.filter_map(|held| held.parse::<Contact>().ok()).flat_map(|contact| contact.words()).collect()
}

/// Changes the password, for whoever knows the one before and has a code of the second factor where the account asks for
/// one; all sessions end, and another one begins in place of this one: who holds its token besides the
/// owner is signed out, and what marks the device is made anew.
pub async fn change_password(
    desk: &Desk<'_>,
    viewer: &Viewer,
    (before, second): (&Password, &Code),
    password: &Password,
) -> Result<SignedIn, ChangePasswordError> {
    let account = is_owner_with_both(desk, viewer, before, second).await?;
    let Some(hash) = desk.hash(password).await? else { return Err(ChangePasswordError::Known) };
    let transaction = desk.database.begin().await?;
    store::set_password(&transaction, account.id, &hash, desk.at).await?;
    desk.record(&transaction, account.id, Action::Changed, &["password", "sessions"]).await?;
    desk.tell(&transaction, &account, Change::Password).await?;
    desk.end_pending(&transaction, account.id).await?;
    store::end_all(&transaction, account.id).await?;
    let signed_in = desk.begin_session(&transaction, &account, viewer.factors).await?;
    transaction.commit().await?;
    Ok(signed_in)
}
