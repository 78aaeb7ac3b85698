//! An employer, school, agency or public office.

use crate::ids::OrganisationId;
use sea_orm::entity::prelude::*;

/// An employer, school, agency or public office.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OrganisationId,
    /// System that brought it.
    pub source: String,
    /// Its key there.
    pub source_key: String,
    /// `employer`, `school`, `agency` or `office`.
    pub kind: String,
    /// As it calls itself.
    pub name: String,
    /// When it came.
    pub created_at: DateTimeUtc,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
