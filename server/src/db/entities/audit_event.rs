//! Something that was done or read, as the audit trail keeps it.

use crate::ids::{EventId, PersonId};
use sea_orm::entity::prelude::*;

/// Something that was done or read. Codes are read as they stand, so that a check can judge a row that somebody
/// has spoilt.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_event")]
pub struct Model {
    /// Its id, in the order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EventId,
    /// When, in whole microseconds.
    pub at: DateTimeUtc,
    /// What was done, a code of `audit::Action`.
    pub action: String,
    /// The kind of thing to which it was done.
    pub subject: String,
    /// The role in which it was done.
    pub role: String,
    /// What for; empty where nobody had to say.
    pub purpose: String,
    /// Who, to what and to whom, as one text of JSON; none once it is erased.
    pub personal: Option<String>,
    /// Random bytes before the personal part in its digest; erased with it.
    pub salt: Option<Vec<u8>>,
    /// The digest of salt and personal part, which stays.
    pub digest: Vec<u8>,
    /// The actor of the personal part, to be asked for.
    pub actor: Option<String>,
    /// The person of the personal part, to be asked for.
    pub person_id: Option<PersonId>,
    /// Number of its seal; none while it waits.
    pub seal: Option<i64>,
    /// Its place among the events of its seal, from 0.
    pub position: Option<i32>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
