//! Who is in an organisation, and who was asked to come.

use crate::access::model::{Grant, Member, Members, Membership, Permission, Role};
use crate::access::store;
use crate::accounts;
use crate::accounts::model::Entry;
use crate::ids::{AccountId, OrganisationId};
use crate::organisations;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::HashMap;
use uuid::Uuid;

/// Proof that somebody looks after the members of an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Steward {
    organisation: OrganisationId,
}

impl Steward {
    /// Proof by a grant; none where it is of something else, or of other organisations.
    pub fn of(grant: &Grant, organisation: OrganisationId) -> Option<Self> {
        let holds = grant.permission == Permission::ManageMembers
            && grant.reach.organisations.contains(&organisation);
        holds.then_some(Self { organisation })
    }

    /// The organisation.
    pub fn organisation(self) -> OrganisationId {
        self.organisation
    }
}

/// Who is in an organisation; none if it is gone.
pub async fn members(
    connection: &impl ConnectionTrait,
    steward: Steward,
    at: DateTime<Utc>,
) -> Result<Option<Members>, DbErr> {
    let Some(organisation) = organisations::commands::brief(connection, steward.organisation).await? else {
        return Ok(None);
    };
    let held = store::held_in(connection, steward.organisation, at).await?;
    let invited = store::invitations_to(connection, steward.organisation, at).await?;
    Ok(Some(Members { organisation, members: named(connection, held).await?, invited }))
}

/// Those who have a role, the oldest first.
pub async fn of_role(
    connection: &impl ConnectionTrait,
    role: Role,
    at: DateTime<Utc>,
) -> Result<Vec<Member>, DbErr> {
    let held = store::held_in_role(connection, role, at).await?;
    named(connection, held).await
}

/// How many memberships of no organisation are to be confirmed by whoever gives roles to anybody.
pub async fn to_confirm(
    connection: &impl ConnectionTrait,
    grant: &Grant,
    at: DateTime<Utc>,
) -> Result<u64, DbErr> {
    if grant.permission != Permission::ManageAccounts {
        return Ok(0);
    }
    let held = store::held_in_none(connection, at).await?;
    Ok(held.iter().filter(|held| held.is_to_be_confirmed(at)).count() as u64)
}

/// The memberships of an account, with the names of their organisations.
pub async fn own(
    connection: &impl ConnectionTrait,
    account: AccountId,
    at: DateTime<Utc>,
) -> Result<Vec<Member>, DbErr> {
    let held = store::live_of(connection, account, at).await?;
    named(connection, held).await
}

/// The keys of all memberships that an account has or had, by which the audit trail names them.
pub async fn keys_of(connection: &impl ConnectionTrait, account: AccountId) -> Result<Vec<Uuid>, DbErr> {
    store::keys_of(connection, account).await
}

async fn named(connection: &impl ConnectionTrait, held: Vec<Membership>) -> Result<Vec<Member>, DbErr> {
    let mut accounts: Vec<AccountId> = held.iter().map(|held| held.account).collect();
    accounts.sort_unstable();
    accounts.dedup();
    let entries = accounts::commands::entries(connection, &accounts).await?;
    let entries: HashMap<AccountId, Entry> = entries.into_iter().map(|entry| (entry.id, entry)).collect();
    let mut organisations: Vec<OrganisationId> =
        held.iter().filter_map(|held| held.seat.organisation).collect();
    organisations.sort_unstable();
    organisations.dedup();
    let briefs = organisations::commands::briefs(connection, &organisations).await?;
    let called: HashMap<OrganisationId, String> =
        briefs.into_iter().map(|brief| (brief.id, brief.name)).collect();
    let named = held.into_iter().filter_map(|membership| {
        let entry = entries.get(&membership.account)?.clone();
        let organisation = membership.seat.organisation.and_then(|id| called.get(&id).cloned());
        Some(Member { membership, entry, organisation })
    });
    Ok(named.collect())
}
