//! What can be done with vacancies: one function a verb, one transaction a function.

mod read;
pub mod seats;
mod step;

pub(crate) use read::{draft_of, held_draft, move_last_day, place_of, steps_of};
pub(crate) use step::{Decision, PostError, StepError, post, step, step_all};

use super::draft::VacancyDraft;
use super::model::{Taken, VacancyHand, VacancyStatus, VacancyStep, after};
use super::store::{self, Held, Saved};
use crate::audit::model::{Action, Subject, VACANCY};
use crate::audit::{self, By};
use crate::batch::latest;
use crate::clock::day_in_vientiane;
use crate::db::Database;
use crate::ids::{ImportId, VacancyId};
use crate::organisations::ensure_employers;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// Why a batch of vacancies could not be published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The database refused.
    #[error("the vacancies could not be stored")]
    Database(#[from] DbErr),
}

/// What came of a batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// New or changed, and stored.
    pub accepted: usize,
    /// How many of these are new.
    pub added: usize,
    /// Held already with the same content.
    pub unchanged: usize,
}

/// Publishes a batch of vacancies of one source: new ones are added, changed ones amended, the rest
/// is noted as still held. All or nothing; a key that stands twice in the batch counts once, last wins.
pub async fn publish_batch(
    database: &Database,
    source: &str,
    import: ImportId,
    drafts: &[VacancyDraft],
    at: DateTime<Utc>,
) -> Result<Published, PublishError> {
    let transaction = database.begin().await?;
    let published = publish(&transaction, source, Some(import), drafts, at).await?;
    transaction.commit().await?;
    Ok(published)
}

/// The same within a transaction of the caller's, who ends it and records what was done.
pub async fn publish(
    transaction: &DatabaseTransaction,
    source: &str,
    import: Option<ImportId>,
    drafts: &[VacancyDraft],
    at: DateTime<Utc>,
) -> Result<Published, PublishError> {
    let drafts = latest(drafts, |draft| &draft.source_key);
    store::alone_in(transaction, source).await?;
    let keys: Vec<&str> = drafts.iter().map(|draft| draft.source_key.as_str()).collect();
    let held = store::held(transaction, source, &keys).await?;
    let mut changed: Vec<Saved<'_>> = Vec::new();
    let mut log: Vec<(VacancyId, Taken)> = Vec::new();
    let mut unchanged = Vec::new();
    for draft in drafts {
        let held = held.get(&draft.source_key);
        let before = held.map(|held| held.status);
        // What was taken away, or is looked at, no source brings back.
        let after = after(before, VacancyStep::Publish, VacancyHand::Source, "");
        match (held, after) {
            (Some(held), Err(_)) => unchanged.push(held.id),
            (Some(held), Ok(_)) if says_nothing_new(held, draft, day_in_vientiane(at)) => {
                unchanged.push(held.id);
            }
            (held, after) => {
                let status = after.unwrap_or(VacancyStatus::Published);
                let id = held.map_or_else(|| VacancyId::new(at), |held| held.id);
                changed.push(Saved { id, draft, status });
                if before != Some(status) {
                    let what = (VacancyStep::Publish, VacancyHand::Source);
                    log.push((id, Taken::plain(what, (before, status))));
                }
            }
        }
    }
    let names = changed.iter().map(|saved| saved.draft.employer.clone()).collect();
    let employers = ensure_employers(transaction, source, names, at).await?;
    let belongs = store::Belongs { source, import, employers: &employers, posted_by: None, at };
    store::save(transaction, &changed, &belongs).await?;
    store::log(transaction, log, at).await?;
    if let Some(import) = import {
        store::still_held(transaction, &unchanged, import).await?;
    }
    let added = changed.iter().filter(|saved| !held.contains_key(&saved.draft.source_key)).count();
    Ok(Published { accepted: changed.len(), added, unchanged: unchanged.len() })
}

/// What came of a vacancy that was published by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is new.
    Created,
    /// It was held and has changed, or is offered again.
    Updated,
    /// It was held with the same content.
    Unchanged,
}

/// Publishes one vacancy within a transaction of the caller's, who ends it; what changed is an event.
pub async fn publish_one(
    transaction: &DatabaseTransaction,
    (source, by): (&str, &By),
    draft: &VacancyDraft,
    at: DateTime<Utc>,
) -> Result<(VacancyId, Outcome), PublishError> {
    let key = draft.source_key.as_str();
    store::alone_in(transaction, source).await?;
    let before = store::held(transaction, source, &[key]).await?.remove(key);
    let published = publish(transaction, source, None, std::slice::from_ref(draft), at).await?;
    let (id, outcome) = match before {
        Some(held) if published.accepted == 0 => return Ok((held.id, Outcome::Unchanged)),
        Some(held) => (held.id, Outcome::Updated),
        None => {
            let made = store::held(transaction, source, &[key]).await?.remove(key);
            let made =
                made.ok_or_else(|| DbErr::RecordNotFound(format!("the vacancy {key} just written")))?;
            (made.id, Outcome::Created)
        }
    };
    let action = if outcome == Outcome::Created { Action::Created } else { Action::Changed };
    let event = by.does(action, Subject::of(VACANCY, id.as_uuid())).because(&format!("{key} of {source}"));
    audit::record(transaction, &event, at).await?;
    Ok((id, outcome))
}

/// How a source takes a vacancy back.
const WITHDRAWN: (VacancyStep, VacancyHand) = (VacancyStep::Withdraw, VacancyHand::Source);

/// What came of a withdrawal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withdrawal {
    /// It was open and is not any more.
    Withdrawn,
    /// It was closed already.
    Closed,
    /// Another source offers it.
    OfAnotherSource,
    /// There is no such vacancy.
    Missing,
}

/// Withdraws a vacancy of `source` within a transaction of the caller's, who ends it; what was open is an event.
pub async fn withdraw_one(
    transaction: &DatabaseTransaction,
    (source, by): (&str, &By),
    id: VacancyId,
    at: DateTime<Utc>,
) -> Result<Withdrawal, PublishError> {
    store::alone_in(transaction, source).await?;
    let Some((row, _)) = store::by_id(transaction, id).await? else { return Ok(Withdrawal::Missing) };
    if row.source != source {
        return Ok(Withdrawal::OfAnotherSource);
    }
    let closed = store::close(transaction, store::just(id), WITHDRAWN, at).await?;
    if closed == 0 {
        return Ok(Withdrawal::Closed);
    }
    let subject = Subject::of(VACANCY, id.as_uuid());
    let event = by.does(Action::Removed, subject).because(&format!("{} of {source}", row.source_key));
    audit::record(transaction, &event, at).await?;
    Ok(Withdrawal::Withdrawn)
}

/// The same content again changes nothing: not an open vacancy, nor one whose last day has passed. One
/// that was withdrawn is offered again.
fn says_nothing_new(held: &Held, draft: &VacancyDraft, today: NaiveDate) -> bool {
    let (closing, last_day) = draft.closes.settle(draft.posted_on);
    let over = last_day.is_some_and(|last| last < today);
    let stands = match held.status {
        VacancyStatus::Expired => over,
        VacancyStatus::Withdrawn => false,
        VacancyStatus::Draft
        | VacancyStatus::Submitted
        | VacancyStatus::Returned
        | VacancyStatus::Rejected
        | VacancyStatus::Published
        | VacancyStatus::Paused
        | VacancyStatus::PartFilled
        | VacancyStatus::Filled
        | VacancyStatus::TakenDown
        | VacancyStatus::Archived => true,
    };
    stands && held.content_hash == draft.content_hash && held.closing == closing
}

/// Withdraws the vacancies of `source` that earlier imports kept open and that `import` does not hold: one event for
/// all of them.
pub async fn withdraw_missing(
    database: &Database,
    (source, by): (&str, &By),
    import: ImportId,
    at: DateTime<Utc>,
) -> Result<usize, PublishError> {
    let transaction = database.begin().await?;
    let which = store::no_longer_held(source, import);
    let withdrawn = store::close(&transaction, which, WITHDRAWN, at).await?;
    if withdrawn > 0 {
        let why = format!("{withdrawn} of {source} that the import {import} no longer holds");
        let event = by.does(Action::Removed, Subject::any(VACANCY)).because(&why);
        audit::record(&transaction, &event, at).await?;
    }
    transaction.commit().await?;
    Ok(withdrawn)
}

/// Closes the vacancies whose last day has passed before the day of `at`, unless that has been done: once
/// for each day, by whichever process comes first, which is noted with what it closed. Nothing is returned
/// where somebody else has done it.
pub async fn close_day(
    database: &Database,
    process: uuid::Uuid,
    at: DateTime<Utc>,
) -> Result<Option<usize>, PublishError> {
    let today = day_in_vientiane(at);
    if store::is_closed(database.reader(), today).await? {
        return Ok(None);
    }
    let transaction = database.begin().await?;
    if !store::claim_day(&transaction, today, process, at).await? {
        return Ok(None);
    }
    let expired = close_past(&transaction, at).await?;
    store::note_closed(&transaction, today, expired).await?;
    transaction.commit().await?;
    Ok(Some(expired))
}

/// Closes the vacancies whose last day has passed.
pub async fn expire(database: &Database, at: DateTime<Utc>) -> Result<usize, PublishError> {
    let transaction = database.begin().await?;
    let expired = close_past(&transaction, at).await?;
    transaction.commit().await?;
    Ok(expired)
}

/// Closes what lies before the day of `at`: one event for all of it, of the platform.
async fn close_past(transaction: &DatabaseTransaction, at: DateTime<Utc>) -> Result<usize, PublishError> {
    let today = day_in_vientiane(at);
    let which = store::past_their_last_day(today);
    let expired = store::close(transaction, which, (VacancyStep::Expire, VacancyHand::Day), at).await?;
    if expired > 0 {
        let why = format!("{expired} whose last day lay before {today} were closed");
        let event =
            By::platform().does(Action::Changed, Subject::any(VACANCY)).fields(&["status"]).because(&why);
        audit::record(transaction, &event, at).await?;
    }
    Ok(expired)
}
