//! Somebody with a profile shows that another record is theirs as well: officers are asked to join the two.

use super::follow::{COUNTED, LookError, weighed};
use super::open_case;
use crate::identities::model::{CaseState, Says, Source};
use crate::identities::store::{self, Opening};
use crate::ids::PersonId;
use crate::people::twins;
use crate::reference::ReferenceBook;
use chrono::{DateTime, Utc};
use sea_orm::DatabaseTransaction;
use std::collections::BTreeSet;

/// Opens a case about the own record and one that its owner showed to be theirs, unless there is one. Returns whether
/// officers look at the two; else they have decided already.
pub async fn claimed(
    transaction: &DatabaseTransaction,
    book: &ReferenceBook,
    (own, shown): (PersonId, PersonId),
    told: (&str, DateTime<Utc>),
) -> Result<bool, LookError> {
    let pair = (own.min(shown), own.max(shown));
    let many = twins::told_after(transaction, book, None, COUNTED).await?;
    let weighed = weighed(transaction, (book, &many), &BTreeSet::from([pair]), true).await?.pop();
    let unknown = Opening { pair, weight: 0.0, says: Says::default(), origin: Source::Registration };
    let opening = weighed.unwrap_or(unknown);
    let opening = Opening { says: opening.says.with_claim(), ..opening };
    if open_case(transaction, opening, told).await?.is_some() {
        return Ok(true);
    }
    let state = store::state_of(transaction, pair).await?;
    Ok(state.is_some_and(|state| CaseState::WAITING.contains(&state)))
}
