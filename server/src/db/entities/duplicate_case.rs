//! Two records that may be of one person.

use crate::identities::model::{CaseState, Says, Source};
use crate::ids::{AccountId, CaseId, PersonId};
use sea_orm::entity::prelude::*;

/// Two records that may be of one person.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "duplicate_case")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CaseId,
    /// The record of the lower key.
    pub one: PersonId,
    /// The other one.
    pub other: PersonId,
    /// Bits: log2 odds of one person.
    pub weight: f64,
    /// What each field says; no values.
    pub says: Says,
    /// How far it was decided.
    pub state: CaseState,
    /// What brought it up.
    pub origin: Source,
    /// When.
    pub opened_at: DateTimeUtc,
    /// Who proposed to join them.
    pub proposed_by: Option<AccountId>,
    /// When it changed last.
    pub changed_at: DateTimeUtc,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
