//! That somebody had many covered values of people shown in a day.

use crate::ids::{AccountId, AlarmId};
use crate::seen::model::AlarmKind;
use sea_orm::entity::prelude::*;

/// That somebody had many covered values of people shown in a day.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "alarm")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AlarmId,
    /// Who.
    pub account_id: AccountId,
    /// What happened.
    pub kind: AlarmKind,
    /// On which day.
    pub day: Date,
    /// Values that were shown by then.
    pub count: i32,
    /// When.
    pub raised_at: DateTimeUtc,
    /// When somebody had looked into it.
    pub closed_at: Option<DateTimeUtc>,
    /// Who had.
    pub closed_by: Option<AccountId>,
    /// What was found.
    pub words: Option<String>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
