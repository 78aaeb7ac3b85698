//! What a vacancy is: its kinds, its conditions, when it is open.

mod marks;
mod steps;

pub use marks::MarkKind;
pub use steps::{StepRefused, Taken, VacancyHand, VacancyStep, after, open_steps};

pub use crate::money::WagePeriod;
use chrono::NaiveDate;
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Kind of contract, after schema.org `employmentType` and Lao practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Contract {
    /// Full time, open or fixed term.
    FullTime,
    /// Part time.
    PartTime,
    /// For a limited time.
    Temporary,
    /// For a season.
    Seasonal,
    /// By the day.
    DayLabour,
    /// To learn.
    Internship,
}

impl Contract {
    /// All kinds in the order in which pages list them.
    pub const ALL: [Self; 6] =
        [Self::FullTime, Self::PartTime, Self::Temporary, Self::Seasonal, Self::DayLabour, Self::Internship];

    /// The number by which the index knows the kind; 1 and up.
    pub fn key(self) -> u32 {
        match self {
            Self::FullTime => 1,
            Self::PartTime => 2,
            Self::Temporary => 3,
            Self::Seasonal => 4,
            Self::DayLabour => 5,
            Self::Internship => 6,
        }
    }

    /// The code in addresses, files and the interface for machines.
    pub fn code(self) -> String {
        self.to_value()
    }

    /// The kind with a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::try_from_value(&code.to_owned()).ok()
    }
}

/// Where the work is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Arrangement {
    /// At the employer's site.
    OnSite,
    /// Partly at home.
    Hybrid,
    /// Anywhere.
    Remote,
}

/// Why a vacancy closes when it closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Closing {
    /// The advert names its last day.
    Stated,
    /// The advert names none: sixty days after its posting.
    SixtyDays,
    /// Open until a later import of the same source no longer holds it.
    KeptOpen,
}

/// Days that an advert without closing date stays open after its posting.
pub const DAYS_WITHOUT_CLOSING_DATE: u64 = 60;

/// Where a vacancy stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum VacancyStatus {
    /// It is being written.
    Draft,
    /// It was handed in; nobody else sees it.
    Submitted,
    /// It goes back to whoever wrote it.
    Returned,
    /// It does not come.
    Rejected,
    /// Anyone may find it.
    Published,
    /// It rests.
    Paused,
    /// Anyone may find it; some of its openings are filled.
    PartFilled,
    /// All its openings are filled.
    Filled,
    /// Its last day has passed.
    Expired,
    /// It was taken away.
    TakenDown,
    /// It was taken back, or its source no longer holds it.
    Withdrawn,
    /// It has been over for long.
    Archived,
}

impl VacancyStatus {
    /// Those in which anyone may find it, up to its last day.
    pub const FOUND: [Self; 2] = [Self::Published, Self::PartFilled];
    /// Those from which a last day that passed closes it.
    pub const LIVE: [Self; 3] = [Self::Published, Self::PartFilled, Self::Paused];

    /// Its code.
    pub fn code(self) -> String {
        self.to_value()
    }

    /// Whether the public ever saw a vacancy that stands here.
    pub fn was_public(self) -> bool {
        match self {
            Self::Draft | Self::Submitted | Self::Returned | Self::Rejected => false,
            Self::Published
            | Self::Paused
            | Self::PartFilled
            | Self::Filled
            | Self::Expired
            | Self::TakenDown
            | Self::Withdrawn
            | Self::Archived => true,
        }
    }
}

/// Is a vacancy open on `today`?
pub fn is_open(status: VacancyStatus, valid_through: Option<NaiveDate>, today: NaiveDate) -> bool {
    VacancyStatus::FOUND.contains(&status) && valid_through.is_none_or(|last| last >= today)
}

/// A language that an advert asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WantedLanguage {
    /// ISO 639-1 code.
    pub language: String,
    /// CEFR level, 1 (A1) to 6 (C2); none if the advert names none.
    pub level: Option<u8>,
}

/// Languages that an advert asks for, as stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct LanguageList(pub Vec<WantedLanguage>);

/// A hard condition that an advert states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum StatedCondition {
    /// A licence, by code (`driving_b`, `nurse`).
    Licence {
        /// Code of the licence.
        code: String,
    },
    /// A language test.
    LanguageTest {
        /// ISO 639-1 code.
        language: String,
        /// CEFR level, 1 to 6.
        level: u8,
    },
    /// A qualification level of the national framework.
    Qualification {
        /// 1 to 8.
        level: u8,
    },
    /// Experience in the occupation of the advert.
    Experience {
        /// Months.
        months: u32,
    },
    /// Work in shifts.
    Shift,
}

/// Hard conditions of an advert, as stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct ConditionList(pub Vec<StatedCondition>);
