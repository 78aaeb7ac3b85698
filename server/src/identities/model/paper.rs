//! A number by which a person is known, and how it was verified.

use super::kind::{IdKind, Number};
use crate::ids::{IdentifierId, PersonId};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;

/// How an officer verified a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Method {
    /// Saw the document itself.
    Original,
    /// Saw a certified copy.
    Copy,
    /// Asked the register of those who issue it.
    Register,
}

impl Method {
    /// All ways.
    pub fn all() -> impl Iterator<Item = Self> {
        use sea_orm::Iterable;
        Self::iter()
    }
}

/// A number as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewIdentifier {
    /// What it is the number of.
    pub kind: IdKind,
    /// The number.
    pub number: Number,
    /// Who issued it.
    pub issuer: Option<String>,
    /// When.
    pub issued_on: Option<NaiveDate>,
    /// Its last day.
    pub expires_on: Option<NaiveDate>,
}

/// A number as it is kept; the number itself stays sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// Key.
    pub id: IdentifierId,
    /// Whose it is.
    pub person: PersonId,
    /// What it is the number of.
    pub kind: IdKind,
    /// Keyed digest.
    pub digest: String,
    /// Its last signs.
    pub last_four: String,
    /// Who issued it.
    pub issuer: Option<String>,
    /// When.
    pub issued_on: Option<NaiveDate>,
    /// Its last day.
    pub expires_on: Option<NaiveDate>,
    /// When and how it was verified.
    pub verified: Option<(DateTime<Utc>, Method)>,
}

impl Identifier {
    /// The number as others see it: covered but for its last signs.
    pub fn masked(&self) -> String {
        format!("••••{}", self.last_four)
    }
}
