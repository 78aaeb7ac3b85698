//! Which tokens are there? With the names of what they belong to; never the tokens.

use super::Keeper;
use crate::accounts;
use crate::ids::{AccountId, OrganisationId};
use crate::limits::Limits;
use crate::organisations;
use crate::tokens::model::{Listed, State};
use crate::tokens::store;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::HashMap;

/// How many tokens that are good no more a list shows.
const PAST: u64 = 50;

/// Tokens as a keeper sees them.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Those that are good, the newest first.
    pub live: Vec<Listed>,
    /// Some of those that are not, the newest first.
    pub past: Vec<Listed>,
}

/// The tokens that somebody keeps.
pub async fn list(
    connection: &impl ConnectionTrait,
    keeper: &Keeper,
    at: DateTime<Utc>,
) -> Result<Reading, DbErr> {
    let mut tokens = store::live(connection, keeper.of, at).await?;
    tokens.extend(store::past(connection, keeper.of, (at, PAST)).await?);
    let mut organisations: Vec<OrganisationId> =
        tokens.iter().filter_map(|token| token.organisation).collect();
    organisations.sort_unstable();
    organisations.dedup();
    let briefs = organisations::commands::briefs(connection, &organisations).await?;
    let names: HashMap<_, _> = briefs.into_iter().map(|brief| (brief.id, brief.name)).collect();
    let mut revokers: Vec<AccountId> =
        tokens.iter().filter_map(|token| token.revoked.and_then(|(_, by)| by)).collect();
    revokers.sort_unstable();
    revokers.dedup();
    let entries = accounts::commands::entries(connection, &revokers).await?;
    let entries: HashMap<_, _> =
        entries.into_iter().map(|entry| (entry.id, entry.name().to_owned())).collect();
    let listed = tokens.into_iter().map(|token| Listed {
        organisation: token.organisation.and_then(|id| names.get(&id).cloned()),
        revoker: token.revoked.and_then(|(_, by)| by).and_then(|id| entries.get(&id).cloned()),
        token,
    });
    let (live, past) = listed.partition(|listed| listed.token.state(at) == State::Live);
    Ok(Reading { live, past })
}

/// How many tokens are good, and how many of them end soon.
pub async fn sums(connection: &impl ConnectionTrait, at: DateTime<Utc>) -> Result<(u64, u64), DbErr> {
    let live = store::live(connection, None, at).await?;
    let days = Limits::shipped().token_told_days;
    let soon = live.iter().filter(|token| token.ends_within(days, at)).count();
    Ok((live.len() as u64, soon as u64))
}
