//! That somebody may become a member.

use crate::access::model::Role;
use crate::ids::{AccountId, InvitationId, OrganisationId};
use sea_orm::entity::prelude::*;

/// That somebody may become a member.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InvitationId,
    /// The role.
    pub role: Role,
    /// In which organisation.
    pub organisation_id: Option<OrganisationId>,
    /// Over which province.
    pub province_id: Option<i32>,
    /// Over which district of it.
    pub district_id: Option<i32>,
    /// Whether it comes with looking after the organisation's members.
    pub administers: bool,
    /// Digest of the token in the invitation's address.
    pub digest: String,
    /// The phone or mailbox to which it was sent.
    pub contact: String,
    /// Who invited; nobody where it was done at the command line.
    pub invited_by: Option<AccountId>,
    /// When it was sent.
    pub created_at: DateTimeUtc,
    /// Until when it can be accepted.
    pub expires_at: DateTimeUtc,
    /// When it was accepted.
    pub accepted_at: Option<DateTimeUtc>,
    /// By whom.
    pub accepted_by: Option<AccountId>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<DateTimeUtc>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
