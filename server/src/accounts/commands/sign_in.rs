//! Somebody signs in with a password.

use super::limits::Limit;
use super::{Answered, Desk, Trouble};
use crate::accounts::model::{AccountStatus, CODE_LIVES, Code, Contact, Factors, Password, Purpose};
use crate::accounts::store;
use crate::ids::ChallengeId;
use crate::mail::Said;
use chrono::TimeDelta;

/// Passwords tried for one contact from devices that never signed it in: at most so many in so long. The owner's own
/// devices are counted apart, so that others cannot lock the owner out. Beyond it the right password has a code sent.
pub(super) const STRANGERS: Limit = (10, TimeDelta::minutes(15));
/// Passwords tried on a device that signed the account in before.
pub(super) const OWN: Limit = (20, TimeDelta::minutes(15));

/// Why somebody was not signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// No such account, or another password; which of them is not told.
    #[error("contact and password do not belong together")]
    Wrong,
    /// Too many tries for this contact: whoever gave the right password was sent a code, which answers this, and nobody
    /// else is told.
    #[error("too many tries for one contact")]
    Throttled(ChallengeId),
    /// Too many tries from this network, or on this device.
    #[error("too many tries")]
    TooMany,
    /// Something of ours.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

/// How a try counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// The right password signs in.
    Open,
    /// Strangers used up the tries of the contact: the right password has a code sent.
    Throttled,
    /// No password is looked at.
    Over,
}

/// Signs somebody in, or asks for the second factor where the account wants one.
pub async fn sign_in(
    desk: &Desk<'_>,
    contact: &Contact,
    password: &Password,
) -> Result<Answered, SignInError> {
    let (held, turn) = count(desk, contact).await?;
    if turn == Turn::Over {
        return Err(SignInError::TooMany);
    }
    let hash = held.as_ref().and_then(|account| account.password_hash.as_deref());
    let right = desk.hashing.is(password, hash).await.map_err(Trouble::from)?;
    if turn == Turn::Throttled {
        return Err(SignInError::Throttled(ask_for_code(desk, contact, (held.as_ref(), right)).await?));
    }
    let Some(account) = held.filter(|account| right && account.status == AccountStatus::Active) else {
        desk.record_refusal(contact.as_str()).await.map_err(Trouble::from)?;
        return Err(SignInError::Wrong);
    };
    Ok(enter(desk, &account).await?)
}

/// Counts the try before the password is looked at: many at once are no way round. Once strangers have used up the tries of
/// a contact, each network has as many for itself, so that none keeps others out.
async fn count(desk: &Desk<'_>, contact: &Contact) -> Result<(Option<store::Account>, Turn), Trouble> {
    let here = desk.here(contact);
    let (of_contact, of_network) = (("password", contact.as_str()), ("password from here", here.as_str()));
    let reader = desk.database.reader();
    let held = store::account_of(reader, contact).await?;
    // Where a network has none left either, nothing is written.
    let is_stranger = held.as_ref().is_none_or(|account| desk.own_device(account).is_none());
    if is_stranger
        && desk.is_spent(reader, of_contact, STRANGERS).await?
        && desk.is_spent(reader, of_network, STRANGERS).await?
    {
        return Ok((held, Turn::Over));
    }
    let transaction = desk.database.begin().await?;
    let held = store::account_of(&transaction, contact).await?;
    let turn = if let Some(device) = held.as_ref().and_then(|account| desk.own_device(account)) {
        let may = desk.counts(&transaction, ("own device", device), OWN).await?;
        if may { Turn::Open } else { Turn::Over }
    } else if !desk.counts_network(&transaction).await? {
        Turn::Over
    } else if desk.counts(&transaction, of_contact, STRANGERS).await? {
        Turn::Open
    } else if desk.counts(&transaction, of_network, STRANGERS).await? {
        Turn::Throttled
    } else {
        Turn::Over
    };
    transaction.commit().await?;
    Ok((held, turn))
}

/// Asks for a code, and sends it where the password is right: whoever tries sees no difference, nor does the code that was
/// not sent.
async fn ask_for_code(
    desk: &Desk<'_>,
    contact: &Contact,
    (held, right): (Option<&store::Account>, bool),
) -> Result<ChallengeId, Trouble> {
    let transaction = desk.database.begin().await?;
    let now = match held {
        Some(held) => store::account(&transaction, held.id).await?,
        None => None,
    };
    let account = now.filter(|now| now.status == AccountStatus::Active);
    // The password may have changed since it was compared.
    let same = |now: &&store::Account| held.is_some_and(|held| held.password_hash == now.password_hash);
    let owner = account.as_ref().filter(|_| right).filter(same);
    let sent = match owner {
        Some(owner) => desk.counts_code_after_password(&transaction, contact, owner).await?,
        None => false,
    };
    let code = Code::new()?;
    let new = store::NewChallenge {
        contact: Some(contact.as_str().to_owned()),
        account: account.as_ref().map(|account| account.id),
        ..store::NewChallenge::default()
    };
    let right = sent.then_some(&code);
    let id = desk.challenge(&transaction, Purpose::SignIn, (right, CODE_LIVES), new).await?;
    if let Some(owner) = owner.filter(|_| sent) {
        let said = Said::SignInCode { code: code.as_str().to_owned() };
        desk.write(&transaction, (contact, Some(owner.id)), said, Some(CODE_LIVES)).await?;
    }
    transaction.commit().await?;
    Ok(id)
}

async fn enter(desk: &Desk<'_>, account: &store::Account) -> Result<Answered, Trouble> {
    let transaction = desk.database.begin().await?;
    let answered = super::answer::enter(desk, &transaction, account, Factors::One).await?;
    transaction.commit().await?;
    Ok(answered)
}

impl Desk<'_> {
    /// Asks for the second factor of an account.
    pub(super) async fn ask_second_factor(
        &self,
        transaction: &sea_orm::DatabaseTransaction,
        account: &store::Account,
    ) -> Result<ChallengeId, sea_orm::DbErr> {
        let new = store::NewChallenge { account: Some(account.id), ..store::NewChallenge::default() };
        self.challenge(transaction, Purpose::SecondFactor, (None, CODE_LIVES), new).await
    }
}
