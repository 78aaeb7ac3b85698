//! That an account has a role.

use crate::access::model::Role;
use crate::ids::{AccountId, MembershipId, OrganisationId};
use sea_orm::entity::prelude::*;

/// That an account has a role.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "membership")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MembershipId,
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
    /// Whose it is.
    pub account_id: AccountId,
    /// Who gave it; nobody where it was given at the command line.
    pub granted_by: Option<AccountId>,
    /// When it was given.
    pub granted_at: DateTimeUtc,
    /// When it ends by itself.
    pub until: Option<DateTimeUtc>,
    /// When somebody last said that it is still needed.
    pub confirmed_at: DateTimeUtc,
    /// When it was ended.
    pub ended_at: Option<DateTimeUtc>,
}

/// What a membership belongs to.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// In which organisation.
    #[sea_orm(
        belongs_to = "super::organisation::Entity",
        from = "Column::OrganisationId",
        to = "super::organisation::Column::Id"
    )]
    Organisation,
}

impl Related<super::organisation::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Organisation.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
