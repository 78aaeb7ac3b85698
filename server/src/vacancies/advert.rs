//! What is a vacancy to those who apply and hire?

use super::model::{Contract, WagePeriod};
use crate::ids::{OrganisationId, VacancyId};
use chrono::NaiveDate;

/// A vacancy, as those know it who apply and hire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advert {
    /// Its key.
    pub id: VacancyId,
    /// Whose members answer: of a record of an import the organisation that holds it.
    pub organisation: OrganisationId,
    /// The name of the employer.
    pub employer: String,
    /// Whether it is open on the day.
    pub open: bool,
    /// How many people are wanted.
    pub openings: u32,
    /// As advertised.
    pub title: String,
    /// Whole units of the currency, at least.
    pub wage_min: Option<i64>,
    /// Whole units of the currency, at most.
    pub wage_max: Option<i64>,
    /// ISO 4217.
    pub wage_currency: Option<String>,
    /// What the wage is paid for.
    pub wage_period: Option<WagePeriod>,
    /// Kind of contract.
    pub contract: Option<Contract>,
    /// Place concept of the province.
    pub province: Option<i32>,
    /// Place concept of the district.
    pub district: Option<i32>,
    /// First day of work.
    pub starts_on: Option<NaiveDate>,
}
