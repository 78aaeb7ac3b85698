//! On which terms the work of a vacancy is that an organisation posted.

use crate::ids::VacancyId;
use sea_orm::entity::prelude::*;

/// On which terms the work of a vacancy is.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "vacancy_terms")]
pub struct Model {
    /// Of which.
    #[sea_orm(primary_key, auto_increment = false)]
    pub vacancy_id: VacancyId,
    /// Hours of normal work on a day.
    pub hours_a_day: Option<f64>,
    /// Days of work in a week.
    pub days_a_week: Option<f64>,
    /// Hours of overtime on a day.
    pub overtime_a_day: Option<f64>,
    /// Hours of overtime in a month.
    pub overtime_a_month: Option<f64>,
    /// Whether it is done by night.
    pub night: Option<bool>,
    /// Whether it is hazardous.
    pub hazardous: Option<bool>,
    /// Whether it is manual work.
    pub manual: Option<bool>,
    /// Days on probation.
    pub probation_days: Option<i32>,
    /// Months of a contract with an end.
    pub term_months: Option<i32>,
    /// Age from which it can be taken up.
    pub least_age: Option<i32>,
    /// What comes on top of the wage.
    pub allowances: Option<String>,
    /// The occupation, as typed.
    pub occupation_typed: Option<String>,
    /// The skills, as typed.
    pub skills_typed: Option<String>,
    /// Why only some people can do the work.
    pub exception: Option<String>,
    /// Goes up with each change.
    pub revision: i32,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
