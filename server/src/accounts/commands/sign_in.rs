//! Somebody signs in with a password.

use super::{Answered, Desk, Trouble};
use crate::accounts::model::{AccountStatus, CODE_LIVES, Contact, Factors, Password, Purpose};
use crate::accounts::store;
use chrono::TimeDelta;

/// Passwords tried for one contact from devices that never signed it in: at most so many in so long. The owner's own
/// devices are counted apart, so that others cannot lock the owner out; a code that is sent works at any time.
pub(super) const STRANGERS: (i32, TimeDelta) = (10, TimeDelta::minutes(15));
/// Passwords tried on a device that signed the account in before.
pub(super) const OWN: (i32, TimeDelta) = (20, TimeDelta::minutes(15));

/// Why somebody was not signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// No such account, or another password; which of them is not told.
    #[error("contact and password do not belong together")]
    Wrong,
    /// Too many tries for this contact, or from this network.
    #[error("too many tries")]
    TooMany,
    /// Something of ours.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

/// Signs somebody in, or asks for the second factor where the account wants one.
pub async fn sign_in(
    desk: &Desk<'_>,
    contact: &Contact,
    password: &Password,
) -> Result<Answered, SignInError> {
    let (held, may) = count(desk, contact).await?;
    if !may {
        return Err(SignInError::TooMany);
    }
    let hash = held.as_ref().and_then(|account| account.password_hash.as_deref());
    let right = desk.hashing.is(password, hash).await.map_err(Trouble::from)?;
    let Some(account) = held.filter(|account| right && account.status == AccountStatus::Active) else {
        desk.record_refusal(contact.as_str()).await.map_err(Trouble::from)?;
        return Err(SignInError::Wrong);
    };
    Ok(enter(desk, &account).await?)
}

/// Counts the try before the password is looked at: many at once are no way round. A stranger who tried too often is told
/// so before anything is written.
async fn count(desk: &Desk<'_>, contact: &Contact) -> Result<(Option<store::Account>, bool), Trouble> {
    let reader = desk.database.reader();
    let held = store::account_of(reader, contact).await?;
    let is_stranger = held.as_ref().is_none_or(|account| desk.own_device(account).is_none());
    if is_stranger && desk.is_spent(reader, ("password", contact.as_str()), STRANGERS).await? {
        return Ok((held, false));
    }
    let transaction = desk.database.begin().await?;
    let held = store::account_of(&transaction, contact).await?;
    let may = match held.as_ref().and_then(|account| desk.own_device(account)) {
        Some(device) => desk.counts(&transaction, ("own device", device), OWN).await?,
        None => {
            desk.counts_network(&transaction).await?
                && desk.counts(&transaction, ("password", contact.as_str()), STRANGERS).await?
        }
    };
    transaction.commit().await?;
    Ok((held, may))
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
    ) -> Result<crate::ids::ChallengeId, sea_orm::DbErr> {
        let new = store::NewChallenge { account: Some(account.id), ..store::NewChallenge::default() };
        self.challenge(transaction, Purpose::SecondFactor, (None, CODE_LIVES), new).await
    }
}
