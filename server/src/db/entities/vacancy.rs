//! A vacancy with what was understood of its text.

use crate::ids::{AccountId, ImportId, OrganisationId, VacancyId};
use crate::vacancies::model::{
    Arrangement, Closing, ConditionList, Contract, LanguageList, VacancyStatus, WagePeriod,
};
use sea_orm::entity::prelude::*;

/// A vacancy with what was understood of its text.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "vacancy")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: VacancyId,
    /// System that brought it.
    pub source: String,
    /// Its key there.
    pub source_key: String,
    /// Digest of the record as it came, to see whether it changed.
    pub content_hash: String,
    /// The import that held it last.
    pub last_import: Option<ImportId>,
    /// Who offers it.
    pub employer_id: OrganisationId,
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
    /// 0 to 1.
    pub place_confidence: Option<f64>,
    /// Outside the country of the installation.
    pub abroad: bool,
    /// Kind of contract.
    pub contract: Option<Contract>,
    /// Where the work is done.
    pub arrangement: Option<Arrangement>,
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
    /// Level wanted, 1 to 8 of the national framework.
    pub qualification: Option<i32>,
    /// Experience wanted.
    pub experience_months: Option<i32>,
    /// Languages wanted.
    pub languages: LanguageList,
    /// Hard conditions that the advert states.
    pub conditions: ConditionList,
    /// How many people are wanted.
    pub openings: i32,
    /// First day of work.
    pub starts_on: Option<Date>,
    /// Day of publication.
    pub posted_on: Date,
    /// Last day open; none while kept open by its source.
    pub valid_through: Option<Date>,
    /// Why it closes then.
    pub closing: Closing,
    /// Where it stands.
    pub status: VacancyStatus,
    /// Whose account posted it; none where a source brought it.
    pub posted_by: Option<AccountId>,
    /// When it came.
    pub created_at: DateTimeUtc,
    /// When it changed last.
    pub updated_at: DateTimeUtc,
}

/// What a vacancy belongs to.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// Who offers it.
    #[sea_orm(
        belongs_to = "super::organisation::Entity",
        from = "Column::EmployerId",
        to = "super::organisation::Column::Id"
    )]
    Employer,
}

impl Related<super::organisation::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Employer.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
