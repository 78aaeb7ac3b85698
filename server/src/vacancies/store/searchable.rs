//! What does the index need of a vacancy? Only those columns are read for it.

use super::{BATCH, open};
use crate::db::entities::{organisation, vacancy, vacancy_skill};
use crate::db::lists;
use crate::ids::VacancyId;
use crate::vacancies::model::{Contract, WagePeriod};
use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, DerivePartialModel, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, sea_query::SimpleExpr,
};
use std::collections::HashMap;

/// What may be searched of a vacancy, with its employer's name.
#[derive(Clone, Debug, PartialEq, DerivePartialModel)]
#[sea_orm(entity = "vacancy::Entity")]
pub struct Searchable {
    /// Key.
    pub id: VacancyId,
    /// Name of who offers it.
    #[sea_orm(from_expr = "organisation::Column::Name")]
    pub employer: String,
    /// As advertised.
    pub title: String,
    /// As advertised.
    pub description: String,
    /// ISCO-08 unit group.
    pub occupation_id: Option<i32>,
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
    /// Keys of the skills it cannot do without, ascending.
    #[sea_orm(skip)]
    pub essential: Vec<i32>,
    /// Keys of the other skills, ascending.
    #[sea_orm(skip)]
    pub optional: Vec<i32>,
}

/// The open vacancies among `ids` as the index needs them, in no order.
pub async fn searchable_by_ids(
    connection: &impl ConnectionTrait,
    ids: &[VacancyId],
    today: NaiveDate,
) -> Result<Vec<Searchable>, DbErr> {
    let mut found = Vec::new();
    for batch in ids.chunks(BATCH * 10) {
        let named = || batch.iter().copied();
        let query = open(today).filter(vacancy::Column::Id.is_in(named()));
        let rows = query.into_partial_model().all(connection).await?;
        found.extend(complete(connection, rows, vacancy_skill::Column::VacancyId.is_in(named())).await?);
    }
    Ok(found)
}

/// A page of open vacancies after `after`, ordered by id, as the index needs them.
pub async fn searchable_after(
    connection: &impl ConnectionTrait,
    after: Option<VacancyId>,
    limit: u64,
    today: NaiveDate,
) -> Result<Vec<Searchable>, DbErr> {
    let mut query = open(today);
    if let Some(after) = after {
        query = query.filter(vacancy::Column::Id.gt(after));
    }
    let query = query.order_by_asc(vacancy::Column::Id).limit(limit);
    let rows: Vec<Searchable> = query.into_partial_model().all(connection).await?;
    let (Some(first), Some(last)) = (rows.first().map(|row| row.id), rows.last().map(|row| row.id)) else {
        return Ok(Vec::new());
    };
    complete(connection, rows, vacancy_skill::Column::VacancyId.between(first, last)).await
}

async fn complete(
    connection: &impl ConnectionTrait,
    mut rows: Vec<Searchable>,
    of_skill: SimpleExpr,
) -> Result<Vec<Searchable>, DbErr> {
    let wanted = vacancy_skill::Entity::find()
        .select_only()
        .columns([vacancy_skill::Column::VacancyId, vacancy_skill::Column::Essential])
        .expr(lists::keys(vacancy_skill::Column::SkillId))
        .filter(of_skill)
        .group_by(vacancy_skill::Column::VacancyId)
        .group_by(vacancy_skill::Column::Essential);
    let wanted: Vec<(VacancyId, bool, String)> = wanted.into_tuple().all(connection).await?;
    let wanted: HashMap<(VacancyId, bool), String> =
        wanted.into_iter().map(|(id, essential, keys)| ((id, essential), keys)).collect();
    let keys = |id, essential| wanted.get(&(id, essential)).map_or(Ok(Vec::new()), |keys| lists::read(keys));
    for row in &mut rows {
        row.essential = keys(row.id, true)?;
        row.optional = keys(row.id, false)?;
    }
    Ok(rows)
}
