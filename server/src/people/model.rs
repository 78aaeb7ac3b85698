//! What a person's profile holds.

use chrono::NaiveDate;
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

impl Visibility {
    /// By how many it lets a profile be seen, the fewest first.
    pub fn reach(self) -> u8 {
        match self {
            Self::Hidden => 0,
            Self::Anonymous => 1,
            Self::Open => 2,
        }
    }

    /// The number by which the index of people knows it: none that a kind of contract has.
    pub fn key(self) -> u32 {
        match self {
            Self::Hidden => 60,
            Self::Anonymous => 61,
            Self::Open => 62,
        }
    }
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
    /// Which test, where the person says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub test: Option<LanguageTest>,
}

/// A test that shows how well a person speaks a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguageTest {
    /// Its name: TOPIK, IELTS.
    pub name: String,
    /// What was reached; empty where that was not said.
    pub score: String,
    /// Its last day.
    pub valid_until: Option<NaiveDate>,
}

/// Languages of a person, as stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct SpokenLanguages(pub Vec<SpokenLanguage>);

/// A licence or certificate that a person holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "StoredLicence", into = "StoredLicence")]
pub struct Licence {
    /// Its code in the table of licences.
    pub code: String,
    /// Its number.
    pub number: Option<String>,
    /// Its last day.
    pub valid_until: Option<NaiveDate>,
}

impl Licence {
    /// A licence of which nothing else is known.
    pub fn of(code: String) -> Self {
        Self { code, number: None, valid_until: None }
    }
}

/// As it is stored: the code alone where nothing else is known.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum StoredLicence {
    Code(String),
    Whole { code: String, number: Option<String>, valid_until: Option<NaiveDate> },
}

impl From<StoredLicence> for Licence {
    fn from(stored: StoredLicence) -> Self {
        match stored {
            StoredLicence::Code(code) => Self::of(code),
            StoredLicence::Whole { code, number, valid_until } => Self { code, number, valid_until },
        }
    }
}

impl From<Licence> for StoredLicence {
    fn from(licence: Licence) -> Self {
        match licence {
            Licence { code, number: None, valid_until: None } => Self::Code(code),
            Licence { code, number, valid_until } => Self::Whole { code, number, valid_until },
        }
    }
}

/// Licences of a person, as stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct LicenceList(pub Vec<Licence>);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_stored_before_tests_and_numbers_were_asked_for_is_read_and_written_as_it_was() {
        let licences: LicenceList = serde_json::from_str(r#"["driving_b"]"#).unwrap();
        assert_eq!(licences.0, [Licence::of("driving_b".to_owned())]);
        assert_eq!(serde_json::to_string(&licences).unwrap(), r#"["driving_b"]"#);
        let spoken = r#"[{"language":"ko","level":3,"tested":true}]"#;
        let languages: SpokenLanguages = serde_json::from_str(spoken).unwrap();
        assert_eq!(languages.0[0].test, None);
        assert_eq!(serde_json::to_string(&languages).unwrap(), spoken);
    }

    #[test]
    fn a_licence_keeps_its_number() {
        let number = Some("LA 123".to_owned());
        let held = LicenceList(vec![Licence { number, ..Licence::of("welder".to_owned()) }]);
        let written = serde_json::to_string(&held).unwrap();
        assert_eq!(serde_json::from_str::<LicenceList>(&written).unwrap(), held);
    }
}
