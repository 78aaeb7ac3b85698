//! Somebody changes the phone number or address of the account.

use super::second_factor;
use super::{Desk, Trouble};
use crate::accounts::model::{CODE_LIVES, Code, Contact, Password, Purpose, Viewer};
use crate::accounts::store;
use crate::ids::ChallengeId;
use crate::mail::Said;
use chrono::TimeDelta;

/// Passwords tried by somebody who is signed in: at most so many in so long.
const CONFIRMATIONS: (i32, TimeDelta) = (10, TimeDelta::minutes(15));

/// Why a contact was not changed.
#[derive(Debug, thiserror::Error)]
pub enum ContactChangeError {
    /// The password is another.
    #[error("the password is not right")]
    Password,
    /// The code of the second factor is not right.
    #[error("the code is not right")]
    Code,
    /// Too often.
    #[error("too many tries")]
    TooMany,
    /// No short message is left today; a mailbox can be written to.
    #[error("the short messages of the day are spent")]
    NoShortMessages,
    /// The new password became known elsewhere.
    #[error("the password stands in the list of known passwords")]
    Known,
    /// The account is gone.
    #[error("the account is gone")]
    Gone,
    /// Something of ours.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl From<sea_orm::DbErr> for ContactChangeError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Trouble(error.into())
    }
}

/// Sends a code to a new contact, for whoever knows the password and has a code of the second factor where the account asks
/// for one; the right answer makes it that of the account. If it belongs to another account no code
/// is right, and its owner is told that there is one; whoever asks sees no difference.
pub async fn change_contact(
    desk: &Desk<'_>,
    viewer: &Viewer,
    contact: &Contact,
    (password, second): (&Password, &Code),
) -> Result<ChallengeId, ContactChangeError> {
    let account = is_owner_with_both(desk, viewer, password, second).await?;
    if !desk.can_write_to(contact).await? {
        return Err(ContactChangeError::NoShortMessages);
    }
    let transaction = desk.database.begin().await?;
    if !desk.counts_new_contact(&transaction, contact, &account).await? {
        transaction.commit().await?;
        return Err(ContactChangeError::TooMany);
    }
    let other = store::account_of(&transaction, contact).await?.filter(|held| held.id != account.id);
    let code = Code::new().map_err(Trouble::from)?;
    let new = store::NewChallenge {
        contact: Some(contact.as_str().to_owned()),
        account: Some(account.id),
        ..store::NewChallenge::default()
    };
    let right = other.is_none().then_some(&code);
    let id = desk.challenge(&transaction, Purpose::Contact, (right, CODE_LIVES), new).await?;
    let (said, lives) = match &other {
        None => (Said::ConfirmContact { code: code.as_str().to_owned() }, Some(CODE_LIVES)),
        Some(_) => (Said::AlreadyRegistered, None),
    };
    let whose = other.map_or(account.id, |held| held.id);
    desk.write(&transaction, (contact, Some(whose)), said, lives).await?;
    transaction.commit().await?;
    Ok(id)
}

/// Whether whoever is signed in knows the password, and has a code of the second factor where the account asks for one.
pub async fn shows_both(
    desk: &Desk<'_>,
    viewer: &Viewer,
    (password, second): (&Password, &Code),
) -> Result<(), ContactChangeError> {
    is_owner_with_both(desk, viewer, password, second).await.map(drop)
}

/// The account of whoever is signed in, if they know its password, or the PIN of its card where it has none. An account
/// with neither, which codes alone enter, needs none.
pub(super) async fn is_owner(
    desk: &Desk<'_>,
    viewer: &Viewer,
    password: &Password,
) -> Result<store::Account, ContactChangeError> {
    let transaction = desk.database.begin().await?;
    let limit = CONFIRMATIONS;
    let may = desk.counts(&transaction, ("confirmation", &viewer.account.to_string()), limit).await?;
    let account = store::account(&transaction, viewer.account).await?;
    transaction.commit().await?;
    if !may {
        return Err(ContactChangeError::TooMany);
    }
    let account = account.ok_or(ContactChangeError::Gone)?;
    let (secret, hash) = match (&account.password_hash, &account.card_pin) {
        (Some(hash), _) => (password.clone(), hash),
        (None, Some(pin)) => (password.as_pin(), pin),
        (None, None) => return Ok(account),
    };
    let right = desk.hashing.is(&secret, Some(hash)).await.map_err(Trouble::from)?;
    if right { Ok(account) } else { Err(ContactChangeError::Password) }
}

/// The same, if they also have a code of the second factor where the account asks for one.
pub(super) async fn is_owner_with_both(
    desk: &Desk<'_>,
    viewer: &Viewer,
    password: &Password,
    code: &Code,
) -> Result<store::Account, ContactChangeError> {
    let account = is_owner(desk, viewer, password).await?;
    if account.totp_since.is_none() {
        return Ok(account);
    }
    let transaction = desk.database.begin().await?;
    let may = second_factor::counts(desk, &transaction, &account).await?;
    let right = may && second_factor::is_right(desk, &transaction, Some(account.id), code).await?;
    if may && !right {
        desk.record_wrong_answer(&transaction, account.id).await?;
    }
    transaction.commit().await?;
    match (may, right) {
        (true, true) => Ok(account),
        (true, false) => Err(ContactChangeError::Code),
        (false, _) => Err(ContactChangeError::TooMany),
    }
}
