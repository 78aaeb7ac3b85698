//! One vacancy as hiring needs it: by itself, and who answers for it.

use crate::db::entities::{organisation, vacancy};
use crate::ids::{OrganisationId, VacancyId};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};

/// A vacancy, open or closed.
pub(in crate::vacancies) async fn row(
    connection: &impl ConnectionTrait,
    id: VacancyId,
) -> Result<Option<vacancy::Model>, DbErr> {
    vacancy::Entity::find_by_id(id).one(connection).await
}

/// The name of an employer, and the organisation that holds its record.
pub(in crate::vacancies) async fn answering(
    connection: &impl ConnectionTrait,
    id: OrganisationId,
) -> Result<Option<(String, Option<OrganisationId>)>, DbErr> {
    let row = organisation::Entity::find_by_id(id).one(connection).await?;
    Ok(row.map(|row| (row.name, row.held_by)))
}
