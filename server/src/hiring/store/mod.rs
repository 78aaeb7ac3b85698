//! Rows of applications and of their steps.

mod counts;
mod lists;
mod places;
mod write;

pub(super) use counts::{any_for, invited_since, made_since, open_elsewhere};
pub(super) use lists::{of_person, of_vacancy, open_for};
pub(super) use places::{
    applicants_of, due_by, has_said, kept, note_reminded, nothing_due, open_of_vacancy, open_others,
    set_offer, stale,
};
pub(super) use write::{Fresh, Move, insert, moved};

use super::model::{Application, Taken};
use crate::db::entities::{application, application_step, person};
use crate::ids::{ApplicationId, OrganisationId, PersonId};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

impl From<application::Model> for Application {
    fn from(row: application::Model) -> Self {
        let application::Model {
            id,
            vacancy_id,
            person_id,
            organisation_id,
            stage,
            version,
            terms,
            terms_hash,
            offer,
            since,
            next_actor,
            due_on,
            reason,
            reminded_at: _,
            made_at,
            closed_at,
        } = row;
        Self {
            id,
            vacancy: vacancy_id,
            person: person_id,
            organisation: organisation_id,
            stage,
            version,
            terms,
            terms_hash,
            offer,
            since,
            next: next_actor,
            due: due_on,
            reason,
            made_at,
            closed_at,
        }
    }
}

/// Applications of somebody: of the record, and of those that were joined with it.
fn whose(person: PersonId) -> Condition {
    let joined = Query::select()
        .column(person::Column::Id)
        .from(person::Entity)
        .and_where(person::Column::MergedInto.eq(person))
        .to_owned();
    Condition::any()
        .add(application::Column::PersonId.eq(person))
        .add(application::Column::PersonId.in_subquery(joined))
}

/// An application of somebody; another's is none.
pub(super) async fn own(
    connection: &impl ConnectionTrait,
    (person, id): (PersonId, ApplicationId),
) -> Result<Option<Application>, DbErr> {
    let row = application::Entity::find_by_id(id).filter(whose(person)).one(connection).await?;
    Ok(row.map(Application::from))
}

/// An application to an organisation; one to another is none.
pub(super) async fn to(
    connection: &impl ConnectionTrait,
    (organisation, id): (OrganisationId, ApplicationId),
) -> Result<Option<Application>, DbErr> {
    let those = application::Column::OrganisationId.eq(organisation);
    let row = application::Entity::find_by_id(id).filter(those).one(connection).await?;
    Ok(row.map(Application::from))
}

/// The steps of an application, the newest first.
pub(super) async fn steps(connection: &impl ConnectionTrait, id: ApplicationId) -> Result<Vec<Taken>, DbErr> {
    let rows = application_step::Entity::find()
        .filter(application_step::Column::ApplicationId.eq(id))
        .order_by_desc(application_step::Column::Number)
        .all(connection)
        .await?;
    let taken = rows.into_iter().map(|row| {
        let application_step::Model { step, hand, stage_after, at, reason, template, .. } = row;
        Taken { step, hand, stage: stage_after, at, reason, template }
    });
    Ok(taken.collect())
}
