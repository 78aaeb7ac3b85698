//! That there was a record once: it counts, and says nothing else.

use crate::ids::ErasedRecordId;
use sea_orm::entity::prelude::*;

/// That there was a record once.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "erased_record")]
pub struct Model {
    /// Key; of nothing else.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ErasedRecordId,
    /// The first day of the month in which the record came.
    pub month: Date,
    /// Place concept of its province.
    pub province_id: Option<i32>,
}

/// No relations are followed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
