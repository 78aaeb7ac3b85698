//! How many applications are there? What limits, ends and homes ask.

use super::whose;
use crate::db::entities::{application, application_step};
use crate::hiring::model::{Stage, Step};
use crate::ids::{ApplicationId, OrganisationId, PersonId, VacancyId};
use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, QueryTrait,
};

/// How many applications somebody has sent since a moment.
pub(in crate::hiring) async fn made_since(
    connection: &impl ConnectionTrait,
    person: PersonId,
    since: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let sent = application_step::Entity::find()
        .select_only()
        .column(application_step::Column::ApplicationId)
        .filter(application_step::Column::Step.eq(Step::Apply))
        .filter(application_step::Column::At.gte(since));
    let those = application::Entity::find().filter(whose(person));
    those.filter(application::Column::Id.in_subquery(sent.into_query())).count(connection).await
}

/// How many people an organisation has asked to apply since a moment.
pub(in crate::hiring) async fn invited_since(
    connection: &impl ConnectionTrait,
    organisation: OrganisationId,
    since: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let asked = application_step::Entity::find()
        .select_only()
        .column(application_step::Column::ApplicationId)
        .filter(application_step::Column::Step.eq(Step::Invite));
    application::Entity::find()
        .filter(application::Column::OrganisationId.eq(organisation))
        .filter(application::Column::MadeAt.gte(since))
        .filter(application::Column::Id.in_subquery(asked.into_query()))
        .count(connection)
        .await
}

/// Whether there is or was an application of somebody for a vacancy.
pub(in crate::hiring) async fn any_for(
    connection: &impl ConnectionTrait,
    (vacancy, person): (VacancyId, PersonId),
) -> Result<bool, DbErr> {
    let those = application::Entity::find().filter(whose(person));
    Ok(those.filter(application::Column::VacancyId.eq(vacancy)).count(connection).await? > 0)
}

/// Whether somebody has another open application to an organisation, which an invitation alone is not.
pub(in crate::hiring) async fn open_elsewhere(
    connection: &impl ConnectionTrait,
    (person, organisation): (PersonId, OrganisationId),
    but: ApplicationId,
) -> Result<bool, DbErr> {
    let those = application::Entity::find()
        .filter(whose(person))
        .filter(application::Column::OrganisationId.eq(organisation))
        .filter(application::Column::ClosedAt.is_null())
        .filter(application::Column::Stage.ne(Stage::Invited))
        .filter(application::Column::Id.ne(but));
    Ok(those.count(connection).await? > 0)
}
