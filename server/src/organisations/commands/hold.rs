//! An officer says that a record which imported adverts made of an employer is a verified organisation; or that it is not.

use super::{Officer, held};
use crate::access;
use crate::audit::model::{Action, Origin};
use crate::clock::day_in_vientiane;
use crate::db::{Database, locks};
use crate::ids::OrganisationId;
use crate::organisations::model::{Hand, Organisation, Record, Standing};
use crate::organisations::store;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

/// Longest reason that is kept, in characters.
const REASON: usize = 1_000;

/// Why nothing was decided about a record.
#[derive(Debug, thiserror::Error)]
pub enum HoldError {
    /// There is no such organisation of the area, or no such record.
    #[error("there is no such organisation or record")]
    Unknown,
    /// The organisation is not verified.
    #[error("only a verified organisation holds records")]
    NotVerified,
    /// Nobody decides about the own organisation.
    #[error("nobody decides about the own organisation")]
    Own,
    /// Somebody else holds the record, or looks after it.
    #[error("the record is held already")]
    Held,
    /// Why is missing.
    #[error("the reason is missing")]
    NoReason,
    /// The database refused.
    #[error("the decision could not be noted")]
    Database(#[from] DbErr),
}

/// The records that an organisation holds, and those whose names are like its own that nobody holds: first the one, then the
/// other.
pub async fn records(
    connection: &impl ConnectionTrait,
    holder: OrganisationId,
    alike: &[OrganisationId],
) -> Result<Vec<Record>, DbErr> {
    let found = store::records(connection, holder, alike).await?;
    Ok(found.into_iter().filter(|record| record.held_by.is_none_or(|by| by == holder)).collect())
}

/// Says that a record is an organisation: from now on its vacancies are the organisation's.
pub async fn hold(
    database: &Database,
    (officer, origin): (&Officer, Origin),
    (holder, record): (OrganisationId, OrganisationId),
    (reason, at): (&str, DateTime<Utc>),
) -> Result<(), HoldError> {
    let transaction = database.begin().await?;
    let (organisation, reason) = decided(&transaction, officer, holder, (reason, at)).await?;
    let standing = organisation.verification.standing_on(day_in_vientiane(at));
    if !organisation.kind.offers_work() || !matches!(standing, Standing::Verified | Standing::SiteChecked) {
        return Err(HoldError::NotVerified);
    }
    let found = alone(&transaction, record).await?.ok_or(HoldError::Unknown)?;
    let looked_after = !access::commands::administrators(&transaction, record, at).await?.is_empty();
    if found.held_by.is_some() || looked_after {
        return Err(HoldError::Held);
    }
    store::set_holder(&transaction, record, (Some(holder), at)).await?;
    let doer = officer.doer(origin);
    let said = format!("held by {holder}: {reason}");
    doer.record(&transaction, (Action::Approved, record), (&["held_by"], &said), at).await?;
    Ok(transaction.commit().await?)
}

/// Says that a record is not an organisation after all.
pub async fn release(
    database: &Database,
    (officer, origin): (&Officer, Origin),
    (holder, record): (OrganisationId, OrganisationId),
    (reason, at): (&str, DateTime<Utc>),
) -> Result<(), HoldError> {
    let transaction = database.begin().await?;
    let (_, reason) = decided(&transaction, officer, holder, (reason, at)).await?;
    let found = alone(&transaction, record).await?.filter(|found| found.held_by == Some(holder));
    if found.is_none() {
        return Err(HoldError::Unknown);
    }
    store::set_holder(&transaction, record, (None, at)).await?;
    let doer = officer.doer(origin);
    let said = format!("no longer held by {holder}: {reason}");
    doer.record(&transaction, (Action::Rejected, record), (&["held_by"], &said), at).await?;
    Ok(transaction.commit().await?)
}

/// The organisation about whose records an officer decides who is none of its own, and why.
async fn decided(
    transaction: &DatabaseTransaction,
    officer: &Officer,
    holder: OrganisationId,
    (reason, at): (&str, DateTime<Utc>),
) -> Result<(Organisation, String), HoldError> {
    let organisation = held(transaction, holder).await?.filter(|held| officer.reaches(held));
    let organisation = organisation.ok_or(HoldError::Unknown)?;
    if officer.hand(transaction, holder, at).await? != Hand::Officer {
        return Err(HoldError::Own);
    }
    let reason: String = reason.trim().chars().take(REASON).collect();
    if reason.is_empty() { Err(HoldError::NoReason) } else { Ok((organisation, reason)) }
}

/// A record that nobody else changes until the transaction ends.
async fn alone(transaction: &DatabaseTransaction, id: OrganisationId) -> Result<Option<Record>, DbErr> {
    locks::wait_for(transaction, &format!("organisation {id}")).await?;
    Ok(store::records(transaction, id, &[id]).await?.into_iter().find(|record| record.id == id))
}
