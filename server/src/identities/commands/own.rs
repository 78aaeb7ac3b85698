//! People tell the numbers by which they are known, and take them back as long as nobody verified them.

use super::{Desk, held, open_for_number, person_subject, purpose};
use crate::accounts;
use crate::audit::model::{Action, Actor, SEEKER};
use crate::audit::{self, Event};
use crate::identities::model::{Formats, Identifier, NewIdentifier};
use crate::identities::store::{self, Sealed};
use crate::ids::{AccountId, IdentifierId, PersonId};
use crate::keys::{DoesNotOpen, Keys, KeysError};
use crate::people::commands::records;
use crate::seen::model::Limits;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

/// Most numbers of one person.
const MOST: usize = 20;

/// Why a number was not kept, or not taken back.
#[derive(Debug, thiserror::Error)]
pub enum TellError {
    /// There is no such number.
    #[error("there is no such number")]
    Unknown,
    /// It is held already.
    #[error("this number is held already")]
    Already,
    /// There are as many as can be.
    #[error("there are too many numbers")]
    TooMany,
    /// The account has told so many today that no more are taken.
    #[error("too many numbers were told today")]
    TooOften,
    /// An officer verified it.
    #[error("a verified number is not taken back")]
    Verified,
    /// It could not be sealed.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// The database refused.
    #[error("the number could not be kept")]
    Database(#[from] DbErr),
}

/// The numbers of whoever keeps a profile, and whether an office looks at the record.
pub async fn papers(
    connection: &impl ConnectionTrait,
    account: AccountId,
) -> Result<(Vec<Identifier>, bool), DbErr> {
    let Some(person) = records::of_account(connection, account).await? else {
        return Ok((Vec::new(), false));
    };
    let looked_at = store::pending(connection, person).await? > 0;
    Ok((store::papers_of(connection, person).await?, looked_at))
}

/// Why a number is not shown.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The key file does not open it.
    #[error("a number of a document does not open")]
    Sealed(#[from] DoesNotOpen),
    /// The database refused.
    #[error("the numbers of documents could not be read")]
    Database(#[from] DbErr),
}

/// The numbers of a record in full, by their keys, for its owner alone: whoever asks records that they were read.
pub async fn whole_numbers(
    connection: &impl ConnectionTrait,
    keys: &Keys,
    person: PersonId,
) -> Result<Vec<(IdentifierId, String)>, OpenError> {
    let mut opened = Vec::new();
    for (id, sealed) in store::sealed_of(connection, person).await? {
        opened.push((id, keys.unseal(&format!("identifier {id}"), &sealed)?));
    }
    Ok(opened)
}

/// Keeps a number of whoever keeps a profile.
pub async fn add(
    desk: &Desk<'_>,
    (account, language): (AccountId, &str),
    new: &NewIdentifier,
) -> Result<(), TellError> {
    let (at, most) = (desk.at, Limits::shipped().numbers_told);
    let transaction = desk.database.begin().await?;
    let counted = ("documents", account);
    if !accounts::commands::counts_a_day(&transaction, desk.keys, counted, most, at).await? {
        return Err(TellError::TooOften);
    }
    let person = records::ensure(&transaction, (account, language), at).await?;
    keep(desk, &transaction, (person, account), new).await?;
    note(desk, &transaction, (account, person), "added").await?;
    Ok(transaction.commit().await?)
}

/// Keeps a number of a person, as `by` tells it. Where it is verified for another record an officer looks at both; whoever
/// told it sees no difference, since who bears a number is nobody's to ask.
pub async fn keep(
    desk: &Desk<'_>,
    transaction: &DatabaseTransaction,
    (person, by): (PersonId, AccountId),
    new: &NewIdentifier,
) -> Result<(), TellError> {
    let digests = desk.keys.lookups(&purpose(new.kind), new.number.as_str());
    let papers = store::papers_of(transaction, person).await?;
    if papers.iter().any(|held| held.kind == new.kind && digests.contains(&held.digest)) {
        return Err(TellError::Already);
    }
    if papers.len() >= MOST {
        return Err(TellError::TooMany);
    }
    let holder = store::verified_holder(transaction, (new.kind, &digests)).await?;
    let holder = holder.filter(|holder| *holder != person && Formats::shipped().is_of_one(new.kind));
    if let Some(holder) = holder {
        open_for_number(transaction, (person, holder), (desk.base_url, desk.at)).await?;
    }
    let id = IdentifierId::new(desk.at);
    let number = desk.keys.seal(&format!("identifier {id}"), new.number.as_str())?;
    let written = (number, digests.into_iter().next().unwrap_or_default());
    store::insert_paper(transaction, Sealed { id, person, new, written, by: Some(by) }, desk.at).await?;
    Ok(())
}

/// Takes a number back that nobody verified.
pub async fn remove(desk: &Desk<'_>, account: AccountId, id: IdentifierId) -> Result<(), TellError> {
    let transaction = desk.database.begin().await?;
    let person = records::of_account(&transaction, account).await?.ok_or(TellError::Unknown)?;
    let papers = store::papers_of(&transaction, person).await?;
    let paper = held(&papers, id).ok_or(TellError::Unknown)?;
    if paper.verified.is_some() || !store::remove(&transaction, person, id).await? {
        return Err(TellError::Verified);
    }
    note(desk, &transaction, (account, person), "removed").await?;
    Ok(transaction.commit().await?)
}

/// Records the change, and lets the next turn look whether another record may be of the same person.
async fn note(
    desk: &Desk<'_>,
    transaction: &DatabaseTransaction,
    (account, person): (AccountId, PersonId),
    what: &str,
) -> Result<(), DbErr> {
    records::follow(transaction, &[person], desk.at).await?;
    let actor = Actor::Account(account.as_uuid());
    let event = Event::new(actor, SEEKER, Action::Changed, person_subject(person))
        .about(person)
        .fields(&["identifiers"])
        .because(what)
        .from(desk.origin.clone());
    audit::record(transaction, &event, desk.at).await
}
