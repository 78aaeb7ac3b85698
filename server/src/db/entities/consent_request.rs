//! That an organisation asks a person for consent.

use crate::consent::model::Answer;
use crate::ids::{AccountId, ConsentId, ConsentRequestId, OrganisationId, PersonId};
use sea_orm::entity::prelude::*;

/// That an organisation asks a person for consent.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "consent_request")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ConsentRequestId,
    /// Who is asked.
    pub person_id: PersonId,
    /// Who asks.
    pub organisation_id: OrganisationId,
    /// Code of the purpose.
    pub purpose: String,
    /// Why, in the asker's own words.
    pub reason: String,
    /// Who of the organisation asks.
    pub asked_by: AccountId,
    /// When.
    pub asked_at: DateTimeUtc,
    /// The last day on which it can be answered.
    pub open_until: Date,
    /// When it was answered, or lapsed.
    pub answered_at: Option<DateTimeUtc>,
    /// How.
    pub answer: Option<Answer>,
    /// The consent that was given.
    pub consent_id: Option<ConsentId>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
