//! A country.

use sea_orm::entity::prelude::*;

/// A country.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "country")]
pub struct Model {
    /// ISO 3166-1 alpha-2.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    /// ISO 3166-1 alpha-3.
    pub alpha3: String,
    /// English name.
    pub name_en: String,
    /// Lao name.
    pub name_lo: Option<String>,
    /// Vietnamese name.
    pub name_vi: Option<String>,
    /// Thai name.
    pub name_th: Option<String>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
