//! Why a person and an opening fit, and what is missing, in words.

mod condition;
mod gap;
mod reason;

pub use condition::{condition_text, verdict_text};
pub use gap::gap_text;
pub use reason::reason_text;

/// A reason why a person and an opening fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReasonView {
    /// Has worked in the occupation.
    SameOccupation {
        /// The occupation.
        label: String,
    },
    /// Has worked in a near occupation.
    NearOccupation {
        /// The occupation held.
        label: String,
        /// The occupation wanted.
        wanted: String,
    },
    /// Has skills that are wanted.
    Skills {
        /// The wanted skills that are held, most important first.
        held: Vec<String>,
        /// How many are wanted.
        wanted: usize,
    },
    /// A wanted skill is certified.
    CertifiedSkill {
        /// The skill.
        label: String,
    },
    /// Reaches the qualification.
    Qualification {
        /// Level held, 1 to 8.
        level: u8,
    },
    /// Has experience.
    Experience {
        /// Years.
        years: u32,
        /// Months beyond the years.
        months: u32,
    },
    /// Speaks a wanted language.
    Language {
        /// The language.
        label: String,
    },
    /// Lives near.
    Near {
        /// Distance.
        km: u32,
    },
    /// The work is done from anywhere.
    Remote,
    /// The work is abroad and the person would go.
    WouldGoAbroad,
    /// The wage meets the wish.
    WageMeetsWish,
    /// Can start in time.
    AvailableNow,
}

/// What is missing between a person and an opening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GapView {
    /// Occupation unlike those held.
    Occupation {
        /// The occupation wanted.
        wanted: String,
    },
    /// A skill is missing.
    Skill {
        /// The skill.
        label: String,
        /// Whether the job cannot be done without it.
        essential: bool,
    },
    /// A skill is held below the wanted level, or nobody knows how well.
    SkillLevel {
        /// The skill.
        label: String,
        /// Whether the level held is known.
        known: bool,
        /// The level wanted, in the reader's language.
        wanted: String,
    },
    /// The qualification is lower, or unknown.
    Qualification {
        /// Level held, 1 to 8, if known.
        has: Option<u8>,
        /// Level wanted.
        wanted: u8,
    },
    /// Less experience than wanted, or unknown.
    Experience {
        /// Months held, if known.
        has: Option<u32>,
        /// Months wanted.
        wanted: u32,
    },
    /// A language is missing or below the wanted level.
    Language {
        /// The language.
        label: String,
        /// The level wanted, such as `B1`, if the opening states one.
        level: Option<String>,
    },
    /// Far away.
    Distance {
        /// Distance.
        km: u32,
    },
    /// The wage is below the wish; both as text with currency and period.
    Wage {
        /// What the person wishes.
        wish: String,
        /// What is offered.
        offered: String,
    },
    /// Available only later.
    AvailableLater {
        /// The day, as text.
        date: String,
    },
    /// The work is abroad and the person does not wish to go.
    Abroad,
    /// A hard condition that is not met or unknown.
    Condition {
        /// The condition.
        condition: ConditionView,
        /// Whether it is met.
        verdict: VerdictView,
    },
}

/// A hard condition that an opening states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConditionView {
    /// A licence.
    Licence {
        /// The licence.
        label: String,
    },
    /// A language test.
    LanguageTest {
        /// The language.
        label: String,
        /// The level, such as `B1`.
        level: String,
    },
    /// A qualification.
    Qualification {
        /// Level, 1 to 8.
        level: u8,
    },
    /// Experience.
    Experience {
        /// The occupation, if the condition names one.
        occupation: Option<String>,
        /// Months.
        months: u32,
    },
    /// Work in shifts.
    Shift,
}

/// Whether a condition is met; unknown is not no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerdictView {
    /// Met.
    Met,
    /// Not met.
    NotMet,
    /// Nobody knows yet.
    Unknown,
}
