//! One concept of the lexicon: an occupation group, a skill or a place.

use crate::reference::model::ConceptKind;
use sea_orm::entity::prelude::*;

/// One concept of the lexicon: an occupation group, a skill or a place.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "concept")]
pub struct Model {
    /// Key that the leaves know.
    #[sea_orm(primary_key)]
    pub id: i32,
    /// What it is.
    pub kind: ConceptKind,
    /// Public code: ISCO, skill slug, national place code.
    pub code: String,
    /// The broader concept.
    pub parent_id: Option<i32>,
    /// Kind of a skill; nothing for others.
    pub detail: Option<String>,
    /// Version of the reference data that wrote the row last.
    pub version: i32,
    /// Changed by hand here: newer reference data leaves it alone.
    pub edited: bool,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
