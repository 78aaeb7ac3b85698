//! What a person brings: the facts that may count, and no others.
//!
//! There is no field for sex, age, ethnic group, religion, marital state, disability, nationality,
//! birthplace, name, photo or welfare status: what has no field cannot move a score.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{IscoCode, LanguageKey, LicenceKey, Position, SkillKey};

/// One person. `None` and what a list leaves out mean *unknown*, never *no*.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Profile {
    /// The person's uuid; decides ties.
    pub id: u128,
    /// Work done before, in any order.
    pub occupations: Vec<HeldOccupation>,
    /// Skills, in any order; of one skill named twice the better counts.
    pub skills: Vec<HeldSkill>,
    /// Level of the national qualifications framework, 1 to 8.
    pub qualification: Option<u8>,
    /// Months of work in all occupations together.
    pub experience_months: Option<u32>,
    /// Languages, in any order; of one language named twice the better counts.
    pub languages: Vec<HeldLanguage>,
    /// Where the person lives.
    pub position: Option<Position>,
    /// Wanted wage in kip per month.
    pub wage_wish: Option<u64>,
    /// First day on which the person can start.
    pub available_from: Option<NaiveDate>,
    /// Licences held; `None` when nobody asked.
    pub licences: Option<Vec<LicenceKey>>,
    /// Whether the person works shifts.
    pub shifts: Option<bool>,
    /// How far from home the person would work, in km.
    pub max_distance_km: Option<u32>,
    /// Whether the person would work abroad.
    pub abroad: Option<bool>,
}

/// Work of one kind that a person has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct HeldOccupation {
    /// The kind of work.
    pub isco: IscoCode,
    /// For how many months.
    pub months: Option<u32>,
}

/// A skill with how well and by what proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct HeldSkill {
    /// The skill.
    pub skill: SkillKey,
    /// How well.
    pub level: Option<Level>,
    /// By what proof.
    pub evidence: Evidence,
}

/// How well a skill is mastered, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    /// Under guidance.
    Basic,
    /// Alone, in usual cases.
    Working,
    /// Alone, in hard cases.
    Skilled,
    /// Teaches others.
    Expert,
}

/// How a skill is known, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Evidence {
    /// Concluded from an occupation or a text.
    Inferred,
    /// Said by the person.
    Claimed,
    /// Used in a stated job.
    Experience,
    /// Certified.
    Certificate,
}

/// A language with how well and whether by test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct HeldLanguage {
    /// The language.
    pub language: LanguageKey,
    /// CEFR level, 1 (A1) to 6 (C2).
    pub level: Option<u8>,
    /// Whether a test proved it.
    pub tested: bool,
}
