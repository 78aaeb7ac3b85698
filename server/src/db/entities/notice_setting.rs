//! How somebody wants to be written to.

use crate::mail::model::Channel;
use sea_orm::entity::prelude::*;

/// How somebody wants to be written to; whoever never chose has no row.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "notice_setting")]
pub struct Model {
    /// Whose settings.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// By letter or short message; none where it does not matter.
    pub channel: Option<Channel>,
    /// Quiet from this minute of the day in Asia/Vientiane; none where no hours are quiet.
    pub quiet_from: Option<i32>,
    /// Until this one, of the next day if it is earlier.
    pub quiet_to: Option<i32>,
    /// When it changed last.
    pub updated_at: DateTimeUtc,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
