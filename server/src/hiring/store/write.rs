//! Writing applications: each change with its step, and none over one that came between.

use crate::db::entities::{application, application_step};
use crate::hiring::model::{Application, Hand, Stage, Step};
use crate::ids::{AccountId, ApplicationId, ApplicationStepId};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter};

/// A step that is written down.
pub(in crate::hiring) struct Move<'a> {
    /// What is done.
    pub(in crate::hiring) step: Step,
    /// By whom.
    pub(in crate::hiring) hand: Hand,
    /// Who of the organisation.
    pub(in crate::hiring) member: Option<AccountId>,
    /// Where it leads.
    pub(in crate::hiring) stage: Stage,
    /// Who acts next, and by when.
    pub(in crate::hiring) next: Option<(Hand, NaiveDate)>,
    /// Code of the reason.
    pub(in crate::hiring) reason: Option<&'a str>,
    /// Code of the words that go with it.
    pub(in crate::hiring) template: Option<&'a str>,
    /// When.
    pub(in crate::hiring) at: DateTime<Utc>,
}

/// An application that is made now.
pub(in crate::hiring) type Fresh = Application;

/// Writes an application with its first step.
pub(in crate::hiring) async fn insert(
    transaction: &DatabaseTransaction,
    fresh: &Fresh,
    first: &Move<'_>,
) -> Result<(), DbErr> {
    let row = application::ActiveModel {
        id: Set(fresh.id),
        vacancy_id: Set(fresh.vacancy),
        person_id: Set(fresh.person),
        organisation_id: Set(fresh.organisation),
        stage: Set(fresh.stage),
        version: Set(fresh.version),
        terms: Set(fresh.terms.clone()),
        terms_hash: Set(fresh.terms_hash.clone()),
        offer: Set(fresh.offer.clone()),
        since: Set(fresh.since),
        next_actor: Set(fresh.next),
        due_on: Set(fresh.due),
        reason: Set(fresh.reason.clone()),
        reminded_at: Set(None),
        made_at: Set(fresh.made_at),
        closed_at: Set(fresh.closed_at),
    };
    application::Entity::insert(row).exec_without_returning(transaction).await?;
    log(transaction, (fresh.id, fresh.version, None), first).await
}

/// Writes a step over the application as it was read; false where another came between.
pub(in crate::hiring) async fn moved(
    transaction: &DatabaseTransaction,
    held: &Application,
    taken: &Move<'_>,
) -> Result<bool, DbErr> {
    let (version, over) = (held.version + 1, taken.stage.is_over());
    let row = application::ActiveModel {
        stage: Set(taken.stage),
        version: Set(version),
        since: Set(taken.at),
        next_actor: Set(taken.next.map(|(hand, _)| hand)),
        due_on: Set(taken.next.map(|(_, due)| due)),
        reason: Set(taken.reason.filter(|_| over).map(str::to_owned)),
        reminded_at: Set(None),
        closed_at: Set(over.then_some(taken.at)),
        ..Default::default()
    };
    let written = application::Entity::update_many()
        .set(row)
        .filter(application::Column::Id.eq(held.id))
        .filter(application::Column::Version.eq(held.version))
        .exec(transaction)
        .await?;
    if written.rows_affected != 1 {
        return Ok(false);
    }
    log(transaction, (held.id, version, Some(held.stage)), taken).await?;
    Ok(true)
}

async fn log(
    transaction: &DatabaseTransaction,
    (id, number, before): (ApplicationId, i32, Option<Stage>),
    taken: &Move<'_>,
) -> Result<(), DbErr> {
    let row = application_step::ActiveModel {
        id: Set(ApplicationStepId::new(taken.at)),
        application_id: Set(id),
        number: Set(number),
        step: Set(taken.step),
        hand: Set(taken.hand),
        stage_before: Set(before),
        stage_after: Set(taken.stage),
        member_id: Set(taken.member),
        reason: Set(taken.reason.map(str::to_owned)),
        template: Set(taken.template.map(str::to_owned)),
        at: Set(taken.at),
    };
    application_step::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}
