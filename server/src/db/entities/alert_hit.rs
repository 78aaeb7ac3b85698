//! That a vacancy met an alert.

use crate::ids::{AlertId, MessageId, VacancyId};
use sea_orm::entity::prelude::*;

/// That a vacancy met an alert.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "alert_hit")]
pub struct Model {
    /// The alert.
    #[sea_orm(primary_key, auto_increment = false)]
    pub alert_id: AlertId,
    /// The vacancy.
    #[sea_orm(primary_key, auto_increment = false)]
    pub vacancy_id: VacancyId,
    /// When.
    pub found_at: DateTimeUtc,
    /// The letter that told of it.
    pub message_id: Option<MessageId>,
    /// When that was written.
    pub sent_at: Option<DateTimeUtc>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
