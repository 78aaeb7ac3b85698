//! A token ends soon: whoever looks after it is written to once, while there is time to make another.

use crate::access;
use crate::access::model::Role;
use crate::accounts::commands::write_to;
use crate::clock::day_in_vientiane;
use crate::db::{Database, locks};
use crate::http::paths;
use crate::ids::AccountId;
use crate::limits::Limits;
use crate::mail::Said;
use crate::organisations;
use crate::tokens::model::Token;
use crate::tokens::store;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{DatabaseTransaction, DbErr};
use std::collections::BTreeSet;

/// Tokens that are looked at in one transaction.
const AT_ONCE: u64 = 100;

/// Writes to whoever looks after tokens that end soon, once for each; returns of how many.
pub async fn remind(database: &Database, base_url: &str, at: DateTime<Utc>) -> Result<usize, DbErr> {
    let until = at + TimeDelta::days(i64::from(Limits::shipped().token_told_days));
    let mut told = 0;
    loop {
        if store::ending(database.reader(), (at, until), 1).await?.is_empty() {
            return Ok(told);
        }
        let transaction = database.begin().await?;
        locks::wait_for(&transaction, "tokens that end").await?;
        let ending = store::ending(&transaction, (at, until), AT_ONCE).await?;
        for token in &ending {
            write(&transaction, token, (base_url, at)).await?;
            store::note_told(&transaction, token.id, at).await?;
        }
        transaction.commit().await?;
        told += ending.len();
    }
}

async fn write(
    transaction: &DatabaseTransaction,
    token: &Token,
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<(), DbErr> {
    let Some(end) = token.ends_at else { return Ok(()) };
    let until = day_in_vientiane(end);
    let (of, link) = match token.organisation {
        Some(id) => {
            let brief = organisations::commands::brief(transaction, id).await?;
            (brief.map(|brief| brief.name), format!("{base_url}{}", paths::organisation_tokens(id)))
        }
        None => (None, format!("{base_url}{}", paths::TOKENS)),
    };
    let role = token.role.map(|role| role.code().to_owned()).unwrap_or_default();
    let name = if token.name.trim().is_empty() { role } else { token.name.clone() };
    for account in keepers(transaction, token, at).await? {
        let said =
            Said::TokenEnds { name: name.clone(), organisation: of.clone(), until, link: link.clone() };
        write_to(transaction, account, said, (base_url, at)).await?;
    }
    Ok(())
}

/// Those who look after its organisation, else those who keep the platform going.
async fn keepers(
    transaction: &DatabaseTransaction,
    token: &Token,
    at: DateTime<Utc>,
) -> Result<BTreeSet<AccountId>, DbErr> {
    let accounts = if let Some(id) = token.organisation {
        access::commands::administrators(transaction, id, at).await?
    } else {
        let held = access::commands::of_role(transaction, Role::SystemAdmin, at).await?;
        held.into_iter().map(|member| member.membership.account).collect()
    };
    Ok(accounts.into_iter().collect())
}
