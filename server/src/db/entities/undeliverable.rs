//! An address that a server refused for good.

use crate::mail::model::Channel;
use sea_orm::entity::prelude::*;

/// An address that a server refused for good; gone once something has been delivered there.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "undeliverable")]
pub struct Model {
    /// How it was sent.
    #[sea_orm(primary_key, auto_increment = false)]
    pub channel: Channel,
    /// Address or number.
    #[sea_orm(primary_key, auto_increment = false)]
    pub recipient: String,
    /// When it was refused first.
    pub since: DateTimeUtc,
    /// What the server said.
    pub reason: String,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
