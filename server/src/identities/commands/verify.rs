//! An officer who has a document in hand types its number; where it is the one that was told, it counts as verified.
//!
//! Digests are compared, so that nobody is shown a number that somebody told.

use super::read::reached;
use super::{Desk, Officer, held, identifier_subject, open_for_number, purpose};
use crate::accounts;
use crate::audit;
use crate::audit::model::Action;
use crate::db::locks;
use crate::identities::model::{Formats, Identifier, Method, NumberError};
use crate::identities::store;
use crate::ids::{IdentifierId, PersonId};
use crate::people::commands::records;
use crate::seen::model::Limits;
use sea_orm::{ActiveEnum, DatabaseTransaction, DbErr};

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verified {
    /// The number is verified.
    Done,
    /// It is verified for another record already: an officer looks at both.
    Looked,
}

/// Why nothing was verified.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// There is no such record or number in the officer's area.
    #[error("there is no such number")]
    Unknown,
    /// It is the officer's own.
    #[error("nobody verifies the own number")]
    Own,
    /// What was typed is no number of such a document.
    #[error(transparent)]
    Number(#[from] NumberError),
    /// It is another number than the one that was told.
    #[error("this is another number")]
    Differs,
    /// The officer typed so many others today that no more are compared.
    #[error("too many numbers were wrong today")]
    TooOften,
    /// The database refused.
    #[error("the number could not be verified")]
    Database(#[from] DbErr),
}

/// Verifies a number of a record in the officer's area by what the officer `typed` from the document.
pub async fn verify(
    desk: &Desk<'_>,
    officer: &Officer,
    (person, id): (PersonId, IdentifierId),
    (method, typed): (Method, &str),
) -> Result<Verified, VerifyError> {
    let at = desk.at;
    let transaction = desk.database.begin().await?;
    // Of two who verify one number at once the later one sees what the earlier one did.
    locks::wait_for(&transaction, "verified numbers").await?;
    let record = reached(&transaction, officer, person).await?.ok_or(VerifyError::Unknown)?;
    let papers = store::papers_of(&transaction, record.id).await?;
    let paper = held(&papers, id).ok_or(VerifyError::Unknown)?;
    if store::accounts(&transaction, &[person]).await?.iter().any(|(_, account)| officer.is(*account)) {
        return Err(VerifyError::Own);
    }
    if paper.verified.is_some() {
        return Ok(Verified::Done);
    }
    let number = Formats::shipped().read(paper.kind, typed)?;
    let digests = desk.keys.lookups(&purpose(paper.kind), number.as_str());
    if !digests.contains(&paper.digest) {
        return Err(refuse(desk, transaction, officer, paper).await?);
    }
    // While keys are being changed the holder's number may stand there under another one.
    let holder = store::verified_holder(&transaction, (paper.kind, &digests)).await?;
    let holder = holder.filter(|holder| *holder != person && Formats::shipped().is_of_one(paper.kind));
    let done = if let Some(holder) = holder {
        open_for_number(&transaction, (person, holder), (desk.base_url, at)).await?;
        Verified::Looked
    } else {
        store::verify(&transaction, id, (officer.account, method), at).await?;
        Verified::Done
    };
    let action = if done == Verified::Done { Action::Approved } else { Action::Rejected };
    note(desk, &transaction, (officer, paper), (action, &method.to_value())).await?;
    records::follow(&transaction, &[person], at).await?;
    transaction.commit().await?;
    Ok(done)
}

/// Counts and records that another number was typed; says why nothing was verified.
async fn refuse(
    desk: &Desk<'_>,
    transaction: DatabaseTransaction,
    officer: &Officer,
    paper: &Identifier,
) -> Result<VerifyError, DbErr> {
    let (counted, most) = (("numbers from paper", officer.account), Limits::shipped().numbers_wrong);
    if !accounts::commands::counts_a_day(&transaction, desk.keys, counted, most, desk.at).await? {
        return Ok(VerifyError::TooOften);
    }
    note(desk, &transaction, (officer, paper), (Action::Rejected, "another number")).await?;
    transaction.commit().await?;
    Ok(VerifyError::Differs)
}

async fn note(
    desk: &Desk<'_>,
    transaction: &DatabaseTransaction,
    (officer, paper): (&Officer, &Identifier),
    (action, reason): (Action, &str),
) -> Result<(), DbErr> {
    let subject = identifier_subject(paper.id);
    let event = officer.event((action, subject), paper.person, desk.origin).fields(&["identifiers"]);
    audit::record(transaction, &event.because(reason), desk.at).await
}
