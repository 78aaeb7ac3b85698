//! Roles, and which of them sees which field of a person.

use crate::table::{TableError, table};
use serde::Deserialize;

/// A role that an account may have.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RoleRow {
    /// Its code.
    pub role: String,
    /// The column of the table of fields that holds for it; empty for none: it sees no field of a person.
    pub audience: String,
    /// How much of the country it reaches: `own`, `organisation`, `district`, `province` or `country`.
    pub reach: String,
    /// Whether it asks for a second factor: `yes` or `no`.
    pub second_factor: String,
    /// Kinds of organisations in which it can be had, with spaces between; empty for none.
    pub of: String,
    /// What it may do, with spaces between.
    pub permissions: String,
}

/// What an audience sees of a field.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SightRow {
    /// The field.
    pub field: String,
    /// The audience.
    pub audience: String,
    /// The rule in the words of those who set it.
    pub as_written: String,
    /// The rule as the program reads it: pairs `tie:sight` with spaces between, of which the first whose tie holds counts.
    pub sights: String,
}

/// How far the organisation of whoever uses a permission has to be verified.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct StandingRow {
    /// The permission.
    pub permission: String,
    /// In organisations of these kinds, with spaces between; in others it asks for nothing.
    pub of: String,
    /// The standings in which it may be used, with spaces between.
    pub standings: String,
    /// Who set it.
    pub source: String,
}

/// For how long a role can be given; those without a row are given until somebody ends them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RoleTermRow {
    /// The role.
    pub role: String,
    /// Days at most.
    pub days: u32,
    /// Who set it.
    pub source: String,
}

/// A step on the way of a profile that employers see, unless its owner says that it shall stay so.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct VisibilityRow {
    /// `ask`, `first_warning`, `second_warning` or `hide`.
    pub step: String,
    /// Days after the owner last said so.
    pub after_days: u32,
    /// Who set it.
    pub source: String,
}

/// Something for which a covered value may be shown.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RevealPurposeRow {
    /// Its code.
    pub purpose: String,
    /// What it is called in Lao.
    pub lo: String,
    /// In English.
    pub en: String,
    /// In Vietnamese.
    pub vi: String,
    /// Whether it has to be told in words as well: `yes` or `no`.
    pub words: String,
    /// Who set it.
    pub source: String,
}

/// How often an account may look at people in a day, and where somebody is told.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct LimitRow {
    /// What is limited.
    pub limit: String,
    /// How often.
    pub value: u32,
    /// Who set it.
    pub source: String,
}

/// How long somebody stays signed in.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SessionRow {
    /// A role, `administrator` for whoever looks after an organisation's members, or `others`.
    pub seat: String,
    /// Minutes without use after which the session ends.
    pub idle_minutes: u32,
    /// Hours after the sign-in at which it ends.
    pub hours: u32,
    /// Who set it.
    pub source: String,
}

/// How long whom stays signed in.
pub fn session_terms() -> Result<Vec<SessionRow>, TableError> {
    table!("access/sessions.csv")
}

/// All roles.
pub fn roles() -> Result<Vec<RoleRow>, TableError> {
    table!("access/roles.csv")
}

/// Who sees what.
pub fn who_sees_what() -> Result<Vec<SightRow>, TableError> {
    table!("access/who_sees_what.csv")
}

/// How far organisations have to be verified for what.
pub fn standings() -> Result<Vec<StandingRow>, TableError> {
    table!("access/standings.csv")
}

/// For how long roles can be given.
pub fn role_terms() -> Result<Vec<RoleTermRow>, TableError> {
    table!("access/terms.csv")
}

/// When owners of profiles that employers see are asked again, warned, and hidden.
pub fn visibility_steps() -> Result<Vec<VisibilityRow>, TableError> {
    table!("access/visibility.csv")
}

/// What covered values are shown for.
pub fn reveal_purposes() -> Result<Vec<RevealPurposeRow>, TableError> {
    table!("access/purposes.csv")
}

/// How often people may be looked at.
pub fn limits() -> Result<Vec<LimitRow>, TableError> {
    table!("access/limits.csv")
}
