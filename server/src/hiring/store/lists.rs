//! Lists of applications: a person's, a vacancy's, and what is still open.

use super::whose;
use crate::db::entities::application;
use crate::hiring::model::{Application, Queue, Stage};
use crate::ids::{OrganisationId, PersonId, VacancyId};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// All applications of somebody, the newest first.
pub(in crate::hiring) async fn of_person(
    connection: &impl ConnectionTrait,
    person: PersonId,
    limit: u64,
) -> Result<Vec<Application>, DbErr> {
    let rows = application::Entity::find()
        .filter(whose(person))
        .order_by_desc(application::Column::Id)
        .limit(limit)
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(Application::from).collect())
}

/// The open application of somebody for a vacancy.
pub(in crate::hiring) async fn open_for(
    connection: &impl ConnectionTrait,
    (vacancy, person): (VacancyId, PersonId),
) -> Result<Option<Application>, DbErr> {
    let row = application::Entity::find()
        .filter(whose(person))
        .filter(application::Column::VacancyId.eq(vacancy))
        .filter(application::Column::ClosedAt.is_null())
        .one(connection)
        .await?;
    Ok(row.map(Application::from))
}

/// A page of the applications for a vacancy, of one stage or of all.
pub(in crate::hiring) async fn of_vacancy(
    connection: &impl ConnectionTrait,
    (organisation, vacancy): (OrganisationId, VacancyId),
    stage: Option<Stage>,
    (page, on_a_page): (u64, u64),
) -> Result<Queue, DbErr> {
    let all = application::Entity::find()
        .filter(application::Column::OrganisationId.eq(organisation))
        .filter(application::Column::VacancyId.eq(vacancy));
    let counts: Vec<(Stage, i64)> = all
        .clone()
        .select_only()
        .column(application::Column::Stage)
        .column_as(application::Column::Id.count(), "number")
        .group_by(application::Column::Stage)
        .into_tuple()
        .all(connection)
        .await?;
    let counts: Vec<(Stage, u64)> =
        counts.into_iter().map(|(stage, count)| (stage, u64::try_from(count).unwrap_or(0))).collect();
    let of = |held: &&(Stage, u64)| stage.is_none_or(|stage| held.0 == stage);
    let total = counts.iter().filter(of).map(|(_, count)| count).sum();
    let those = match stage {
        Some(stage) => all.filter(application::Column::Stage.eq(stage)),
        None => all,
    };
    let rows = those
        .order_by_asc(application::Column::ClosedAt.is_not_null())
        .order_by_asc(application::Column::DueOn.is_null())
        .order_by_asc(application::Column::DueOn)
        .order_by_asc(application::Column::Id)
        .offset(page.saturating_sub(1).saturating_mul(on_a_page))
        .limit(on_a_page)
        .all(connection)
        .await?;
    Ok(Queue { page: rows.into_iter().map(Application::from).collect(), total, counts })
}
