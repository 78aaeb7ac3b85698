//! Whoever founds an organisation looks after it from the first moment; who does, and who is in it, is asked here.

use super::Giver;
use crate::access::model::{Policy, Role, Seat, Span};
use crate::access::store;
use crate::audit::model::Action;
use crate::ids::{AccountId, MembershipId, OrganisationId};
use crate::organisations::model::OrganisationKind;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};
use std::collections::BTreeSet;

/// Why nobody was made administrator of a new organisation.
#[derive(Debug, thiserror::Error)]
pub enum FoundError {
    /// No role belongs to organisations of this kind alone.
    #[error("nobody administers an organisation of this kind by founding it")]
    NoRole,
    /// The database refused.
    #[error("the administrator could not be noted")]
    Database(#[from] DbErr),
}

/// The role of whoever founds an organisation of a kind: the first that reaches the organisation and no further.
fn role_of(policy: &Policy, kind: OrganisationKind) -> Option<Role> {
    let own = |role: &Role| policy.role(*role).is_some_and(|policy| policy.span == Span::Organisation);
    policy.roles_in(kind).into_iter().find(own)
}

/// Makes the giver the administrator of an organisation that was founded in the same transaction.
pub async fn found(
    transaction: &DatabaseTransaction,
    (giver, account): (&Giver, AccountId),
    (organisation, kind): (OrganisationId, OrganisationKind),
    at: DateTime<Utc>,
) -> Result<MembershipId, FoundError> {
    let role = role_of(Policy::shipped(), kind).ok_or(FoundError::NoRole)?;
    let seat = Seat { role, organisation: Some(organisation), area: None, administers: true };
    let id = store::insert_membership(transaction, (account, giver.account), &seat, (at, None)).await?;
    giver.record(transaction, Action::Created, id.as_uuid(), (&role.code(), at)).await?;
    Ok(id)
}

/// The organisations that an account founded, and when.
pub async fn founded(
    connection: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Vec<(OrganisationId, DateTime<Utc>)>, DbErr> {
    store::founded(connection, account).await
}

/// The accounts that look after an organisation, the oldest member first.
pub async fn administrators(
    connection: &impl ConnectionTrait,
    organisation: OrganisationId,
    at: DateTime<Utc>,
) -> Result<Vec<AccountId>, DbErr> {
    let held = store::held_in(connection, organisation, at).await?;
    let mut accounts = Vec::new();
    for held in held.iter().filter(|held| held.seat.administers) {
        if !accounts.contains(&held.account) {
            accounts.push(held.account);
        }
    }
    Ok(accounts)
}

/// Those who hold one of some roles in an organisation, each once.
pub async fn holders(
    connection: &impl ConnectionTrait,
    (organisation, roles): (OrganisationId, &[Role]),
    at: DateTime<Utc>,
) -> Result<BTreeSet<AccountId>, DbErr> {
    let held = store::held_in(connection, organisation, at).await?;
    Ok(held.into_iter().filter(|held| roles.contains(&held.seat.role)).map(|held| held.account).collect())
}

/// Whether an account is in an organisation.
pub async fn is_member(
    connection: &impl ConnectionTrait,
    account: AccountId,
    organisation: OrganisationId,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let held = store::live_of(connection, account, at).await?;
    Ok(held.iter().any(|held| held.seat.organisation == Some(organisation)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::Iterable;

    #[test]
    fn whoever_founds_gets_the_role_of_the_kind_and_an_office_has_none() {
        let role = |kind| role_of(Policy::shipped(), kind);
        assert_eq!(role(OrganisationKind::Employer), Some(Role::EmployerUser));
        assert_eq!(role(OrganisationKind::ForeignEmployer), Some(Role::EmployerUser));
        assert_eq!(role(OrganisationKind::LabourUnit), Some(Role::LabourUnitPlanner));
        assert_eq!(role(OrganisationKind::Agency), Some(Role::AgencyUser));
        for kind in OrganisationKind::iter() {
            assert_eq!(role(kind).is_some(), kind.is_founded_by_anybody(), "{kind:?}");
        }
    }
}
