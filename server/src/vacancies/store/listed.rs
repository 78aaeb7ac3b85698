//! What does a list show of a vacancy? Only those columns are read for it.

use super::{WithEmployer, open};
use crate::db::entities::{organisation, vacancy};
use crate::ids::{OrganisationId, VacancyId};
use crate::vacancies::model::{Contract, WagePeriod};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, DerivePartialModel, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

/// A vacancy with its employer's name, as cards, feeds and lists for machines show it.
#[derive(Clone, Debug, PartialEq, DerivePartialModel)]
#[sea_orm(entity = "vacancy::Entity")]
pub struct Listed {
    /// Key.
    pub id: VacancyId,
    /// Name of who offers it.
    #[sea_orm(from_expr = "organisation::Column::Name")]
    pub employer: String,
    /// As advertised.
    pub title: String,
    /// As advertised.
    pub description: String,
    /// Language of title and description.
    pub language: String,
    /// ISCO-08 unit group.
    pub occupation_id: Option<i32>,
    /// 0 to 1.
    pub occupation_confidence: Option<f64>,
    /// The place as advertised.
    pub place_text: Option<String>,
    /// Place concept of the country.
    pub country_id: Option<i32>,
    /// Place concept of the province.
    pub province_id: Option<i32>,
    /// Place concept of the district.
    pub district_id: Option<i32>,
    /// Outside the country of the installation.
    pub abroad: bool,
    /// Kind of contract.
    pub contract: Option<Contract>,
    /// The wage as advertised.
    pub wage_text: Option<String>,
    /// Whole units of the currency.
    pub wage_min: Option<i64>,
    /// Whole units of the currency.
    pub wage_max: Option<i64>,
    /// ISO 4217.
    pub wage_currency: Option<String>,
    /// What the wage is paid for.
    pub wage_period: Option<WagePeriod>,
    /// Day of publication.
    pub posted_on: NaiveDate,
    /// Last day open; none while kept open by its source.
    pub valid_through: Option<NaiveDate>,
    /// When it changed last.
    pub updated_at: DateTime<Utc>,
}

/// The open vacancies among `ids` as lists show them, one query, in no order.
pub async fn listed_by_ids(
    connection: &impl ConnectionTrait,
    ids: &[VacancyId],
    today: NaiveDate,
) -> Result<Vec<Listed>, DbErr> {
    open(today)
        .filter(vacancy::Column::Id.is_in(ids.iter().copied()))
        .into_partial_model()
        .all(connection)
        .await
}

/// How many open vacancies an employer has, and the newest of them, at most `limit`.
pub async fn open_of(
    connection: &impl ConnectionTrait,
    employer: OrganisationId,
    (limit, today): (u64, NaiveDate),
) -> Result<(u64, Vec<Listed>), DbErr> {
    let those = open(today).filter(vacancy::Column::EmployerId.eq(employer));
    let total = those.clone().count(connection).await?;
    let newest = those.order_by_desc(vacancy::Column::Id).limit(limit);
    Ok((total, newest.into_partial_model().all(connection).await?))
}

impl From<&WithEmployer> for Listed {
    fn from((vacancy, employer): &WithEmployer) -> Self {
        Self {
            id: vacancy.id,
            employer: employer.clone(),
            title: vacancy.title.clone(),
            description: vacancy.description.clone(),
            language: vacancy.language.clone(),
            occupation_id: vacancy.occupation_id,
            occupation_confidence: vacancy.occupation_confidence,
            place_text: vacancy.place_text.clone(),
            country_id: vacancy.country_id,
            province_id: vacancy.province_id,
            district_id: vacancy.district_id,
            abroad: vacancy.abroad,
            contract: vacancy.contract,
            wage_text: vacancy.wage_text.clone(),
            wage_min: vacancy.wage_min,
            wage_max: vacancy.wage_max,
            wage_currency: vacancy.wage_currency.clone(),
            wage_period: vacancy.wage_period,
            posted_on: vacancy.posted_on,
            valid_through: vacancy.valid_through,
            updated_at: vacancy.updated_at,
        }
    }
}
