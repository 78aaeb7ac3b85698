//! A number by which a person is known: of a card, a book, a passport.

use crate::identities::model::{IdKind, Method};
use crate::ids::{AccountId, IdentifierId, PersonId};
use sea_orm::entity::prelude::*;

/// A number by which a person is known: of a card, a book, a passport.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "person_identifier")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: IdentifierId,
    /// Whose it is.
    pub person_id: PersonId,
    /// What it is the number of.
    pub kind: IdKind,
    /// The number, sealed under its kind and key.
    pub number: String,
    /// Keyed digest by which it is looked up.
    pub digest: String,
    /// Its last signs, for masks.
    pub last_four: String,
    /// Who issued it.
    pub issuer: Option<String>,
    /// When.
    pub issued_on: Option<Date>,
    /// Its last day.
    pub expires_on: Option<Date>,
    /// When it was told.
    pub added_at: DateTimeUtc,
    /// By whom.
    pub added_by: Option<AccountId>,
    /// Which officer verified it.
    pub verified_by: Option<AccountId>,
    /// When.
    pub verified_at: Option<DateTimeUtc>,
    /// How.
    pub method: Option<Method>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
