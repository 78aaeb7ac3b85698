//! What somebody decided about a wording as a name of a concept.

use crate::learning::model::Decision;
use sea_orm::entity::prelude::*;

/// What somebody decided about a wording as a name of a concept; a later decision replaces it.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "synonym_decision")]
pub struct Model {
    /// The wording.
    #[sea_orm(primary_key, auto_increment = false)]
    pub wording: String,
    /// `lo`, `en`, `vi` or `th`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub language: String,
    /// What it names.
    #[sea_orm(primary_key, auto_increment = false)]
    pub concept_id: i32,
    /// The decision.
    pub decision: Decision,
    /// It names other concepts too, knowingly.
    pub shared: bool,
    /// What spoke for it.
    pub evidence: String,
    /// Who decided, in words.
    pub decided_by: String,
    /// When.
    pub decided_at: DateTimeUtc,
    /// Version of the reference data at that time.
    pub version: i32,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
