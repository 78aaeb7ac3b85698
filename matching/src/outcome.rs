//! What comes out: the score, its parts, the reasons, what is missing, and the ranking.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Condition, LanguageKey, Level, SkillKey};

/// How well a person and an opening fit, in ten-thousandths: 0 to [`Score::FULL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Score(pub(crate) u16);

impl Score {
    /// The best score there is.
    pub const FULL: Self = Self(10_000);

    /// The score of so many hundredths; none is above [`Score::FULL`].
    pub const fn of_percent(percent: u8) -> Self {
        if percent >= 100 { Self::FULL } else { Self(percent as u16 * 100) }
    }

    /// The score in ten-thousandths.
    pub const fn get(self) -> u16 {
        self.0
    }

    /// The score in whole hundredths, rounded down, for people to read.
    pub const fn percent(self) -> u8 {
        (self.0 / 100) as u8
    }
}

/// The points of each part, in ten-thousandths; they add up to the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Parts {
    /// Nearness of occupation.
    pub occupation: u16,
    /// Wanted skills held.
    pub skills: u16,
    /// Level of qualification.
    pub qualification: u16,
    /// Months of work.
    pub experience: u16,
    /// Wanted languages held.
    pub languages: u16,
    /// Nearness on the ground.
    pub distance: u16,
    /// Wage against wish.
    pub wage: u16,
    /// Day of start.
    pub availability: u16,
}

impl Parts {
    /// What each part brings at most; together [`Score::FULL`].
    pub const FULL: Self = Self {
        occupation: 3_000,
        skills: 3_500,
        qualification: 600,
        experience: 900,
        languages: 600,
        distance: 800,
        wage: 400,
        availability: 200,
    };

    /// The score: the sum of the parts.
    pub const fn total(&self) -> Score {
        let Self { occupation, skills, qualification, experience, languages, distance, wage, availability } =
            *self;
        Score(occupation + skills + qualification + experience + languages + distance + wage + availability)
    }
}

/// Whether a person meets a condition. Unknown is not no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Verdict {
    /// The facts say yes.
    Met,
    /// The facts say no.
    NotMet,
    /// The facts do not say.
    Unknown,
}

/// A person and an opening, judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    /// Of the person when people are ranked or one pair is explained, of the opening when openings are ranked.
    pub id: u128,
    /// How well they fit.
    pub score: Score,
    /// What each part brought.
    pub parts: Parts,
    /// Why they fit, by the points brought, strongest first.
    pub reasons: Vec<Reason>,
    /// What is missing, conditions first, then by the points lost, heaviest first.
    pub gaps: Vec<Gap>,
    /// Each condition of the opening, in its order, with its verdict.
    pub conditions: Vec<(Condition, Verdict)>,
}

impl Match {
    /// Whether the facts say no to any condition; such a match stands behind all others.
    pub fn fails_a_condition(&self) -> bool {
        self.conditions.iter().any(|(_, verdict)| *verdict == Verdict::NotMet)
    }
}

/// One way in which a person fits an opening.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// Has done this very work (all four digits).
    SameOccupation,
    /// Has done related work.
    NearOccupation {
        /// Digits of the common ISCO-08 group, 1 to 3; the opening's own level where that is less than 4.
        shared_digits: u8,
    },
    /// Holds wanted skills.
    Skills {
        /// Those held, the ones that brought most first.
        held: Vec<SkillKey>,
        /// How many are wanted.
        wanted: usize,
    },
    /// Holds a wanted skill by certificate.
    CertifiedSkill(SkillKey),
    /// Has the wanted level of qualification.
    Qualification,
    /// Has the wanted experience.
    Experience {
        /// Months of work in all.
        months: u32,
    },
    /// Speaks a wanted language at the wanted level.
    Language(LanguageKey),
    /// Lives near, and within the distance that the person accepts.
    Near {
        /// Kilometres.
        km: u32,
    },
    /// The work can be done from anywhere.
    Remote,
    /// The work is abroad and the person would go.
    WouldGoAbroad,
    /// The offered wage reaches the wish.
    WageMeetsWish,
    /// Can start on the day of start.
    AvailableByStart,
}

/// One thing that an opening asks for and a person does not bring, or is not known to bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gap {
    /// Has done other work.
    Occupation {
        /// Digits of the nearest common ISCO-08 group, 0 when none; `None` when no work is known.
        shared_digits: Option<u8>,
    },
    /// A wanted skill is not among those named.
    Skill {
        /// The skill.
        skill: SkillKey,
        /// Whether the opening calls it essential.
        essential: bool,
    },
    /// A wanted skill is held below the wanted level, or at an unknown one.
    SkillLevel {
        /// The skill.
        skill: SkillKey,
        /// The best level known.
        has: Option<Level>,
        /// The wanted level.
        wanted: Level,
    },
    /// The qualification is lower or unknown.
    Qualification {
        /// The level held.
        has: Option<u8>,
        /// The wanted level.
        wanted: u8,
    },
    /// The experience is shorter or unknown.
    Experience {
        /// Months of work.
        has: Option<u32>,
        /// Wanted months.
        wanted: u32,
    },
    /// A wanted language is not named, or is below the wanted level, or at an unknown one.
    Language {
        /// The language.
        language: LanguageKey,
        /// The best CEFR level known.
        has: Option<u8>,
        /// The wanted CEFR level.
        wanted: u8,
    },
    /// Far away, or beyond the distance that the person accepts.
    Distance {
        /// Kilometres.
        km: u32,
    },
    /// The work is abroad and the person would not go.
    StaysAtHome,
    /// The wish is above the offered wage.
    Wage {
        /// Wanted kip per month.
        wish: u64,
        /// Highest offered kip per month.
        offered: u64,
    },
    /// Can start only after the day of start.
    AvailableLater {
        /// The first possible day.
        from: NaiveDate,
    },
    /// A condition is not met, or not known to be met.
    Condition {
        /// The condition.
        condition: Condition,
        /// [`Verdict::NotMet`] or [`Verdict::Unknown`].
        verdict: Verdict,
    },
}

/// The best matches of all there are, exactly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ranking {
    /// Those that fail no condition first, then by score from the highest, ties by id from the lowest.
    pub matches: Vec<Match>,
    /// How many were looked at: everybody.
    pub scanned: usize,
    /// How many were scored exactly; a bound shut out the rest.
    pub exact: usize,
    /// How many blocks of alike rows there are.
    pub blocks: usize,
    /// How many blocks were looked into; their bound shut out the rest as a whole.
    pub blocks_visited: usize,
}
