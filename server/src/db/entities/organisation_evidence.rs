//! A paper that shows what an organisation is.

use crate::ids::{AccountId, EvidenceId, OrganisationId};
use crate::organisations::model::EvidenceKind;
use sea_orm::entity::prelude::*;

/// A paper that shows what an organisation is.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation_evidence")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EvidenceId,
    /// Whose it is.
    pub organisation_id: OrganisationId,
    /// What it is.
    pub kind: EvidenceKind,
    /// Its number.
    pub number: String,
    /// When it was issued.
    pub issued_on: Option<Date>,
    /// Its last day.
    pub valid_until: Option<Date>,
    /// What else is to be said.
    pub note: Option<String>,
    /// Who brought it.
    pub added_by: Option<AccountId>,
    /// When.
    pub added_at: DateTimeUtc,
    /// When it was taken back.
    pub withdrawn_at: Option<DateTimeUtc>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
