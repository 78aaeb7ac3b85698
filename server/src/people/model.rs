//! What a person's profile holds.

use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// As registered; never a part of search or matching.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
    /// Not stated.
    Unknown,
}

/// How precisely a birth date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum BirthPrecision {
    /// To the day.
    Day,
    /// To the month; the day is stored as the first.
    Month,
    /// To the year; month and day are stored as the first of January.
    Year,
}

/// Who may find a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Visibility {
    /// Only officers; the default.
    Hidden,
    /// Employers see skills, not who it is.
    Anonymous,
    /// Employers see the profile.
    Open,
}

/// What shows that a person has a skill, weakest first.
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
pub enum SkillEvidence {
    /// Read out of free text by the linker.
    Inferred,
    /// Stated by the person.
    Claimed,
    /// Used at work.
    Experience,
    /// Tested or certified.
    Certificate,
}

/// A language that a person speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpokenLanguage {
    /// ISO 639-1 code.
    pub language: String,
    /// CEFR level, 1 (A1) to 6 (C2), where known.
    pub level: Option<u8>,
    /// Shown by a test.
    pub tested: bool,
}

/// Languages of a person, as stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct SpokenLanguages(pub Vec<SpokenLanguage>);

/// Licences of a person, by code, as stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct LicenceList(pub Vec<String>);
