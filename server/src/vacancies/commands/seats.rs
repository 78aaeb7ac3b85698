//! What hiring asks of a vacancy: its terms, who answers for it, and that its places are taken.

use crate::audit::{self, By, model::Action, model::Subject, model::VACANCY};
use crate::ids::VacancyId;
use crate::vacancies::advert::Advert;
use crate::vacancies::model::{VacancyStatus, is_open};
use crate::vacancies::store;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

/// The terms of a vacancy, open or closed; none where there is none.
pub async fn advert(
    connection: &impl ConnectionTrait,
    id: VacancyId,
    today: NaiveDate,
) -> Result<Option<Advert>, DbErr> {
    let Some(row) = store::row(connection, id).await? else { return Ok(None) };
    let employer = store::answering(connection, row.employer_id).await?;
    Ok(employer.map(|(employer, held_by)| Advert {
        id: row.id,
        organisation: held_by.unwrap_or(row.employer_id),
        employer,
        open: is_open(row.status, row.valid_through, today),
        openings: u32::try_from(row.openings).unwrap_or(0),
        title: row.title,
        wage_min: row.wage_min,
        wage_max: row.wage_max,
        wage_currency: row.wage_currency,
        wage_period: row.wage_period,
        contract: row.contract,
        province: row.province_id,
        district: row.district_id,
        starts_on: row.starts_on,
    }))
}

/// The same, while nobody else takes a place of it or changes it until the transaction ends.
pub async fn advert_alone(
    transaction: &DatabaseTransaction,
    id: VacancyId,
    today: NaiveDate,
) -> Result<Option<Advert>, DbErr> {
    store::lock(transaction, id).await?;
    advert(transaction, id, today).await
}

/// All its places are taken: nobody finds it any more. There is no state of its own for that yet; it ends as one that was
/// taken back does. An event of the platform says why.
pub async fn fill(
    transaction: &DatabaseTransaction,
    id: VacancyId,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    if store::close(transaction, store::just(id), VacancyStatus::Withdrawn, at).await? == 0 {
        return Ok(false);
    }
    let subject = Subject::of(VACANCY, id.as_uuid());
    let event =
        By::platform().does(Action::Changed, subject).fields(&["status"]).because("all places are taken");
    audit::record(transaction, &event, at).await?;
    Ok(true)
}
