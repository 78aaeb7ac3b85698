//! That somebody applied for a vacancy, or was asked to.

use crate::hiring::model::{Hand, Offer, Stage, Terms};
use crate::ids::{ApplicationId, OrganisationId, PersonId, VacancyId};
use sea_orm::entity::prelude::*;

/// That somebody applied for a vacancy, or was asked to.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "application")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ApplicationId,
    /// For which vacancy.
    pub vacancy_id: VacancyId,
    /// Whose.
    pub person_id: PersonId,
    /// Whose members answer.
    pub organisation_id: OrganisationId,
    /// Where it stands.
    pub stage: Stage,
    /// How many steps were taken.
    pub version: i32,
    /// The terms of the advert as they stood.
    pub terms: Terms,
    /// Their digest.
    pub terms_hash: String,
    /// What was offered last.
    pub offer: Option<Offer>,
    /// Since when it stands there.
    pub since: DateTimeUtc,
    /// Who acts next.
    pub next_actor: Option<Hand>,
    /// By when.
    pub due_on: Option<Date>,
    /// Code of the reason for which it ended.
    pub reason: Option<String>,
    /// When whoever is to act was reminded.
    pub reminded_at: Option<DateTimeUtc>,
    /// When it was made.
    pub made_at: DateTimeUtc,
    /// When it ended.
    pub closed_at: Option<DateTimeUtc>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
