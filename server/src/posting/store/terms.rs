//! On which terms the work is, with a number that goes up with each change.

use crate::db::entities::{vacancy, vacancy_terms};
use crate::ids::{OrganisationId, VacancyId};
use crate::posting::model::Terms;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};

/// The terms of a vacancy, with their number; none of one that a source brought.
pub(in crate::posting) async fn terms_of(
    connection: &impl ConnectionTrait,
    id: VacancyId,
) -> Result<Option<(Terms, i32)>, DbErr> {
    let row = vacancy_terms::Entity::find_by_id(id).one(connection).await?;
    Ok(row.map(read))
}

fn read(row: vacancy_terms::Model) -> (Terms, i32) {
    let vacancy_terms::Model {
        vacancy_id: _,
        hours_a_day,
        days_a_week,
        overtime_a_day,
        overtime_a_month,
        night,
        hazardous,
        manual,
        probation_days,
        term_months,
        least_age,
        allowances,
        occupation_typed,
        skills_typed,
        exception,
        revision,
    } = row;
    let small = |number: Option<i32>| number.and_then(|number| u16::try_from(number).ok());
    let terms = Terms {
        hours_a_day,
        days_a_week,
        overtime_a_day,
        overtime_a_month,
        night: night.unwrap_or_default(),
        hazardous: hazardous.unwrap_or_default(),
        manual,
        probation_days: small(probation_days),
        term_months: small(term_months),
        least_age: small(least_age),
        allowances,
        occupation_typed,
        skills_typed,
        exception,
    };
    (terms, revision)
}

/// Stores the terms of a vacancy under a number.
pub(in crate::posting) async fn save_terms(
    transaction: &DatabaseTransaction,
    (id, revision): (VacancyId, i32),
    terms: &Terms,
) -> Result<(), DbErr> {
    use sea_orm::Iterable;
    let Terms {
        hours_a_day,
        days_a_week,
        overtime_a_day,
        overtime_a_month,
        night,
        hazardous,
        manual,
        probation_days,
        term_months,
        least_age,
        allowances,
        occupation_typed,
        skills_typed,
        exception,
    } = terms.clone();
    let row = vacancy_terms::ActiveModel {
        vacancy_id: Set(id),
        hours_a_day: Set(hours_a_day),
        days_a_week: Set(days_a_week),
        overtime_a_day: Set(overtime_a_day),
        overtime_a_month: Set(overtime_a_month),
        night: Set(Some(night)),
        hazardous: Set(Some(hazardous)),
        manual: Set(manual),
        probation_days: Set(probation_days.map(i32::from)),
        term_months: Set(term_months.map(i32::from)),
        least_age: Set(least_age.map(i32::from)),
        allowances: Set(allowances),
        occupation_typed: Set(occupation_typed),
        skills_typed: Set(skills_typed),
        exception: Set(exception),
        revision: Set(revision),
    };
    let all =
        vacancy_terms::Column::iter().filter(|column| !matches!(column, vacancy_terms::Column::VacancyId));
    let amend = OnConflict::column(vacancy_terms::Column::VacancyId).update_columns(all).to_owned();
    vacancy_terms::Entity::insert(row).on_conflict(amend).exec_without_returning(transaction).await?;
    Ok(())
}

/// The vacancy that an organisation posted itself last.
pub(in crate::posting) async fn last_of(
    connection: &impl ConnectionTrait,
    organisation: OrganisationId,
) -> Result<Option<VacancyId>, DbErr> {
    vacancy::Entity::find()
        .select_only()
        .column(vacancy::Column::Id)
        .filter(vacancy::Column::EmployerId.eq(organisation))
        .filter(vacancy::Column::PostedBy.is_not_null())
        .order_by_desc(vacancy::Column::Id)
        .into_tuple()
        .one(connection)
        .await
}

/// How many vacancies an organisation has posted itself since a moment.
pub(in crate::posting) async fn posted_since(
    connection: &impl ConnectionTrait,
    organisation: OrganisationId,
    since: DateTime<Utc>,
) -> Result<u64, DbErr> {
    vacancy::Entity::find()
        .filter(vacancy::Column::EmployerId.eq(organisation))
        .filter(vacancy::Column::PostedBy.is_not_null())
        .filter(vacancy::Column::CreatedAt.gte(since))
        .count(connection)
        .await
}
