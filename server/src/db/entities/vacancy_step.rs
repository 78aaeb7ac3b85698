//! What was done about a vacancy: a row for each step.

use crate::ids::{AccountId, VacancyId};
use crate::vacancies::model::{VacancyHand, VacancyStatus, VacancyStep};
use sea_orm::entity::prelude::*;

/// What was done about a vacancy.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "vacancy_step")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i32,
    /// About which.
    pub vacancy_id: VacancyId,
    /// What.
    pub step: VacancyStep,
    /// Where it stood.
    pub status_before: Option<VacancyStatus>,
    /// Where it came.
    pub status_after: VacancyStatus,
    /// By whose hand.
    pub hand: VacancyHand,
    /// Whose account; none where a day did it, or a source.
    pub account_id: Option<AccountId>,
    /// When.
    pub at: DateTimeUtc,
    /// Why, as a code; empty where there is no list.
    pub reason_code: String,
    /// Why, in words.
    pub reason: String,
    /// What the advert said when it was taken away.
    pub kept: Option<String>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
