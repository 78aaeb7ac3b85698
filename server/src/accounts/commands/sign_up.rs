//! Somebody new comes.

use super::{Desk, Trouble};
use crate::accounts::model::{CODE_LIVES, Code, Contact, Password, Purpose};
use crate::accounts::store;
use crate::db::locks;
use crate::ids::ChallengeId;
use crate::mail::Said;

/// Why nobody could sign up.
#[derive(Debug, thiserror::Error)]
pub enum SignUpError {
    /// The network asked too often.
    #[error("too many errands from one network")]
    TooMany,
    /// No short message is left today; a mailbox can be written to.
    #[error("the short messages of the day are spent")]
    NoShortMessages,
    /// The password became known elsewhere.
    #[error("the password stands in the list of known passwords")]
    Known,
    /// Something of ours.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

/// Begins a new account for `contact`: a code is sent there, and the answer makes the account. If the contact has an
/// account already, its owner is told so by letter and no code is right; whoever asks sees no difference.
pub async fn sign_up(
    desk: &Desk<'_>,
    contact: &Contact,
    password: &Password,
) -> Result<ChallengeId, SignUpError> {
    if !count(desk).await? {
        return Err(SignUpError::TooMany);
    }
    if !desk.can_write_to(contact).await? {
        return Err(SignUpError::NoShortMessages);
    }
    let Some(hash) = desk.hash(password).await? else { return Err(SignUpError::Known) };
    Ok(begin(desk, contact, hash).await?)
}

/// Counts the sign-up before the password is hashed, which takes long.
async fn count(desk: &Desk<'_>) -> Result<bool, Trouble> {
    let transaction = desk.database.begin().await?;
    let may = desk.counts_sign_up(&transaction).await?;
    transaction.commit().await?;
    Ok(may)
}

async fn begin(desk: &Desk<'_>, contact: &Contact, hash: String) -> Result<ChallengeId, Trouble> {
    let transaction = desk.database.begin().await?;
    locks::wait_for(&transaction, "accounts").await?;
    let held = store::account_of(&transaction, contact).await?;
    let code = Code::new()?;
    let new = store::NewChallenge {
        contact: Some(contact.as_str().to_owned()),
        payload: held.is_none().then_some(hash),
        ..store::NewChallenge::default()
    };
    let sent = desk.counts_code(&transaction, contact, None).await?;
    let right = (sent && held.is_none()).then_some(&code);
    let id = desk.challenge(&transaction, Purpose::SignUp, (right, CODE_LIVES), new).await?;
    if sent {
        let (said, lives) = match held {
            None => (Said::ConfirmContact { code: code.as_str().to_owned() }, Some(CODE_LIVES)),
            Some(_) => (Said::AlreadyRegistered, None),
        };
        desk.write(&transaction, (contact, held.map(|account| account.id)), said, lives).await?;
    }
    transaction.commit().await?;
    Ok(id)
}
