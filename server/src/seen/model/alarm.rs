//! That somebody had many covered values shown.

use crate::accounts::model::Entry;
use crate::ids::{AccountId, AlarmId};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum AlarmKind {
    /// More values were shown in a day than is usual.
    Many,
    /// No more are shown until tomorrow.
    Refused,
}

/// That somebody looked into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: AccountId,
    /// What was found.
    pub words: String,
}

/// That somebody had many covered values shown in a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm {
    /// Key.
    pub id: AlarmId,
    /// Who.
    pub account: AccountId,
    /// What happened.
    pub kind: AlarmKind,
    /// On which day, in Vientiane.
    pub day: NaiveDate,
    /// Values that were shown by then.
    pub count: u32,
    /// When.
    pub raised_at: DateTime<Utc>,
    /// Whether somebody looked into it.
    pub closed: Option<Closed>,
}

/// An alarm with those whom it is about.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The alarm.
    pub alarm: Alarm,
    /// How its account is reached; none if it is gone.
    pub entry: Option<Entry>,
    /// How whoever closed it is reached.
    pub closer: Option<Entry>,
}
