//! What an opening asks for and offers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{IscoCode, LanguageKey, Level, LicenceKey, Position, SkillKey};

/// One opening: a vacancy at home, or a place under a labour supply contract abroad.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Opening {
    /// The opening's uuid; decides ties.
    pub id: u128,
    /// The work to be done.
    pub isco: Option<IscoCode>,
    /// Wanted skills, in any order; one named twice is essential if either says so, at the higher level.
    pub skills: Vec<WantedSkill>,
    /// Wanted level of the national qualifications framework, 1 to 8.
    pub qualification: Option<u8>,
    /// Wanted months of work.
    pub experience_months: Option<u32>,
    /// Wanted languages, in any order; of one named twice the higher level counts.
    pub languages: Vec<WantedLanguage>,
    /// Where the work is.
    pub position: Option<Position>,
    /// Whether it can be done from anywhere.
    pub remote: bool,
    /// Whether it is in another country.
    pub abroad: bool,
    /// Offered wage, lowest and highest, in kip per month.
    pub wage: Option<(u64, u64)>,
    /// First day of work.
    pub starts: Option<NaiveDate>,
    /// Hard conditions: only those that the opening states.
    pub conditions: Vec<Condition>,
}

/// A skill that an opening asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WantedSkill {
    /// The skill.
    pub skill: SkillKey,
    /// Essential skills weigh three times as much as useful ones.
    pub essential: bool,
    /// How well.
    pub level: Option<Level>,
}

/// A language that an opening asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WantedLanguage {
    /// The language.
    pub language: LanguageKey,
    /// CEFR level, 1 (A1) to 6 (C2).
    pub level: u8,
}

/// Something without which the opening cannot be had. It moves no points: a person who is known not to
/// meet it is ranked behind all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Condition {
    /// The licence is held.
    Licence(LicenceKey),
    /// The language is proved by test at this CEFR level or above.
    LanguageTest {
        /// The language.
        language: LanguageKey,
        /// CEFR level, 1 to 6.
        level: u8,
    },
    /// A level of the national qualifications framework, 1 to 8, or above.
    Qualification(u8),
    /// Months of work, in the given group of occupations or in any.
    Experience {
        /// The group in which the work was done.
        isco: Option<IscoCode>,
        /// How many months.
        months: u32,
    },
    /// Work in shifts.
    Shift,
}
