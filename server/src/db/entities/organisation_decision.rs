//! A decision about how far an organisation was verified.

use crate::ids::{AccountId, DecisionId, OrganisationId};
use crate::organisations::model::{Standing, Step};
use sea_orm::entity::prelude::*;

/// A decision about how far an organisation was verified.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation_decision")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DecisionId,
    /// About whom.
    pub organisation_id: OrganisationId,
    /// By which step.
    pub step: Step,
    /// From what.
    pub before: Standing,
    /// To what.
    pub after: Standing,
    /// By whom; nobody where a day did it.
    pub decided_by: Option<AccountId>,
    /// When.
    pub decided_at: DateTimeUtc,
    /// Why.
    pub reason: String,
    /// Last day for which it holds.
    pub valid_until: Option<Date>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
