//! A request that everything about somebody be erased.

use crate::erasure::model::{Hold, Stage};
use crate::ids::{AccountId, ErasureId, PersonId};
use sea_orm::entity::prelude::*;

/// A request that everything about somebody be erased.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "erasure")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ErasureId,
    /// Whose account; none where there is none, or it is done.
    pub account_id: Option<AccountId>,
    /// Whose record; none where there is none, or it is done.
    pub person_id: Option<PersonId>,
    /// How far it came.
    pub stage: Stage,
    /// When it was asked for.
    pub asked_at: DateTimeUtc,
    /// When it is carried out at the earliest.
    pub due_at: DateTimeUtc,
    /// When its owner was told the last time.
    pub warned_at: Option<DateTimeUtc>,
    /// What holds it up.
    pub held: Option<Hold>,
    /// The officer who asked in somebody's place.
    pub asked_by: Option<AccountId>,
    /// Why, in the officer's words; emptied when it is done or taken back.
    pub reason: Option<String>,
    /// Who was there beside the officer; emptied when it is done or taken back.
    pub witness: Option<String>,
    /// When it was carried out or taken back.
    pub ended_at: Option<DateTimeUtc>,
}

/// No relations: accounts and records go, the request stays.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
