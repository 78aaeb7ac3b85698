//! Who is told when somebody does what they should not?

use crate::access::model::Role;
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
