//! What an officer reads: the queue, and all that is known of one vacancy.

use super::Reviewer;
use crate::ids::VacancyId;
use crate::moderation::model::{Case, Queued};
use crate::moderation::store;
use crate::organisations::commands::brief;
use crate::posting::commands::{linked, seen};
use crate::vacancies::commands::{draft_of, steps_of};
use sea_orm::{ConnectionTrait, DbErr};

/// What waits, what was reported, what was taken away, in the area of an officer.
pub(crate) async fn lists(
    connection: &impl ConnectionTrait,
    reviewer: &Reviewer,
) -> Result<[Vec<Queued>; 3], DbErr> {
    Ok([
        store::queue(connection, &reviewer.reach).await?,
        store::reported(connection, &reviewer.reach).await?,
        store::taken_down(connection, &reviewer.reach).await?,
    ])
}

/// How many wait in the area of an officer.
pub(crate) async fn waiting_count(
    connection: &impl ConnectionTrait,
    reviewer: &Reviewer,
) -> Result<u64, DbErr> {
    store::waiting_count(connection, &reviewer.reach).await
}

/// All that is known of a vacancy; none where it lies outside of the officer's area.
pub(crate) async fn case(
    connection: &impl ConnectionTrait,
    reviewer: &Reviewer,
    id: VacancyId,
) -> Result<Option<Case>, DbErr> {
    let Some((row, _)) = draft_of(connection, id).await? else { return Ok(None) };
    if !reviewer.reach.holds(row.0.province_id, row.0.district_id) {
        return Ok(None);
    }
    let own = seen(connection, id).await?;
    let organisation = brief(connection, row.0.employer_id).await?;
    let (linked, reports) = (linked(connection, id).await?, store::reports_of(connection, id).await?);
    let log = steps_of(connection, id).await?;
    let (terms, checked) = own.map_or((None, None), |own| (Some(own.posting.terms), own.checked));
    Ok(Some(Case { row, organisation, terms, checked, linked, reports, log }))
}
