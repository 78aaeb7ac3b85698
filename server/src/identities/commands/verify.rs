//! An officer who has seen a document verifies its number.

use super::read::reached;
use super::{Desk, Officer, held, open_for_number, person_subject};
use crate::audit;
use crate::audit::model::Action;
use crate::db::locks;
use crate::identities::model::{Formats, Method};
use crate::identities::store;
use crate::ids::{IdentifierId, PersonId};
use crate::people::commands::records;
use sea_orm::{ActiveEnum, DbErr};

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
    /// The database refused.
    #[error("the number could not be verified")]
    Database(#[from] DbErr),
}

/// Verifies a number of a record in the officer's area.
pub async fn verify(
    desk: &Desk<'_>,
    officer: &Officer,
    (person, id): (PersonId, IdentifierId),
    method: Method,
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
    let digests = [paper.digest.clone()];
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
    let event = officer
        .event((action, person_subject(person)), person, desk.origin)
        .fields(&["identifiers"])
        .because(&method.to_value());
    audit::record(&transaction, &event, at).await?;
    records::follow(&transaction, &[person], at).await?;
    transaction.commit().await?;
    Ok(done)
}
