//! What people said of an advert.

use crate::ids::{AccountId, AdvertReportId, VacancyId};
use crate::moderation::model::{ReportOutcome, ReportReason};
use sea_orm::entity::prelude::*;

/// What somebody said of an advert.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "advert_report")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AdvertReportId,
    /// Of which.
    pub vacancy_id: VacancyId,
    /// What is wrong with it.
    pub reason: ReportReason,
    /// In words.
    pub said: String,
    /// Who, where somebody was signed in.
    pub account_id: Option<AccountId>,
    /// When.
    pub reported_at: DateTimeUtc,
    /// What came of it.
    pub outcome: Option<ReportOutcome>,
    /// Who decided.
    pub decided_by: Option<AccountId>,
    /// When.
    pub decided_at: Option<DateTimeUtc>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
