//! What waits about people: pairs of records for officers, and registrations without a card for helpers.

use super::gather::Asker;
use crate::access::model::{Permission, Policy};
use crate::http::error::PageError;
use crate::http::paths;
use crate::identities::commands::{Officer, counts};
use crate::identities::model::CaseState;
use crate::registration;
use views::desk::Work;

/// The page of the queue of pairs that wait for a second officer.
const PROPOSED: &str = "proposed";

/// Pairs of records in the area of an officer, and people whom the officer registered; none for whoever does neither.
pub(super) async fn at_the_office(asker: &Asker<'_>) -> Result<Option<Vec<Work>>, PageError> {
    let policy = Policy::shipped();
    let grant = asker.rights.grant(policy, Permission::DecideDuplicates).ok();
    let Some(officer) = grant.and_then(|grant| Officer::of(&grant, asker.account)) else { return Ok(None) };
    let reader = asker.platform.database.reader();
    let states: [&[CaseState]; 2] = [&[CaseState::Proposed], &CaseState::WAITING];
    let counted = counts(reader, &officer, &states).await?;
    let count = |at: usize| counted.get(at).copied().unwrap_or(0);
    let (second, all) = (count(0), count(1));
    let mut work = Vec::new();
    if second > 0 {
        work.push(Work::SecondOfficer(paths::officer_duplicates(PROPOSED, 1), second));
    }
    if all > 0 {
        work.push(Work::Duplicates(paths::OFFICER_DUPLICATES.to_owned(), all));
    }
    if asker.rights.grant(policy, Permission::RegisterPeople).is_ok() {
        work.extend(without_card(asker).await?);
    }
    Ok(Some(work))
}

/// Whom the asker registered and gave no card yet.
pub(super) async fn without_card(asker: &Asker<'_>) -> Result<Option<Work>, PageError> {
    let reader = asker.platform.database.reader();
    let waiting = registration::commands::without_card(reader, asker.account).await?;
    Ok((waiting > 0).then(|| Work::WithoutCard(paths::HELPER.to_owned(), waiting)))
}
