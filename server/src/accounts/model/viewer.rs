//! Who asks: an account that is signed in.

use crate::ids::{AccountId, SessionId};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// With how much somebody signed in.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    EnumIter,
    DeriveActiveEnum,
    Serialize,
    Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Factors {
    /// A password, or a code that was sent.
    One,
    /// A code of the owner's device besides.
    Two,
}

/// An account that is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// The account.
    pub account: AccountId,
    /// The session.
    pub session: SessionId,
    /// With how much it signed in.
    pub factors: Factors,
    /// Whether the account asks for a second factor at each sign-in.
    pub second_factor: bool,
}
