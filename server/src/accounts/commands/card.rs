//! Somebody without phone or mailbox comes in by a card that a helper made.

use super::sign_in::{OWN, STRANGERS};
use super::{Answered, Desk, Trouble, answer};
use crate::accounts::hashing::{Hashing, HashingError};
use crate::accounts::model::{
    AccountStatus, CODE_LIVES, CardNumber, Code, Contact, Factors, NewCard, Password, Purpose,
};
use crate::accounts::store;
use crate::db::locks;
use crate::ids::AccountId;
use crate::mail::Said;
use crate::registration;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

/// PINs tried for one card in a day by devices that never used it: six digits would be guessed in some years.
const A_DAY: (i32, TimeDelta) = (50, TimeDelta::days(1));

/// Why a card did not let somebody in.
#[derive(Debug, thiserror::Error)]
pub enum CardError {
    /// No such card, or another PIN; which of them is not told.
    #[error("card and PIN do not belong together")]
    Wrong,
    /// Too many tries for this card, or from this network.
    #[error("too many tries")]
    TooMany,
    /// Something of ours.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

/// A new card with a PIN that nobody can guess; a code goes to `contact` whenever it is used.
pub async fn new_card(hashing: &Hashing, contact: Option<Contact>) -> Result<NewCard, Trouble> {
    loop {
        let pin = Code::new()?;
        match hashing.hash(&Password::typed(pin.as_str())).await {
            // One that everybody knows: draw another.
            Err(HashingError::Known) => {}
            hashed => return Ok(NewCard { number: CardNumber::new()?, pin, contact, hash: hashed? }),
        }
    }
}

/// Keeps a new card: the account of the one before has it in its place and is signed out everywhere, or an account is
/// made that it enters.
pub async fn put_card(
    transaction: &DatabaseTransaction,
    before: Option<AccountId>,
    card: &NewCard,
    (language, at): (&str, DateTime<Utc>),
) -> Result<AccountId, DbErr> {
    let NewCard { number, pin: _, contact, hash } = card;
    let row = store::NewCardRow { number, hash, contact: contact.as_ref().map(Contact::as_str) };
    let Some(id) = before else {
        let id = AccountId::new(at);
        store::insert_with_card(transaction, (id, language), row, at).await?;
        return Ok(id);
    };
    store::set_card(transaction, id, row, at).await?;
    store::end_challenges(transaction, id).await?;
    store::end_all(transaction, id).await?;
    Ok(id)
}

/// Whether a card is the only way into an account: whoever has another may not be signed out by a helper's new card.
pub async fn enters_by_card_alone(
    connection: &impl ConnectionTrait,
    account: AccountId,
) -> Result<bool, DbErr> {
    let held = store::account(connection, account).await?;
    Ok(held.is_some_and(|held| {
        held.card.is_some() && held.phone.is_none() && held.email.is_none() && held.password_hash.is_none()
    }))
}

/// Closes the account of a card whose owner comes in another way from now on.
pub async fn retire_card(
    transaction: &DatabaseTransaction,
    account: AccountId,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    store::close_card(transaction, account, at).await?;
    store::end_challenges(transaction, account).await?;
    store::end_all(transaction, account).await
}

/// The account that a card enters, if the PIN is that of the card; counts the try.
pub async fn card_is_right(desk: &Desk<'_>, card: &CardNumber, pin: &Code) -> Result<AccountId, CardError> {
    Ok(checked(desk, card, pin).await?.id)
}

async fn checked(desk: &Desk<'_>, card: &CardNumber, pin: &Code) -> Result<store::Account, CardError> {
    let (held, may) = count(desk, card).await?;
    if !may {
        return Err(CardError::TooMany);
    }
    let hash = held.as_ref().and_then(|account| account.card_pin.as_deref());
    let right = desk.hashing.is(&Password::typed(pin.as_str()), hash).await.map_err(Trouble::from)?;
    let Some(account) = held.filter(|account| right && account.status == AccountStatus::Active) else {
        desk.record_refusal(card.as_str()).await.map_err(Trouble::from)?;
        return Err(CardError::Wrong);
    };
    Ok(account)
}

/// Counts the try before the PIN is looked at. Devices that the card entered before are counted apart.
async fn count(desk: &Desk<'_>, card: &CardNumber) -> Result<(Option<store::Account>, bool), Trouble> {
    let transaction = desk.database.begin().await?;
    let held = store::account_of_card(&transaction, card).await?;
    let may = match held.as_ref().and_then(|account| desk.own_device(account)) {
        Some(device) => desk.counts(&transaction, ("own device", device), OWN).await?,
        None => {
            desk.counts_network(&transaction).await?
                && desk.counts(&transaction, ("card", card.as_str()), STRANGERS).await?
                && desk.counts(&transaction, ("card a day", card.as_str()), A_DAY).await?
        }
    };
    transaction.commit().await?;
    Ok((held, may))
}

/// Signs the owner of a card in, or sends a code to the phone that belongs to it.
pub async fn sign_in_by_card(desk: &Desk<'_>, card: &CardNumber, pin: &Code) -> Result<Answered, CardError> {
    let account = checked(desk, card, pin).await?;
    enter(desk, &account).await?.ok_or(CardError::TooMany)
}

/// None where too many codes were sent, or the card was replaced this moment.
async fn enter(desk: &Desk<'_>, account: &store::Account) -> Result<Option<Answered>, Trouble> {
    let transaction = desk.database.begin().await?;
    locks::wait_for(&transaction, "accounts").await?;
    let now = store::account(&transaction, account.id).await?;
    let Some(account) = now.filter(|now| now.card_pin == account.card_pin) else { return Ok(None) };
    let contact: Option<Contact> = account.card_contact.as_deref().and_then(|held| held.parse().ok());
    let answered = match contact {
        Some(contact) => match ask(desk, &transaction, &account, &contact).await? {
            Some(answered) => answered,
            None => return Ok(None),
        },
        None => enter_by_card(desk, &transaction, &account).await?,
    };
    transaction.commit().await?;
    Ok(Some(answered))
}

/// Sends a code to the phone that belongs to a card.
async fn ask(
    desk: &Desk<'_>,
    transaction: &DatabaseTransaction,
    account: &store::Account,
    contact: &Contact,
) -> Result<Option<Answered>, Trouble> {
    if !desk.counts_code(transaction, contact, Some(account)).await? {
        return Ok(None);
    }
    let code = Code::new()?;
    let new = store::NewChallenge {
        contact: Some(contact.as_str().to_owned()),
        account: Some(account.id),
        ..store::NewChallenge::default()
    };
    let id = desk.challenge(transaction, Purpose::Card, (Some(&code), CODE_LIVES), new).await?;
    let said = Said::SignInCode { code: code.as_str().to_owned() };
    desk.write(transaction, (contact, Some(account.id)), said, Some(CODE_LIVES)).await?;
    Ok(Some(Answered::CodeSent(id)))
}

/// Lets the owner of a card in: the record for which it was made is theirs from the first time on.
pub(super) async fn enter_by_card(
    desk: &Desk<'_>,
    transaction: &DatabaseTransaction,
    account: &store::Account,
) -> Result<Answered, Trouble> {
    registration::commands::opened(transaction, account.id, desk.origin, desk.at).await?;
    answer::enter(desk, transaction, account, Factors::One).await
}
