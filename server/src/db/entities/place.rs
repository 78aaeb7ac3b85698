//! Where a place concept lies and when it is valid.

use sea_orm::entity::prelude::*;

/// Where a place concept lies and when it is valid.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "place")]
pub struct Model {
    /// The concept.
    #[sea_orm(primary_key, auto_increment = false)]
    pub concept_id: i32,
    /// `country`, `province` or `district`.
    pub level: String,
    /// ISO 3166 code.
    pub iso: Option<String>,
    /// Degrees north of its centre.
    pub lat: Option<f64>,
    /// Degrees east of its centre.
    pub lon: Option<f64>,
    /// First day.
    pub valid_from: Option<Date>,
    /// Last day.
    pub valid_to: Option<Date>,
    /// Code of the unit that followed.
    pub successor: Option<String>,
    /// Where it comes from.
    pub source: String,
    /// H, M or L.
    pub confidence: String,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
