//! Which vacancies wait for an officer of an area: those handed in, those that people reported, those taken away.

use crate::access::model::{Area, Reach};
use crate::db::entities::{advert_report, organisation, vacancy, vacancy_step};
use crate::ids::VacancyId;
use crate::moderation::model::Queued;
use crate::vacancies::model::{VacancyHand, VacancyStatus, VacancyStep};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
};
use std::collections::HashMap;

/// Rows that one list shows at most.
const MOST: u64 = 100;

/// Vacancies in a reach; one whose place nobody knows is the country's.
fn within(reach: &Reach) -> Condition {
    let none = Condition::any().add(vacancy::Column::Id.is_null());
    reach.areas.iter().fold(none, |all, area| match area {
        Area::Country => all.add(vacancy::Column::Id.is_not_null()),
        Area::Province(province) => all.add(vacancy::Column::ProvinceId.eq(*province)),
        Area::District { province: _, district } => all.add(vacancy::Column::DistrictId.eq(*district)),
    })
}

/// How many vacancies wait, or have open reports, in a reach.
pub(in crate::moderation) async fn waiting_count(
    connection: &impl ConnectionTrait,
    reach: &Reach,
) -> Result<u64, DbErr> {
    let those = Condition::any()
        .add(vacancy::Column::Status.eq(VacancyStatus::Submitted))
        .add(vacancy::Column::Id.in_subquery(open_reports()));
    vacancy::Entity::find().filter(those).filter(within(reach)).count(connection).await
}

fn open_reports() -> sea_orm::sea_query::SelectStatement {
    advert_report::Entity::find()
        .select_only()
        .column(advert_report::Column::VacancyId)
        .filter(advert_report::Column::DecidedAt.is_null())
        .into_query()
}

/// What was handed in and waits, the oldest first.
pub(in crate::moderation) async fn queue(
    connection: &impl ConnectionTrait,
    reach: &Reach,
) -> Result<Vec<Queued>, DbErr> {
    let waits = Condition::all().add(vacancy::Column::Status.eq(VacancyStatus::Submitted));
    let mut rows = listed(connection, reach, waits).await?;
    // Held adverts first: somebody may be deceived elsewhere by the same hand.
    rows.sort_by_key(|row| (!row.whys.iter().any(|why| why == "flags"), row.since));
    Ok(rows)
}

/// What people reported and nobody has decided about, the oldest first.
pub(in crate::moderation) async fn reported(
    connection: &impl ConnectionTrait,
    reach: &Reach,
) -> Result<Vec<Queued>, DbErr> {
    let reported = Condition::all()
        .add(vacancy::Column::Id.in_subquery(open_reports()))
        .add(vacancy::Column::Status.ne(VacancyStatus::Submitted));
    let mut rows = listed(connection, reach, reported).await?;
    rows.sort_by_key(|row| (std::cmp::Reverse(row.reports), row.since));
    Ok(rows)
}

/// What was taken away, the last first.
pub(in crate::moderation) async fn taken_down(
    connection: &impl ConnectionTrait,
    reach: &Reach,
) -> Result<Vec<Queued>, DbErr> {
    let taken = Condition::all().add(vacancy::Column::Status.eq(VacancyStatus::TakenDown));
    let mut rows = listed(connection, reach, taken).await?;
    rows.reverse();
    Ok(rows)
}

async fn listed(
    connection: &impl ConnectionTrait,
    reach: &Reach,
    which: Condition,
) -> Result<Vec<Queued>, DbErr> {
    let rows = vacancy::Entity::find()
        .find_also_related(organisation::Entity)
        .filter(which)
        .filter(within(reach))
        .order_by_asc(vacancy::Column::UpdatedAt)
        .order_by_asc(vacancy::Column::Id)
        .limit(MOST)
        .all(connection)
        .await?;
    let ids: Vec<VacancyId> = rows.iter().map(|(row, _)| row.id).collect();
    let mut whys = whys_of(connection, &ids).await?;
    let mut reports = reports_of(connection, &ids).await?;
    let queued = rows.into_iter().map(|(row, employer)| Queued {
        whys: whys.remove(&row.id).unwrap_or_default(),
        reports: reports.remove(&row.id).unwrap_or_default(),
        id: row.id,
        title: row.title,
        employer: employer.map(|employer| employer.name).unwrap_or_default(),
        status: row.status,
        since: row.updated_at,
    });
    Ok(queued.collect())
}

/// Why somebody looks at vacancies: the codes of the step that brought each to where it is.
async fn whys_of(
    connection: &impl ConnectionTrait,
    ids: &[VacancyId],
) -> Result<HashMap<VacancyId, Vec<String>>, DbErr> {
    let steps = [VacancyStep::Submit, VacancyStep::Hold, VacancyStep::Appeal];
    let rows = vacancy_step::Entity::find()
        .filter(vacancy_step::Column::VacancyId.is_in(ids.iter().copied()))
        .filter(vacancy_step::Column::Step.is_in(steps))
        .order_by_asc(vacancy_step::Column::Id)
        .all(connection)
        .await?;
    let mut whys = HashMap::new();
    for row in rows {
        let codes = match (row.step, row.hand) {
            (VacancyStep::Appeal, _) => vec!["appeal".to_owned()],
            (_, VacancyHand::Officer) => Vec::new(),
            (..) => row.reason_code.split_whitespace().map(str::to_owned).collect(),
        };
        // The last counts.
        whys.insert(row.vacancy_id, codes);
    }
    Ok(whys)
}

async fn reports_of(
    connection: &impl ConnectionTrait,
    ids: &[VacancyId],
) -> Result<HashMap<VacancyId, u64>, DbErr> {
    let rows: Vec<(VacancyId, i64)> = advert_report::Entity::find()
        .select_only()
        .column(advert_report::Column::VacancyId)
        .column_as(advert_report::Column::Id.count(), "reports")
        .filter(advert_report::Column::VacancyId.is_in(ids.iter().copied()))
        .filter(advert_report::Column::DecidedAt.is_null())
        .group_by(advert_report::Column::VacancyId)
        .into_tuple()
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|(id, count)| (id, u64::try_from(count).unwrap_or(0))).collect())
}
