//! What one unit of a currency was worth on a day.

use sea_orm::entity::prelude::*;

/// What one unit of a currency was worth on a day.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "exchange_rate")]
pub struct Model {
    /// ISO 4217.
    #[sea_orm(primary_key, auto_increment = false)]
    pub currency: String,
    /// The day.
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Date,
    /// Kip for one unit.
    pub kip_per_unit: f64,
    /// Where it comes from.
    pub source: String,
    /// H, M or L.
    pub confidence: String,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
