//! Two records that were joined, and what moved from the one to the other.

use crate::identities::model::Moved;
use crate::ids::{CaseId, MergeId, PersonId};
use sea_orm::entity::prelude::*;

/// Two records that were joined, and what moved from the one to the other.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "person_merge")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MergeId,
    /// By which case.
    pub case_id: CaseId,
    /// The record that stays.
    pub survivor: PersonId,
    /// The record that leads to it.
    pub merged: PersonId,
    /// What moved, to be given back.
    pub moved: Moved,
    /// When.
    pub merged_at: DateTimeUtc,
    /// When that was undone.
    pub undone_at: Option<DateTimeUtc>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
