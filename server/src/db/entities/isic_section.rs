//! A section of ISIC Rev. 4.

use sea_orm::entity::prelude::*;

/// A section of ISIC Rev. 4.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "isic_section")]
pub struct Model {
    /// One letter.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    /// English title.
    pub title_en: String,
    /// Lao title.
    pub title_lo: Option<String>,
    /// Vietnamese title.
    pub title_vi: Option<String>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
