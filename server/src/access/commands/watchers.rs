//! Who is told when somebody does what they should not?

use crate::access::model::{Permission, Policy, Role};
use crate::access::store;
use crate::ids::AccountId;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::BTreeSet;

/// Auditors, and those who look after the members of an organisation in which an account has a role; never the account.
pub async fn watchers(
    connection: &impl ConnectionTrait,
    account: AccountId,
    at: DateTime<Utc>,
) -> Result<BTreeSet<AccountId>, DbErr> {
    let auditors = store::held_in_role(connection, Role::Auditor, at).await?;
    let mut told: BTreeSet<AccountId> = auditors.into_iter().map(|held| held.account).collect();
    let own = store::live_of(connection, account, at).await?;
    let organisations: BTreeSet<_> = own.into_iter().filter_map(|held| held.seat.organisation).collect();
    for organisation in organisations {
        let held = store::held_in(connection, organisation, at).await?;
        told.extend(held.into_iter().filter(|held| held.seat.administers).map(|held| held.account));
    }
    told.remove(&account);
    Ok(told)
}

/// Those who hold a role that permits something, where a place lies in its area.
pub async fn of_permission(
    connection: &impl ConnectionTrait,
    permission: Permission,
    (province, district): (Option<i32>, Option<i32>),
    at: DateTime<Utc>,
) -> Result<BTreeSet<AccountId>, DbErr> {
    let policy = Policy::shipped();
    let roles = Role::all().filter(|role| {
        let of_role = policy.role(*role);
        of_role.is_some_and(|of_role| of_role.permissions.contains(&permission))
    });
    let mut told = BTreeSet::new();
    for role in roles {
        let held = store::held_in_role(connection, role, at).await?;
        let near =
            held.into_iter().filter(|held| held.seat.area.is_none_or(|area| area.holds(province, district)));
        told.extend(near.map(|held| held.account));
    }
    Ok(told)
}
