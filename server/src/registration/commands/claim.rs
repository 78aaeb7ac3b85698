//! Somebody with an account of their own takes over a record that others made: by its card, or by a code that goes to the
//! phone or mailbox which the record holds. Who shows neither learns nothing, not even whether there is such a record.

use crate::accounts::commands::{CardError, Desk, Trouble, ask_proof, card_is_right, proven, retire_card};
use crate::accounts::model::{CardNumber, Code, Contact, Viewer};
use crate::audit::model::{Action, Actor, PERSON, SEEKER, Subject};
use crate::audit::{self, Event};
use crate::db::locks;
use crate::identities::commands::claimed;
use crate::identities::commands::follow::LookError;
use crate::ids::{ChallengeId, PersonId};
use crate::people::commands::claim::{Kept, Record, give, kept, records, remove_empty, unowned_with};
use crate::reference::ReferenceBook;
use crate::registration::model::PhoneOf;
use crate::registration::store;
use chrono::Datelike;
use sea_orm::{DatabaseTransaction, DbErr};

/// Why a record was not taken over.
#[derive(Debug, thiserror::Error)]
pub enum ClaimError {
    /// Card and PIN do not belong together, the code is not right, or there is no such record.
    #[error("nothing was shown that belongs to a record")]
    Wrong,
    /// Too many tries.
    #[error("too many tries")]
    TooMany,
    /// Officers cannot be asked about the record.
    #[error(transparent)]
    Look(#[from] LookError),
    /// Something of ours.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

/// What came of showing that a record is one's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claimed {
    /// It is the account's now.
    Taken,
    /// The account has a profile: officers look whether both are of one person.
    Asked,
    /// Officers have decided about the two before.
    Decided,
}

impl From<DbErr> for ClaimError {
    fn from(error: DbErr) -> Self {
        Self::Trouble(error.into())
    }
}

impl From<CardError> for ClaimError {
    fn from(error: CardError) -> Self {
        match error {
            CardError::Wrong => Self::Wrong,
            CardError::TooMany => Self::TooMany,
            CardError::Trouble(trouble) => Self::Trouble(trouble),
        }
    }
}

/// Takes over the record of a card; the card is worth nothing afterwards. Of two records of one account officers decide,
/// and the card holds until then.
pub async fn claim_by_card(
    (desk, book): (&Desk<'_>, &ReferenceBook),
    viewer: &Viewer,
    (card, pin): (&CardNumber, &Code),
) -> Result<Claimed, ClaimError> {
    let account = card_is_right(desk, card, pin).await?;
    let transaction = desk.database.begin().await?;
    locks::wait_for(&transaction, "accounts").await?;
    let registration = store::of_card(&transaction, account).await?.ok_or(ClaimError::Wrong)?;
    let record = records(&transaction, &[registration.person]).await?.pop().ok_or(ClaimError::Wrong)?;
    if record.account_id.is_some_and(|owner| owner != account) {
        return Err(ClaimError::Wrong);
    }
    let claimed = take((desk, book), &transaction, viewer, &record).await?;
    transaction.commit().await?;
    Ok(claimed)
}

/// Sends a code to a phone or mailbox, if one record without an owner holds it, and the person was born in that year.
/// Whoever asks sees no difference.
pub async fn ask_for_code(
    desk: &Desk<'_>,
    viewer: &Viewer,
    (contact, born): (&Contact, i32),
) -> Result<ChallengeId, ClaimError> {
    let reader = desk.database.reader();
    let mut found = Vec::new();
    for record in unowned_with(reader, contact.as_str()).await? {
        let of_year = record.birth_date.is_none_or(|day| day.year() == born);
        // A phone that several use shows nothing: the card does.
        let registration = store::of_person(reader, record.id).await?;
        if of_year && registration.is_none_or(|held| held.phone_of == PhoneOf::Own) {
            found.push(record.id);
        }
    }
    let what = match found.as_slice() {
        [one] => Some(one.to_string()),
        _ => None,
    };
    ask_proof(desk, viewer, contact, what).await?.ok_or(ClaimError::TooMany)
}

/// Takes over the record to whose phone or mailbox a code was sent.
pub async fn claim_by_code(
    (desk, book): (&Desk<'_>, &ReferenceBook),
    viewer: &Viewer,
    (id, code): (ChallengeId, &Code),
) -> Result<Claimed, ClaimError> {
    let transaction = desk.database.begin().await?;
    let shown = proven(desk, &transaction, viewer, (id, code)).await?;
    let Some(person) = shown.and_then(|person| person.parse::<PersonId>().ok()) else {
        transaction.commit().await?;
        return Err(ClaimError::Wrong);
    };
    let record = records(&transaction, &[person]).await?.pop().ok_or(ClaimError::Wrong)?;
    if record.account_id.is_some() {
        return Err(ClaimError::Wrong);
    }
    let claimed = take((desk, book), &transaction, viewer, &record).await?;
    transaction.commit().await?;
    Ok(claimed)
}

/// Makes the viewer the owner of a record, and ends its card; or asks officers, where the viewer has a profile.
async fn take(
    (desk, book): (&Desk<'_>, &ReferenceBook),
    transaction: &DatabaseTransaction,
    viewer: &Viewer,
    record: &Record,
) -> Result<Claimed, ClaimError> {
    // What an officer joined with another is taken over with that one.
    if record.merged_into.is_some() {
        return Err(ClaimError::Wrong);
    }
    match kept(transaction, viewer.account).await? {
        Kept::Nothing => {}
        Kept::Empty(empty) => remove_empty(transaction, empty, desk.at).await?,
        Kept::Something(own) if own == record.id => return Err(ClaimError::Wrong),
        Kept::Something(own) => {
            note((desk, viewer), transaction, (own, "owner")).await?;
            note((desk, viewer), transaction, (record.id, "owner")).await?;
            let looked = claimed(transaction, book, (own, record.id), (desk.base_url, desk.at)).await?;
            return Ok(if looked { Claimed::Asked } else { Claimed::Decided });
        }
    }
    if !give(transaction, (record.id, record.account_id), viewer.account, desk.at).await? {
        return Err(ClaimError::Wrong);
    }
    if let Some(registration) = store::of_person(transaction, record.id).await? {
        store::set_claimed(transaction, registration.id, viewer.account, desk.at).await?;
        if let Some(card) = registration.card {
            retire_card(transaction, card, desk.at).await?;
        }
    }
    note((desk, viewer), transaction, (record.id, "owner")).await?;
    Ok(Claimed::Taken)
}

/// Records what the viewer did about a record.
async fn note(
    (desk, viewer): (&Desk<'_>, &Viewer),
    transaction: &DatabaseTransaction,
    (record, field): (PersonId, &str),
) -> Result<(), DbErr> {
    let actor = Actor::Account(viewer.account.as_uuid());
    let event = Event::new(actor, SEEKER, Action::Changed, Subject::of(PERSON, record.as_uuid()))
        .about(record)
        .fields(&[field])
        .from(desk.origin.clone());
    audit::record(transaction, &event, desk.at).await
}
