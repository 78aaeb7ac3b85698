//! What other rooms read of a vacancy: as it was posted, where it is, what was done about it.

use super::super::draft::VacancyDraft;
use super::super::store::{self, WithEmployer};
use crate::ids::VacancyId;
use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

pub(crate) use super::super::store::steps_of;

/// A vacancy as it was posted, beside its row.
pub(crate) async fn draft_of(
    connection: &impl ConnectionTrait,
    id: VacancyId,
) -> Result<Option<(WithEmployer, VacancyDraft)>, DbErr> {
    let Some(row) = store::by_id(connection, id).await? else { return Ok(None) };
    let skills = store::skills_of(connection, &[id]).await?.remove(&id).unwrap_or_default();
    let draft = store::drafted(&row, &skills)?;
    Ok(Some((row, draft)))
}

/// A vacancy as it was posted, which nobody else changes until the transaction ends.
pub(crate) async fn held_draft(
    transaction: &DatabaseTransaction,
    id: VacancyId,
) -> Result<Option<VacancyDraft>, DbErr> {
    if store::locked(transaction, id).await?.is_none() {
        return Ok(None);
    }
    Ok(draft_of(transaction, id).await?.map(|(_, draft)| draft))
}

/// Province and district of a vacancy, as rows of concepts.
pub(crate) async fn place_of(
    connection: &impl ConnectionTrait,
    id: VacancyId,
) -> Result<(Option<i32>, Option<i32>), DbErr> {
    let row = store::by_id(connection, id).await?;
    Ok(row.map_or((None, None), |(row, _)| (row.province_id, row.district_id)))
}

/// Moves the last day of a vacancy; whoever does so takes the step that goes with it.
pub(crate) async fn move_last_day(
    transaction: &DatabaseTransaction,
    id: VacancyId,
    last: NaiveDate,
) -> Result<(), DbErr> {
    store::move_last_day(transaction, id, last).await
}
