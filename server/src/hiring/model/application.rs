//! What an application is, on which terms it was made, and what was done to it.

use super::offer::Offer;
use super::stage::{Hand, Stage, Step};
use crate::consent::model::DataClass;
use crate::digest::sha256;
use crate::ids::{ApplicationId, OrganisationId, PersonId, VacancyId};
use crate::vacancies::model::{Contract, WagePeriod};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// The terms of an advert.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Terms {
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

impl Terms {
    /// A digest by which terms are told apart.
    pub fn hash(&self) -> String {
        sha256(serde_json::to_string(self).unwrap_or_default().as_bytes())
    }
}

/// An application, or an invitation to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// Its key.
    pub id: ApplicationId,
    /// For which vacancy.
    pub vacancy: VacancyId,
    /// Whose.
    pub person: PersonId,
    /// Whose members answer.
    pub organisation: OrganisationId,
    /// Where it stands.
    pub stage: Stage,
    /// How many steps were taken: a form that was drawn from fewer is old.
    pub version: i32,
    /// The terms of the advert as they stood when it was made.
    pub terms: Terms,
    /// Their digest.
    pub terms_hash: String,
    /// What was offered last.
    pub offer: Option<Offer>,
    /// Since when it stands there.
    pub since: DateTime<Utc>,
    /// Who acts next; nobody where nothing is due.
    pub next: Option<Hand>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Code of the reason for which it ended.
    pub reason: Option<String>,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// When it ended.
    pub closed_at: Option<DateTime<Utc>>,
}

impl Application {
    /// Whether the person applied; an invitation alone is not that.
    pub fn is_answered(&self) -> bool {
        self.stage != Stage::Invited
    }
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// What was done.
    pub step: Step,
    /// By whom.
    pub hand: Hand,
    /// Where it led.
    pub stage: Stage,
    /// When.
    pub at: DateTime<Utc>,
    /// Code of the reason.
    pub reason: Option<String>,
    /// Code of the words that went with it.
    pub template: Option<String>,
}

/// An application with what was done to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The application.
    pub application: Application,
    /// The name of the organisation whose members answer.
    pub organisation: String,
    /// Whether the advert says something else now.
    pub changed: bool,
    /// What the person lets the organisation see by its applications.
    pub shared: Vec<DataClass>,
    /// The steps, the newest first.
    pub steps: Vec<Taken>,
}

/// A page of the applications for a vacancy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queue {
    /// Those of the page: open ones first, what is due earliest before the rest.
    pub page: Vec<Application>,
    /// How many there are in all.
    pub total: u64,
    /// How many of each stage.
    pub counts: Vec<(Stage, u64)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_told_apart_by_anything_that_differs() {
        let one = Terms { title: "Welder".to_owned(), wage_min: Some(3_000_000), ..Terms::default() };
        assert_eq!(one.hash(), one.clone().hash());
        assert_ne!(one.hash(), Terms { wage_min: Some(2_999_999), ..one.clone() }.hash());
        assert_ne!(one.hash(), Terms { district: Some(1301), ..one.clone() }.hash());
    }
}
