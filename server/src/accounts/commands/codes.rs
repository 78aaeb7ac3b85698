//! Somebody asks for a code: to sign in without a password, or because it is lost.

use super::{Desk, Trouble};
use crate::accounts::model::{AccountStatus, CODE_LIVES, Code, Contact, Purpose};
use crate::accounts::store;
use crate::ids::ChallengeId;
use crate::mail::Said;

/// Why no code was sent.
#[derive(Debug, thiserror::Error)]
pub enum CodeError {
    /// The network asked too often.
    #[error("too many errands from one network")]
    TooMany,
    /// No short message is left today; a mailbox can be written to.
    #[error("the short messages of the day are spent")]
    NoShortMessages,
    /// Something of ours.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

/// What a code is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeFor {
    /// To sign in without a password.
    SignIn,
    /// To choose a new password in place of a lost one.
    NewPassword,
}

/// Sends a code, if `contact` has an account; whoever asks sees no difference.
pub async fn send_code(
    desk: &Desk<'_>,
    contact: &Contact,
    wanted: CodeFor,
) -> Result<ChallengeId, CodeError> {
    if !desk.can_write_to(contact).await? {
        return Err(CodeError::NoShortMessages);
    }
    ask(desk, contact, wanted).await?.ok_or(CodeError::TooMany)
}

async fn ask(desk: &Desk<'_>, contact: &Contact, wanted: CodeFor) -> Result<Option<ChallengeId>, Trouble> {
    let transaction = desk.database.begin().await?;
    let held = store::account_of(&transaction, contact).await?;
    let owner = held.filter(|account| account.status == AccountStatus::Active);
    let own = owner.as_ref().is_some_and(|account| desk.own_device(account).is_some());
    let may = own
        || (desk.counts_network(&transaction).await? && desk.counts_contact(&transaction, contact).await?);
    if !may {
        transaction.commit().await?;
        return Ok(None);
    }
    let held = owner.as_ref().map(|account| account.id);
    let code = Code::new()?;
    let new = store::NewChallenge {
        contact: Some(contact.as_str().to_owned()),
        account: held,
        ..store::NewChallenge::default()
    };
    let sent = desk.counts_code(&transaction, contact, owner.as_ref()).await? && held.is_some();
    // What was not sent is not asked for.
    let right = sent.then_some(&code);
    let purpose = match wanted {
        CodeFor::SignIn => Purpose::SignIn,
        CodeFor::NewPassword => Purpose::Recover,
    };
    let id = desk.challenge(&transaction, purpose, (right, CODE_LIVES), new).await?;
    if sent {
        let code = code.as_str().to_owned();
        let said = match wanted {
            CodeFor::SignIn => Said::SignInCode { code },
            CodeFor::NewPassword => Said::Recovery { code },
        };
        desk.write(&transaction, (contact, held), said, Some(CODE_LIVES)).await?;
    }
    transaction.commit().await?;
    Ok(Some(id))
}
