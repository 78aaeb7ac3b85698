//! A place where an organisation works.

use crate::ids::{OrganisationId, SiteId};
use sea_orm::entity::prelude::*;

/// A place where an organisation works.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation_site")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SiteId,
    /// Whose it is.
    pub organisation_id: OrganisationId,
    /// As the organisation calls it.
    pub name: String,
    /// Place concept.
    pub province_id: Option<i32>,
    /// Place concept.
    pub district_id: Option<i32>,
    /// Village, street.
    pub address: Option<String>,
    /// When it was told.
    pub created_at: DateTimeUtc,
    /// When it was given up.
    pub closed_at: Option<DateTimeUtc>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
