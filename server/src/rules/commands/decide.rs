//! A version is checked, approved, scheduled, rejected or confirmed.

use super::{Keeper, accepted, cut, held, overlaps, record};
use crate::audit::model::Action;
use crate::db::Database;
use crate::rules::model::{Past, Refused, RuleVersion, State, Step, Taken};
use crate::rules::store::{self, ReadRulesError};
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// Why nothing was decided.
#[derive(Debug, thiserror::Error)]
pub enum DecideError {
    /// There is none of this key.
    #[error("there is no such version of a rule")]
    Unknown,
    /// The step cannot be taken.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The role permits another step.
    #[error("this is somebody else's to do")]
    NotYours,
    /// Rules cannot be read.
    #[error(transparent)]
    Read(#[from] ReadRulesError),
    /// The database refused.
    #[error("the decision could not be noted")]
    Database(#[from] DbErr),
}

/// Takes a step about a version. Of a scheduled one whose first day is here or over, the day's turn follows at once.
pub async fn decide(
    database: &Database,
    keeper: &Keeper,
    (id, step): (i32, Step),
    reason: &str,
    at: DateTime<Utc>,
) -> Result<State, DecideError> {
    if step.permission() != Some(keeper.permission) {
        return Err(DecideError::NotYours);
    }
    let transaction = database.begin().await?;
    let version = held(&transaction, id).await?.ok_or(DecideError::Unknown)?;
    let reason = cut(reason);
    let past = past(&transaction, &version).await?;
    let after = step.taken(version.state, (keeper.account, past), !reason.is_empty())?;
    let by = Some(keeper.account);
    match step {
        Step::Schedule => schedule(&transaction, &version, keeper, at).await?,
        Step::Confirm if !version.verify || version.confirmed_at.is_some() => {
            return Err(Refused::NotNow.into());
        }
        Step::Unconfirm if version.confirmed_at.is_none() => return Err(Refused::NotNow.into()),
        Step::Confirm => store::set_confirmed(&transaction, id, Some((at, by))).await?,
        Step::Unconfirm => store::set_confirmed(&transaction, id, None).await?,
        Step::Check
        | Step::Approve
        | Step::Reject
        | Step::Propose
        | Step::Begin
        | Step::End
        | Step::Shorten => {}
    }
    store::set_state(&transaction, id, after).await?;
    record(&transaction, &keeper.by, (action(step), &version), &reason, at).await?;
    store::take(&transaction, id, Taken { step, before: Some(version.state), after, by, at, reason }).await?;
    store::tell(&transaction).await?;
    let after = if step == Step::Schedule {
        super::day::turn_rule(&transaction, &version.rule, at).await?;
        store::version(&transaction, id).await?.map_or(after, |version| version.state)
    } else {
        after
    };
    transaction.commit().await?;
    Ok(after)
}

/// Makes room for a version: one that reaches into its days ends on the day before.
async fn schedule(
    transaction: &DatabaseTransaction,
    version: &RuleVersion,
    keeper: &Keeper,
    at: DateTime<Utc>,
) -> Result<(), DecideError> {
    let mut held = accepted(transaction, &version.rule).await?;
    let before = version.valid_from.and_then(|from| from.pred_opt());
    for earlier in &mut held {
        let reaches_in = earlier.valid_from < version.valid_from
            && earlier.valid_until.is_some_and(|last| Some(last) >= version.valid_from);
        if !reaches_in {
            continue;
        }
        earlier.valid_until = before;
        store::set_last_day(transaction, earlier.key.0, before).await?;
        let reason = format!("version {} begins", version.number);
        let by = Some(keeper.account);
        let (before, after) = (Some(earlier.state), earlier.state);
        let taken = Taken { step: Step::Shorten, before, after, by, at, reason };
        record(transaction, &keeper.by, (Action::Changed, earlier), &taken.reason, at).await?;
        store::take(transaction, earlier.key.0, taken).await?;
    }
    if overlaps(&held, version.valid_from, version.valid_until) {
        return Err(Refused::Overlap.into());
    }
    Ok(())
}

async fn past(transaction: &DatabaseTransaction, version: &RuleVersion) -> Result<Past, DbErr> {
    let steps = store::steps(transaction, [version.key.0]).await?;
    let checked = steps.into_iter().rev().find(|(_, taken)| taken.step == Step::Check);
    Ok(Past { proposed_by: version.proposed_by, checked_by: checked.and_then(|(_, taken)| taken.by) })
}

fn action(step: Step) -> Action {
    match step {
        Step::Check | Step::Approve | Step::Confirm => Action::Approved,
        Step::Reject | Step::Unconfirm => Action::Rejected,
        Step::Propose => Action::Created,
        Step::Schedule | Step::Begin | Step::End | Step::Shorten => Action::Changed,
    }
}
