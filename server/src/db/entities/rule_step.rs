//! What was decided about a version of a rule.

use crate::ids::AccountId;
use crate::rules::model::{State, Step};
use sea_orm::entity::prelude::*;

/// What was decided about a version of a rule.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rule_step")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i32,
    /// About which version.
    pub version_id: i32,
    /// What was done.
    pub step: Step,
    /// How far it was.
    pub state_before: Option<State>,
    /// How far it came.
    pub state_after: State,
    /// Who; nobody where a day did it, or the command line.
    pub account_id: Option<AccountId>,
    /// When.
    pub at: DateTimeUtc,
    /// Why.
    pub reason: String,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
