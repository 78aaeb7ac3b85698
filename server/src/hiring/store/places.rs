//! Places of a vacancy, offers, what each side said of the start, and what nobody answers.

use super::whose;
use crate::db::entities::{application, application_step};
use crate::hiring::model::{Application, Hand, Offer, Stage, Step};
use crate::ids::{ApplicationId, PersonId, VacancyId};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::BTreeSet;

/// How many applications for a vacancy stand at these stages.
pub(in crate::hiring) async fn kept(
    connection: &impl ConnectionTrait,
    vacancy: VacancyId,
    stages: &[Stage],
) -> Result<u64, DbErr> {
    application::Entity::find()
        .filter(application::Column::VacancyId.eq(vacancy))
        .filter(application::Column::Stage.is_in(stages.iter().copied()))
        .count(connection)
        .await
}

async fn change(
    transaction: &DatabaseTransaction,
    id: ApplicationId,
    row: application::ActiveModel,
) -> Result<(), DbErr> {
    let those = application::Entity::update_many().set(row).filter(application::Column::Id.eq(id));
    those.exec(transaction).await?;
    Ok(())
}

/// Writes what was offered, in the transaction of the step.
pub(in crate::hiring) async fn set_offer(
    transaction: &DatabaseTransaction,
    id: ApplicationId,
    offer: &Offer,
) -> Result<(), DbErr> {
    change(
        transaction,
        id,
        application::ActiveModel { offer: Set(Some(offer.clone())), ..Default::default() },
    )
    .await
}

/// Nobody has to do anything any more.
pub(in crate::hiring) async fn nothing_due(
    transaction: &DatabaseTransaction,
    id: ApplicationId,
) -> Result<(), DbErr> {
    let row = application::ActiveModel { next_actor: Set(None), due_on: Set(None), ..Default::default() };
    change(transaction, id, row).await
}

/// Somebody else than the stage says is to act.
pub(in crate::hiring) async fn due_by(
    transaction: &DatabaseTransaction,
    id: ApplicationId,
    hand: Hand,
) -> Result<(), DbErr> {
    change(transaction, id, application::ActiveModel { next_actor: Set(Some(hand)), ..Default::default() })
        .await
}

/// Whether somebody took a step with an application before.
pub(in crate::hiring) async fn has_said(
    connection: &impl ConnectionTrait,
    id: ApplicationId,
    (step, hand): (Step, Hand),
) -> Result<bool, DbErr> {
    let those = application_step::Entity::find()
        .filter(application_step::Column::ApplicationId.eq(id))
        .filter(application_step::Column::Step.eq(step))
        .filter(application_step::Column::Hand.eq(hand));
    Ok(those.count(connection).await? > 0)
}

/// The open applications for a vacancy that keep no place.
pub(in crate::hiring) async fn open_of_vacancy(
    connection: &impl ConnectionTrait,
    vacancy: VacancyId,
) -> Result<Vec<Application>, DbErr> {
    let rows = application::Entity::find()
        .filter(application::Column::VacancyId.eq(vacancy))
        .filter(application::Column::ClosedAt.is_null())
        .filter(application::Column::Stage.is_not_in(Stage::KEEPING))
        .order_by_asc(application::Column::Id)
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(Application::from).collect())
}

/// Everybody who ever applied for a vacancy, or was asked to, each once.
pub(in crate::hiring) async fn applicants_of(
    connection: &impl ConnectionTrait,
    vacancy: VacancyId,
) -> Result<BTreeSet<PersonId>, DbErr> {
    let people: Vec<PersonId> = application::Entity::find()
        .select_only()
        .column(application::Column::PersonId)
        .filter(application::Column::VacancyId.eq(vacancy))
        .into_tuple()
        .all(connection)
        .await?;
    Ok(people.into_iter().collect())
}

/// The other open applications of somebody that keep no place.
pub(in crate::hiring) async fn open_others(
    connection: &impl ConnectionTrait,
    person: PersonId,
    but: ApplicationId,
) -> Result<Vec<Application>, DbErr> {
    let rows = application::Entity::find()
        .filter(whose(person))
        .filter(application::Column::ClosedAt.is_null())
        .filter(application::Column::Stage.is_not_in(Stage::KEEPING))
        .filter(application::Column::Id.ne(but))
        .order_by_asc(application::Column::Id)
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(Application::from).collect())
}

/// Open applications that have stood at a stage since a moment or longer and of which somebody is to act; those alone of
/// which nobody was reminded yet, where that is asked.
pub(in crate::hiring) async fn stale(
    connection: &impl ConnectionTrait,
    (stage, since): (Stage, DateTime<Utc>),
    unreminded: bool,
    limit: u64,
) -> Result<Vec<Application>, DbErr> {
    let mut those = application::Entity::find()
        .filter(application::Column::ClosedAt.is_null())
        .filter(application::Column::Stage.eq(stage))
        .filter(application::Column::NextActor.is_not_null())
        .filter(application::Column::Since.lte(since));
    if unreminded {
        those = those.filter(application::Column::RemindedAt.is_null());
    }
    let rows = those.order_by_asc(application::Column::Id).limit(limit).all(connection).await?;
    Ok(rows.into_iter().map(Application::from).collect())
}

/// Notes that whoever is to act was reminded.
pub(in crate::hiring) async fn note_reminded(
    transaction: &DatabaseTransaction,
    id: ApplicationId,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    change(transaction, id, application::ActiveModel { reminded_at: Set(Some(at)), ..Default::default() })
        .await
}
