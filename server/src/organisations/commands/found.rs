//! An organisation is founded: by an account that looks after it from then on, or as an office at the command line.

use super::Doer;
use crate::access;
use crate::access::commands::Giver;
use crate::audit::model::{Action, Origin};
use crate::clock::{day_begins, day_in_vientiane};
use crate::db::{Database, locks};
use crate::ids::{AccountId, OrganisationId};
use crate::limits::Limits;
use crate::organisations::model::{Identity, OrganisationKind};
use crate::organisations::store;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

/// Why an organisation was not founded.
#[derive(Debug, thiserror::Error)]
pub enum FoundingError {
    /// Offices are made by whoever keeps the platform going; other kinds by those who look after them.
    #[error("an organisation of this kind is not founded like this")]
    Kind,
    /// Its name has words that organisations of its kind do not bear.
    #[error("the name has words that an organisation of this kind does not bear")]
    Reserved,
    /// The account founded as many today as one may.
    #[error("the account founded too many organisations today")]
    TooManyToday,
    /// As many of the account wait for their first verification as may.
    #[error("too many organisations of the account wait for their first verification")]
    TooManyOpen,
    /// The database refused.
    #[error("the organisation could not be noted")]
    Database(#[from] DbErr),
}

impl From<access::commands::FoundError> for FoundingError {
    fn from(error: access::commands::FoundError) -> Self {
        match error {
            access::commands::FoundError::NoRole => Self::Kind,
            access::commands::FoundError::Database(error) => Self::Database(error),
        }
    }
}

/// Founds an organisation, of which the account becomes the administrator. One that the account founded as just the same
/// before, as two clicks do, is that one.
pub async fn found(
    database: &Database,
    (account, origin): (AccountId, Origin),
    (identity, isic): (&Identity, Option<&str>),
    at: DateTime<Utc>,
) -> Result<OrganisationId, FoundingError> {
    if !identity.kind.is_founded_by_anybody() {
        return Err(FoundingError::Kind);
    }
    if identity.reserved().is_some() {
        return Err(FoundingError::Reserved);
    }
    let doer = Doer::administrator(account, origin.clone());
    let transaction = database.begin().await?;
    // Two at once would each not see the other.
    locks::wait_for(&transaction, &format!("founding by {account}")).await?;
    if let Some(same) = founded_same(&transaction, account, identity).await? {
        return Ok(same);
    }
    may_found(&transaction, account, at).await?;
    let id = store::insert(&transaction, identity, isic, at).await?;
    doer.record(&transaction, (Action::Created, id), (&[], &identity.kind.code()), at).await?;
    let giver = Giver::administrator(account, origin);
    access::commands::found(&transaction, (&giver, account), (id, identity.kind), at).await?;
    transaction.commit().await?;
    Ok(id)
}

/// The organisation that an account founded as just the same.
pub async fn founded_same(
    connection: &impl ConnectionTrait,
    account: AccountId,
    identity: &Identity,
) -> Result<Option<OrganisationId>, DbErr> {
    let founded = access::commands::founded(connection, account).await?;
    let ids: Vec<OrganisationId> = founded.into_iter().map(|(id, _)| id).collect();
    let held = store::of_ids(connection, &ids).await?;
    Ok(held.iter().find(|held| identity.is_of(held)).map(|held| held.id))
}

/// Whether an account may found one more: so many a day, and so many that nobody has verified yet.
async fn may_found(
    transaction: &DatabaseTransaction,
    account: AccountId,
    at: DateTime<Utc>,
) -> Result<(), FoundingError> {
    let (limits, day) = (Limits::shipped(), day_begins(day_in_vientiane(at)));
    let founded = access::commands::founded(transaction, account).await?;
    let today = founded.iter().filter(|(_, when)| *when >= day).count();
    if today >= limits.founded_a_day as usize {
        return Err(FoundingError::TooManyToday);
    }
    let ids: Vec<OrganisationId> = founded.into_iter().map(|(id, _)| id).collect();
    if store::waiting_for_first(transaction, &ids).await? >= u64::from(limits.founded_open) {
        return Err(FoundingError::TooManyOpen);
    }
    Ok(())
}

/// Makes an office; its people get their roles by name.
pub async fn add_office(
    database: &Database,
    doer: &Doer,
    identity: &Identity,
    at: DateTime<Utc>,
) -> Result<OrganisationId, FoundingError> {
    if identity.kind != OrganisationKind::Office {
        return Err(FoundingError::Kind);
    }
    let transaction = database.begin().await?;
    let id = store::insert(&transaction, identity, None, at).await?;
    doer.record(&transaction, (Action::Created, id), (&[], &identity.kind.code()), at).await?;
    transaction.commit().await?;
    Ok(id)
}
