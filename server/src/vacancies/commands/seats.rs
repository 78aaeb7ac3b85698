//! What hiring asks of a vacancy: its terms, who answers for it, and that its places are taken.

use super::step::{Decision, StepError, step};
use crate::audit::By;
use crate::ids::VacancyId;
use crate::vacancies::advert::Advert;
use crate::vacancies::model::{VacancyStep, is_open};
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
    store::locked(transaction, id).await?;
    advert(transaction, id, today).await
}

/// Somebody started: so many of its places are filled now. With the last one nobody finds it any more. What is closed
/// already stays as it is; false then.
pub async fn fill(
    transaction: &DatabaseTransaction,
    id: VacancyId,
    (started, places): (u64, u64),
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let taken = if started >= places { VacancyStep::Fill } else { VacancyStep::FillSome };
    let reason = format!("{started} of {places}");
    match step(transaction, (id, &By::platform()), Decision::of_platform(taken, &reason), at).await {
        Ok(_) => Ok(true),
        Err(StepError::Missing | StepError::Refused(_)) => Ok(false),
        Err(StepError::Database(error)) => Err(error),
    }
}
