//! That a person consented to something.

use crate::consent::model::{AudienceKind, Channel};
use crate::ids::{AccountId, ConsentId, OrganisationId, PersonId};
use sea_orm::entity::prelude::*;

/// That a person consented to something.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "consent")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ConsentId,
    /// Who.
    pub person_id: PersonId,
    /// Code of the purpose.
    pub purpose: String,
    /// Which organisation may see it.
    pub organisation_id: Option<OrganisationId>,
    /// Or which kind of recipients.
    pub audience: Option<AudienceKind>,
    /// Codes of the classes of data, with spaces between.
    pub classes: String,
    /// Version of the words that were read.
    pub text_version: i32,
    /// Their language.
    pub language: String,
    /// How it was given.
    pub channel: Channel,
    /// Who was there, where the person did not give it alone.
    pub witness: Option<String>,
    /// Who wrote it down; nobody where it was done at the command line.
    pub recorded_by: Option<AccountId>,
    /// When it was given.
    pub given_at: DateTimeUtc,
    /// First day.
    pub starts: Date,
    /// Last day.
    pub ends: Option<Date>,
    /// When it was taken back.
    pub withdrawn_at: Option<DateTimeUtc>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
