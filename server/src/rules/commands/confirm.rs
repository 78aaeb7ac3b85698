//! The demonstration is a world in which the ministry has confirmed every rule.

use super::record;
use crate::audit::By;
use crate::audit::model::Action;
use crate::db::{Database, locks};
use crate::rules::model::{State, Step, Taken};
use crate::rules::store::{self, ReadRulesError};
use chrono::{DateTime, Utc};

/// Confirms every version that is scheduled or holds and waits for it; returns how many.
pub async fn confirm_all(
    database: &Database,
    by: &By,
    reason: &str,
    at: DateTime<Utc>,
) -> Result<usize, ReadRulesError> {
    let transaction = database.begin().await?;
    locks::wait_for(&transaction, "rules").await?;
    let open = |state: State| matches!(state, State::Scheduled | State::InForce);
    let mut confirmed = 0;
    for version in store::versions(&transaction, None, open).await? {
        if !version.verify || version.confirmed_at.is_some() {
            continue;
        }
        let key = version.key.0;
        store::set_confirmed(&transaction, key, Some((at, None))).await?;
        let (before, after) = (Some(version.state), version.state);
        let taken = Taken { step: Step::Confirm, before, after, by: None, at, reason: reason.to_owned() };
        store::take(&transaction, key, taken).await?;
        record(&transaction, by, (Action::Approved, &version), reason, at).await?;
        confirmed += 1;
    }
    store::tell(&transaction).await?;
    transaction.commit().await?;
    Ok(confirmed)
}
