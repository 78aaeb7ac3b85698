//! One name of a concept in one language.

use sea_orm::entity::prelude::*;

/// One name of a concept in one language.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "label")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i32,
    /// What it names.
    pub concept_id: i32,
    /// `lo`, `en`, `vi` or `th`.
    pub language: String,
    /// `preferred`, `synonym` or `title`.
    pub kind: String,
    /// The words.
    pub text: String,
    /// Where it comes from; see SOURCES.md.
    pub source: String,
    /// Who checked it besides its author.
    pub checked: String,
    /// Means several concepts, and says so.
    pub shared: bool,
    /// `active`, or `removed` by hand.
    pub status: String,
    /// Version of the reference data that wrote the row last.
    pub version: i32,
    /// Changed by hand here.
    pub edited: bool,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
