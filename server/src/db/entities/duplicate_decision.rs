//! What an officer decided about two records.

use crate::identities::model::{CaseState, Judgement};
use crate::ids::{AccountId, CaseId, DecisionId};
use sea_orm::entity::prelude::*;

/// What an officer decided about two records.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "duplicate_decision")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DecisionId,
    /// About which case.
    pub case_id: CaseId,
    /// What was decided.
    pub judgement: Judgement,
    /// To what it led.
    pub after: CaseState,
    /// By whom.
    pub decided_by: AccountId,
    /// When.
    pub decided_at: DateTimeUtc,
    /// Why.
    pub reason: String,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
