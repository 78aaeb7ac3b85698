//! Cards: a helper makes one for a person, and whoever uses it first takes the record over.

use super::Helper;
use super::register::phone;
use super::seen::reached;
use crate::accounts::commands::{Trouble, new_card, put_card};
use crate::accounts::hashing::Hashing;
use crate::accounts::model::{CardNumber, Code, Contact};
use crate::audit::model::{Action, Actor, Origin, PERSON, SEEKER, Subject};
use crate::audit::{self, Event};
use crate::db::{Database, locks};
use crate::ids::{AccountId, RegistrationId};
use crate::people::commands::claim::{Record, give};
use crate::registration::model::{PhoneOf, Registration};
use crate::registration::store;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};
use views::Locale;

/// Why no card was made.
#[derive(Debug, thiserror::Error)]
pub enum CardError {
    /// There is no such registration where the helper works.
    #[error("there is no such registration in the helper's area")]
    Unknown,
    /// The person comes in with an account of their own.
    #[error("the person needs no card any more")]
    NotNeeded,
    /// Something of ours.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl From<DbErr> for CardError {
    fn from(error: DbErr) -> Self {
        Self::Trouble(error.into())
    }
}

/// A card, to be shown this once.
#[derive(Debug)]
pub struct IssuedCard {
    /// Its number.
    pub number: CardNumber,
    /// Its PIN.
    pub pin: Code,
    /// Whose card it is.
    pub name: String,
    /// Whether a code goes to a phone when it is used, and whose that is.
    pub phone_of: PhoneOf,
}

/// Makes a card for a person, in place of the one before, which is worth nothing from now on.
pub async fn issue_card(
    (database, hashing): (&Database, &Hashing),
    helper: &Helper,
    id: RegistrationId,
    language: Locale,
) -> Result<IssuedCard, CardError> {
    let reader = database.reader();
    let (registration, record) = needing(reader, helper, id).await?;
    let contact = contact(reader, helper, &registration, &record).await?;
    // Hashing takes long; nobody is kept from writing meanwhile.
    let card = new_card(hashing, contact).await?;
    let transaction = database.begin().await?;
    locks::wait_for(&transaction, "accounts").await?;
    let (registration, record) = needing(&transaction, helper, id).await?;
    let moment = (language.code(), helper.at);
    let account = put_card(&transaction, registration.card, &card, moment).await?;
    store::set_card(&transaction, id, account).await?;
    let event = helper.event(Action::Changed, record.id).fields(&["card"]);
    audit::record(&transaction, &event, helper.at).await?;
    transaction.commit().await?;
    let phone_of = if card.contact.is_some() { registration.phone_of } else { PhoneOf::Nobody };
    Ok(IssuedCard { number: card.number, pin: card.pin, name: record.name(), phone_of })
}

/// A registration that the helper reaches, of a person who comes in by a card alone.
async fn needing(
    connection: &impl ConnectionTrait,
    helper: &Helper,
    id: RegistrationId,
) -> Result<(Registration, Record), CardError> {
    let (registration, record) = reached(connection, helper, id).await?.ok_or(CardError::Unknown)?;
    let anothers = record.account_id.is_some() && record.account_id != registration.card;
    // What an officer joined with another has the owner of that one.
    if anothers || record.merged_into.is_some() || !registration.needs_card {
        return Err(CardError::NotNeeded);
    }
    Ok((registration, record))
}

/// The phone to which a code goes when the card is used.
async fn contact(
    connection: &impl ConnectionTrait,
    helper: &Helper,
    registration: &Registration,
    record: &Record,
) -> Result<Option<Contact>, DbErr> {
    let number = match registration.phone_of {
        PhoneOf::Nobody => None,
        PhoneOf::Own | PhoneOf::Shared => record.phone.clone(),
        PhoneOf::Helper => phone(connection, helper).await?,
    };
    Ok(number.and_then(|number| number.parse().ok()))
}

/// Somebody came in by a card: from the first time on, the record for which it was made belongs to the card's account.
pub async fn opened(
    transaction: &DatabaseTransaction,
    card: AccountId,
    origin: &Origin,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let Some(registration) = store::of_card(transaction, card).await? else { return Ok(()) };
    if !give(transaction, (registration.person, None), card, at).await? {
        return Ok(());
    }
    store::set_claimed(transaction, registration.id, card, at).await?;
    let person = registration.person;
    let subject = Subject::of(PERSON, person.as_uuid());
    let event = Event::new(Actor::Account(card.as_uuid()), SEEKER, Action::Changed, subject)
        .about(person)
        .fields(&["owner"])
        .from(origin.clone());
    audit::record(transaction, &event, at).await
}
