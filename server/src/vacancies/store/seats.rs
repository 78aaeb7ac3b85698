//! One vacancy as hiring needs it: by itself, locked, and who answers for it.

use crate::db::entities::{organisation, vacancy};
use crate::ids::{OrganisationId, VacancyId};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QuerySelect};

/// A vacancy, open or closed.
pub(in crate::vacancies) async fn row(
    connection: &impl ConnectionTrait,
    id: VacancyId,
) -> Result<Option<vacancy::Model>, DbErr> {
    vacancy::Entity::find_by_id(id).one(connection).await
}

/// Keeps a vacancy from everybody else until the transaction ends. (`SQLite` has one writer and needs no lock.)
pub(in crate::vacancies) async fn lock(
    transaction: &DatabaseTransaction,
    id: VacancyId,
) -> Result<(), DbErr> {
    let those = vacancy::Entity::find_by_id(id).select_only().column(vacancy::Column::Id).lock_exclusive();
    those.into_tuple::<VacancyId>().one(transaction).await?;
    Ok(())
}

/// The name of an employer, and the organisation that holds its record.
pub(in crate::vacancies) async fn answering(
    connection: &impl ConnectionTrait,
    id: OrganisationId,
) -> Result<Option<(String, Option<OrganisationId>)>, DbErr> {
    let row = organisation::Entity::find_by_id(id).one(connection).await?;
    Ok(row.map(|row| (row.name, row.held_by)))
}
