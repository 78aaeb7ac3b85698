//! A membership is ended, given up, or said to be still needed.

use super::{Giver, Steward};
use crate::access::model::{Grant, Membership, Permission, Role};
use crate::access::store;
use crate::accounts::commands::write_to;
use crate::audit::model::Action;
use crate::db::{Database, locks};
use crate::ids::{AccountId, MembershipId};
use crate::mail::Said;
use crate::organisations;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

/// Why a membership was not ended.
#[derive(Debug, thiserror::Error)]
pub enum EndError {
    /// There is none of this key, or it is another's.
    #[error("there is no such membership")]
    Unknown,
    /// Nobody would be left who looks after the members.
    #[error("nobody would be left to administer: name another administrator first")]
    LastAdministrator,
    /// The database refused.
    #[error("the membership could not be ended")]
    Database(#[from] DbErr),
}

/// Ends a membership of an organisation.
pub async fn end(
    database: &Database,
    (giver, steward): (&Giver, Steward),
    id: MembershipId,
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<(), EndError> {
    ended(database, giver, id, (base_url, at), |held| held.seat.organisation == Some(steward.organisation()))
        .await
}

/// Ends a membership of the giver, or of anybody where nobody is named: at the command line.
pub async fn leave(
    database: &Database,
    giver: &Giver,
    id: MembershipId,
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<(), EndError> {
    ended(database, giver, id, (base_url, at), |held| {
        giver.account.is_none_or(|account| held.account == account)
    })
    .await
}

/// Ends a membership of anybody, by whoever gives roles to anybody.
pub async fn end_any(
    database: &Database,
    (giver, grant): (&Giver, &Grant),
    id: MembershipId,
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<(), EndError> {
    ended(database, giver, id, (base_url, at), |_| grant.permission == Permission::ManageAccounts).await
}

async fn ended(
    database: &Database,
    giver: &Giver,
    id: MembershipId,
    (base_url, at): (&str, DateTime<Utc>),
    is_meant: impl FnOnce(&Membership) -> bool,
) -> Result<(), EndError> {
    let transaction = database.begin().await?;
    // Two administrators who leave at once would each see the other.
    locks::wait_for(&transaction, "memberships").await?;
    let held = store::membership(&transaction, id, at).await?.filter(is_meant).ok_or(EndError::Unknown)?;
    if is_last(&transaction, &held, at).await? {
        return Err(EndError::LastAdministrator);
    }
    store::end(&transaction, id, at).await?;
    giver.record(&transaction, Action::Removed, id.as_uuid(), (&held.seat.role.code(), at)).await?;
    // Whoever gives a role up knows.
    if giver.account != Some(held.account) {
        tell(&transaction, &held, (base_url, at)).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// Tells whoever had the role that it is gone.
async fn tell(
    transaction: &DatabaseTransaction,
    held: &Membership,
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<(), DbErr> {
    let organisation = match held.seat.organisation {
        Some(id) => organisations::commands::brief(transaction, id).await?.map(|brief| brief.name),
        None => None,
    };
    let said = Said::RoleEnded { role: held.seat.role.word(), organisation, when: at };
    write_to(transaction, held.account, said, (base_url, at)).await
}

/// Whether nobody else looks after the members of its organisation, or keeps the platform going.
async fn is_last(
    transaction: &impl ConnectionTrait,
    held: &Membership,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let of_platform = held.seat.role == Role::SystemAdmin
        && store::held_in_role(transaction, Role::SystemAdmin, at).await?.len() == 1;
    let of_organisation = match held.seat.organisation.filter(|_| held.seat.administers) {
        Some(organisation) => store::administrators(transaction, organisation, at).await? == 1,
        None => false,
    };
    Ok(of_platform || of_organisation)
}

/// Whether somewhere nobody else looks after the members of an organisation of the account's, or keeps the platform going.
pub async fn is_last_anywhere(
    connection: &impl ConnectionTrait,
    account: AccountId,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    for held in store::live_of(connection, account, at).await? {
        if is_last(connection, &held, at).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Notes that a membership of an organisation is still needed.
pub async fn confirm(
    database: &Database,
    (giver, steward): (&Giver, Steward),
    id: MembershipId,
    at: DateTime<Utc>,
) -> Result<(), EndError> {
    confirmed(database, giver, id, at, |held| held.seat.organisation == Some(steward.organisation())).await
}

/// Notes that a membership of no organisation is still needed, by whoever gives roles to anybody.
pub async fn confirm_any(
    database: &Database,
    (giver, grant): (&Giver, &Grant),
    id: MembershipId,
    at: DateTime<Utc>,
) -> Result<(), EndError> {
    let may = grant.permission == Permission::ManageAccounts;
    confirmed(database, giver, id, at, |held| may && held.seat.organisation.is_none()).await
}

async fn confirmed(
    database: &Database,
    giver: &Giver,
    id: MembershipId,
    at: DateTime<Utc>,
    is_meant: impl FnOnce(&Membership) -> bool,
) -> Result<(), EndError> {
    let transaction = database.begin().await?;
    let held = store::membership(&transaction, id, at).await?.filter(is_meant).ok_or(EndError::Unknown)?;
    store::confirm(&transaction, id, at).await?;
    giver.record(&transaction, Action::Approved, id.as_uuid(), (&held.seat.role.code(), at)).await?;
    transaction.commit().await?;
    Ok(())
}
