//! Officers decide whether two records are of one person: two join them, one with a reason parts them again.

use super::tell::{self, Told};
use super::{Officer, case_subject};
use crate::audit;
use crate::audit::model::{Action, Origin};
use crate::db::Database;
use crate::identities::model::{Case, CaseState, Decided, Judgement, Refused, Stood};
use crate::identities::store;
use crate::ids::{CaseId, PersonId};
use crate::people::commands::records;
use chrono::{DateTime, Utc};
use sea_orm::{ActiveEnum, DatabaseTransaction, DbErr};

/// Longest reason that is kept, in characters.
const REASON: usize = 1_000;

/// Why nothing was decided.
#[derive(Debug, thiserror::Error)]
pub enum DecideError {
    /// There is no such case in the officer's area.
    #[error("there is no such case")]
    Unknown,
    /// No reason was given.
    #[error("a reason is missing")]
    Reason,
    /// One of the records is the officer's own.
    #[error("nobody decides about the own record")]
    Own,
    /// One of the records was joined with a third one: that comes first.
    #[error("one of the records was joined with another one")]
    Elsewhere,
    /// The step cannot be taken.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The database refused.
    #[error("the decision could not be noted")]
    Database(#[from] DbErr),
}

/// Takes what an officer says about a case; returns to what it led.
pub async fn decide(
    database: &Database,
    (officer, origin): (&Officer, &Origin),
    (id, judgement): (CaseId, Judgement),
    reason: &str,
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<CaseState, DecideError> {
    let reason: String = reason.trim().chars().take(REASON).collect();
    let transaction = database.begin().await?;
    store::locked(&transaction, id).await?.ok_or(DecideError::Unknown)?;
    let case = store::reached(&transaction, &officer.reach, id).await?.ok_or(DecideError::Unknown)?;
    if reason.is_empty() {
        return Err(DecideError::Reason);
    }
    let owners = store::accounts(&transaction, &[case.pair.0, case.pair.1]).await?;
    if owners.iter().any(|(_, account)| officer.is(*account)) {
        return Err(DecideError::Own);
    }
    let proposer = case.proposed_by.is_some_and(|by| officer.is(by));
    let after = case.state.after(judgement, proposer)?;
    match after {
        CaseState::Merged => join(&transaction, &case, (base_url, at)).await?,
        CaseState::Undone => part(&transaction, &case, (base_url, at)).await?,
        CaseState::Suspected | CaseState::Proposed | CaseState::Unsure | CaseState::Different => {}
    }
    let proposed_by = match after {
        CaseState::Proposed => Some(officer.account),
        CaseState::Merged | CaseState::Undone => case.proposed_by,
        CaseState::Suspected | CaseState::Unsure | CaseState::Different => None,
    };
    store::decide(&transaction, id, (after, proposed_by), at).await?;
    let decided = Decided { judgement, after, by: officer.account, at, reason };
    store::insert_decision(&transaction, id, &decided).await?;
    note(&transaction, (officer, origin), &case, &decided).await?;
    transaction.commit().await?;
    Ok(after)
}

async fn note(
    transaction: &DatabaseTransaction,
    (officer, origin): (&Officer, &Origin),
    case: &Case,
    decided: &Decided,
) -> Result<(), DbErr> {
    let action = match decided.judgement {
        Judgement::Same => Action::Approved,
        Judgement::Different => Action::Rejected,
        Judgement::Unsure | Judgement::Undo => Action::Changed,
    };
    // The words speak of two people: they stay with the case.
    let because = decided.after.to_value();
    for person in [case.pair.0, case.pair.1] {
        let event = officer.event((action, case_subject(case.id)), person, origin).because(&because);
        audit::record(transaction, &event, decided.at).await?;
    }
    Ok(())
}

async fn join(
    transaction: &DatabaseTransaction,
    case: &Case,
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<(), DecideError> {
    let (one, other) = store::stood(transaction, case.pair).await?.ok_or(DecideError::Unknown)?;
    if one.merged_into.is_some() || other.merged_into.is_some() {
        return Err(DecideError::Elsewhere);
    }
    let (survivor, merged) = Stood::stays(one, other);
    let moved = store::join(transaction, (survivor.id, merged.id)).await?;
    store::insert_merge(transaction, (case.id, survivor.id, merged.id), moved, at).await?;
    follow(transaction, (survivor.id, merged.id), Told::Joined, (base_url, at)).await
}

async fn part(
    transaction: &DatabaseTransaction,
    case: &Case,
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<(), DecideError> {
    let (one, other) = store::stood(transaction, case.pair).await?.ok_or(DecideError::Unknown)?;
    let undone = store::undo_merge(transaction, case.id, at).await?;
    let (survivor, merged, moved) = undone.ok_or(DecideError::Unknown)?;
    // What moved has moved on with the record that stayed: the later merge is undone first.
    let stands = [one, other].iter().any(|record| record.id == survivor && record.merged_into.is_none());
    if !stands {
        return Err(DecideError::Elsewhere);
    }
    store::part(transaction, (survivor, merged), &moved).await?;
    follow(transaction, (survivor, merged), Told::Parted, (base_url, at)).await
}

/// Followers read both records again, and their owners are told.
async fn follow(
    transaction: &DatabaseTransaction,
    (survivor, merged): (PersonId, PersonId),
    told: Told,
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<(), DecideError> {
    records::follow(transaction, &[survivor, merged], at).await?;
    tell::write(transaction, &[survivor, merged], told, (base_url, at)).await?;
    Ok(())
}
