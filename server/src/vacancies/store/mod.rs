//! Rows of vacancies: named questions, always scoped to what the asker may see.

mod closing;
mod drafted;
mod listed;
mod offered;
mod searchable;
mod seats;
mod steps;
mod write;

use crate::db::entities::{organisation, vacancy, vacancy_skill};
use crate::ids::{OrganisationId, VacancyId};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, RelationTrait, Select,
};
use std::collections::{BTreeSet, HashMap};

pub(super) use closing::{
    claim_day, close, is_closed, just, no_longer_held, note_closed, past_their_last_day,
};
pub(super) use drafted::{drafted, move_last_day};
pub use listed::{Listed, listed_by_ids, open_of};
pub use offered::{offered, offered_one, open_counts};
pub use searchable::{Searchable, searchable_after, searchable_by_ids};
pub(super) use seats::{answering, row};
pub(crate) use steps::steps_of;
pub(super) use steps::{locked, log, posted_locked, take};
pub(super) use write::{Belongs, Held, Saved, alone_in, held, save, still_held};

/// Rows written with one statement; a vacancy binds about forty values.
const BATCH: usize = 200;

/// A vacancy row with the name of its employer.
pub type WithEmployer = (vacancy::Model, String);

/// What the public may see on `today`: published and not past its last day.
fn public(today: NaiveDate) -> Condition {
    Condition::all().add(found()).add(
        Condition::any()
            .add(vacancy::Column::ValidThrough.is_null())
            .add(vacancy::Column::ValidThrough.gte(today)),
    )
}

/// Those that anyone may find, up to their last day ([`super::model::VacancyStatus::FOUND`]). Written out, because `SQLite` takes the
/// index of these rows for these words alone.
fn found() -> SimpleExpr {
    Expr::cust(r#""vacancy"."status" in ('published', 'part_filled')"#)
}

/// The open vacancies beside their employers.
fn open(today: NaiveDate) -> Select<vacancy::Entity> {
    vacancy::Entity::find().join(JoinType::InnerJoin, vacancy::Relation::Employer.def()).filter(public(today))
}

/// The open vacancies among `ids` in full, with their employers' names, one query, in no order.
pub async fn open_by_ids(
    connection: &impl ConnectionTrait,
    ids: &[VacancyId],
    today: NaiveDate,
) -> Result<Vec<WithEmployer>, DbErr> {
    let rows = vacancy::Entity::find()
        .find_also_related(organisation::Entity)
        .filter(vacancy::Column::Id.is_in(ids.iter().copied()))
        .filter(public(today))
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(named).collect())
}

/// Id and time of the last change of the newest open vacancies, at most `limit`.
pub async fn newest_changes(
    connection: &impl ConnectionTrait,
    limit: u64,
    today: NaiveDate,
) -> Result<Vec<(VacancyId, DateTime<Utc>)>, DbErr> {
    vacancy::Entity::find()
        .select_only()
        .columns([vacancy::Column::Id, vacancy::Column::UpdatedAt])
        .filter(public(today))
        .order_by_desc(vacancy::Column::Id)
        .limit(limit)
        .into_tuple()
        .all(connection)
        .await
}

/// How many employers have open vacancies.
pub async fn employers_with_open_vacancies(
    connection: &impl ConnectionTrait,
    today: NaiveDate,
) -> Result<u64, DbErr> {
    vacancy::Entity::find()
        .select_only()
        .column(vacancy::Column::EmployerId)
        .distinct()
        .filter(public(today))
        .count(connection)
        .await
}

/// The employer of a source with the most open vacancies; of several the one that came first.
pub async fn busiest_employer(
    connection: &impl ConnectionTrait,
    source: &str,
    today: NaiveDate,
) -> Result<Option<OrganisationId>, DbErr> {
    vacancy::Entity::find()
        .select_only()
        .column(vacancy::Column::EmployerId)
        .filter(public(today))
        .filter(vacancy::Column::Source.eq(source))
        .group_by(vacancy::Column::EmployerId)
        .order_by_desc(vacancy::Column::Id.count())
        .order_by_asc(vacancy::Column::SourceKey.min())
        .into_tuple()
        .one(connection)
        .await
}

/// A vacancy, open or closed, with its employer's name.
pub async fn by_id(connection: &impl ConnectionTrait, id: VacancyId) -> Result<Option<WithEmployer>, DbErr> {
    let row = vacancy::Entity::find_by_id(id).find_also_related(organisation::Entity).one(connection).await?;
    Ok(row.map(named))
}

fn named((vacancy, employer): (vacancy::Model, Option<organisation::Model>)) -> WithEmployer {
    (vacancy, employer.map(|employer| employer.name).unwrap_or_default())
}

/// The skills of each of the vacancies `ids`.
pub async fn skills_of(
    connection: &impl ConnectionTrait,
    ids: &[VacancyId],
) -> Result<HashMap<VacancyId, Vec<vacancy_skill::Model>>, DbErr> {
    let mut skills: HashMap<VacancyId, Vec<vacancy_skill::Model>> = HashMap::new();
    for batch in ids.chunks(BATCH * 10) {
        let rows = vacancy_skill::Entity::find()
            .filter(vacancy_skill::Column::VacancyId.is_in(batch.iter().copied()))
            .order_by_asc(vacancy_skill::Column::SkillId)
            .all(connection)
            .await?;
        for row in rows {
            skills.entry(row.vacancy_id).or_default().push(row);
        }
    }
    Ok(skills)
}

/// A page of published vacancies after `after`, ordered by id; for followers that read everything.
pub async fn published_after(
    connection: &impl ConnectionTrait,
    after: Option<VacancyId>,
    limit: u64,
    today: NaiveDate,
) -> Result<Vec<WithEmployer>, DbErr> {
    let mut query = vacancy::Entity::find().find_also_related(organisation::Entity).filter(public(today));
    if let Some(after) = after {
        query = query.filter(vacancy::Column::Id.gt(after));
    }
    let rows = query.order_by_asc(vacancy::Column::Id).limit(limit).all(connection).await?;
    Ok(rows.into_iter().map(named).collect())
}

/// Id and number of people wanted of the open vacancies after `after`, at most `limit`, ordered by id.
pub async fn seats_after(
    connection: &impl ConnectionTrait,
    after: Option<VacancyId>,
    limit: u64,
    today: NaiveDate,
) -> Result<Vec<(VacancyId, i32)>, DbErr> {
    let mut query = vacancy::Entity::find().filter(public(today));
    if let Some(after) = after {
        query = query.filter(vacancy::Column::Id.gt(after));
    }
    let columns = query.select_only().columns([vacancy::Column::Id, vacancy::Column::Openings]);
    columns.order_by_asc(vacancy::Column::Id).limit(limit).into_tuple().all(connection).await
}

/// Is there any row at all?
pub async fn any(connection: &impl ConnectionTrait) -> Result<bool, DbErr> {
    Ok(vacancy::Entity::find().limit(1).one(connection).await?.is_some())
}

/// The occupation of each open vacancy, by its id as a number; none where it is not stated.
pub async fn open_occupations(
    connection: &impl ConnectionTrait,
    today: NaiveDate,
) -> Result<HashMap<u128, Option<i32>>, DbErr> {
    let rows: Vec<(VacancyId, Option<i32>)> = vacancy::Entity::find()
        .select_only()
        .columns([vacancy::Column::Id, vacancy::Column::OccupationId])
        .filter(public(today))
        .into_tuple()
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|(id, occupation)| (id.as_u128(), occupation)).collect())
}

/// The ids of all open vacancies, as numbers.
pub async fn open_ids(connection: &impl ConnectionTrait, today: NaiveDate) -> Result<BTreeSet<u128>, DbErr> {
    let ids: Vec<VacancyId> = vacancy::Entity::find()
        .select_only()
        .column(vacancy::Column::Id)
        .filter(public(today))
        .into_tuple()
        .all(connection)
        .await?;
    Ok(ids.into_iter().map(VacancyId::as_u128).collect())
}
