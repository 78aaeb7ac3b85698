//! What can be done with letters: write one, send one again that was given up, take one back, forget old ones.

use super::compose::compose;
use super::model::{Letter, Recipient, Said, Status};
use super::{notices, store};
use crate::audit::model::{Action, Code, Subject};
use crate::audit::{self, By};
use crate::db::Database;
use crate::ids::MessageId;
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};
use views::Locale;

/// A letter, as a kind of thing.
const MESSAGE: Code = Code::known("message");

/// Writes `letter` down to be sent, within the transaction of what it tells; `base_url` is the address of the site.
/// A recipient that is none is found out when it is sent, and is then listed as undeliverable. What can wait waits until
/// the quiet hours of its account end; see [`super::Said::urgency`].
pub async fn enqueue(
    transaction: &DatabaseTransaction,
    letter: &Letter,
    base_url: &str,
    at: DateTime<Utc>,
) -> Result<MessageId, DbErr> {
    let id = MessageId::new(at);
    let due = notices::due(transaction, letter, at).await?;
    store::insert(transaction, id, letter, compose(letter, base_url, at), (at, due)).await?;
    Ok(id)
}

/// Notes that `recipient` takes letters: its owner has shown what was sent there.
pub async fn confirmed(transaction: &DatabaseTransaction, recipient: &Recipient) -> Result<(), DbErr> {
    store::undeliverable::clear(transaction, recipient.channel(), recipient.as_str()).await
}

/// Which letters are to be sent again, or taken back.
#[derive(Clone, Debug)]
pub enum Which {
    /// All that can be.
    All,
    /// All of a kind, by its code.
    Kind(String),
    /// These.
    These(Vec<MessageId>),
}

/// Why a letter was neither sent again nor taken back. Nothing was done with the others either.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// There is none of this identifier.
    #[error("there is no letter {0}")]
    Unknown(MessageId),
    /// Only what was given up is sent again.
    #[error("the letter {0} was not given up: there is nothing to send again")]
    NotDead(MessageId),
    /// Its code or link was erased.
    #[error(
        "the letter {0} held a code or a link, which has been erased: whoever needs it asks for a new one"
    )]
    Erased(MessageId),
    /// Only what waits is taken back.
    #[error("the letter {0} does not wait any more")]
    NotWaiting(MessageId),
    /// A process is sending it at this moment.
    #[error("the letter {0} is being sent at this moment")]
    BeingSent(MessageId),
    /// The database refused.
    #[error("the letters could not be changed")]
    Database(#[from] DbErr),
}

/// Lets letters that were given up and hold nothing secret be sent from `at` on, as if for the first time; returns how
/// many.
pub async fn resend(
    database: &Database,
    by: &By,
    which: &Which,
    at: DateTime<Utc>,
) -> Result<usize, ChangeError> {
    let transaction = database.begin().await?;
    let ids = match which {
        Which::All => store::resendable(&transaction, None).await?,
        Which::Kind(kind) => store::resendable(&transaction, Some(kind)).await?,
        Which::These(ids) => ids.clone(),
    };
    for &id in &ids {
        if !store::revive(&transaction, id, at).await? {
            let held = store::by_ids(&transaction, &[id]).await?;
            return Err(match held.first() {
                None => ChangeError::Unknown(id),
                Some(letter) if letter.status != Status::Dead => ChangeError::NotDead(id),
                Some(_) => ChangeError::Erased(id),
            });
        }
    }
    record(&transaction, by, (Action::Changed, &ids), "sent again", at).await?;
    transaction.commit().await?;
    Ok(ids.len())
}

/// Records what was done with each of some letters.
async fn record(
    transaction: &DatabaseTransaction,
    by: &By,
    (action, ids): (Action, &[MessageId]),
    reason: &str,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    for id in ids {
        let event = by.does(action, Subject::of(MESSAGE, id.as_uuid())).because(reason);
        audit::record(transaction, &event, at).await?;
    }
    Ok(())
}

/// Writes a letter that says nothing, to try whether sending works, and records who did.
pub async fn try_sending(
    database: &Database,
    by: &By,
    (recipient, language): (Recipient, Locale),
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<MessageId, DbErr> {
    let letter = Letter { recipient, language, said: Said::Test, account: None, expires_at: None };
    let transaction = database.begin().await?;
    let id = enqueue(&transaction, &letter, base_url, at).await?;
    record(&transaction, by, (Action::Created, &[id]), "test", at).await?;
    transaction.commit().await?;
    Ok(id)
}

/// Takes letters back that have not been sent; returns how many.
pub async fn withdraw(
    database: &Database,
    by: &By,
    which: &Which,
    at: DateTime<Utc>,
) -> Result<usize, ChangeError> {
    let transaction = database.begin().await?;
    let ids = match which {
        Which::All => store::withdrawable(&transaction, None, at).await?,
        Which::Kind(kind) => store::withdrawable(&transaction, Some(kind), at).await?,
        Which::These(ids) => ids.clone(),
    };
    for &id in &ids {
        if !store::withdraw(&transaction, id, at).await? {
            let held = store::by_ids(&transaction, &[id]).await?;
            return Err(match held.first() {
                None => ChangeError::Unknown(id),
                Some(letter) if letter.status == Status::Waiting => ChangeError::BeingSent(id),
                Some(_) => ChangeError::NotWaiting(id),
            });
        }
    }
    record(&transaction, by, (Action::Removed, &ids), "taken back", at).await?;
    transaction.commit().await?;
    Ok(ids.len())
}

/// Takes back letters of a kind that were given up, so that nobody sends them again: what they tell is told anew. Gives
/// their identifiers.
pub async fn take_back(transaction: &DatabaseTransaction, kind: &str) -> Result<Vec<MessageId>, DbErr> {
    store::take_back(transaction, kind).await
}

/// Forgets letters of before a moment that wait no more; returns how many.
pub async fn forget(transaction: &DatabaseTransaction, before: DateTime<Utc>) -> Result<u64, DbErr> {
    store::forget(transaction, before).await
}
