//! Ranks people for openings and openings for people, exactly and with reasons.

mod columns;
mod conditions;
mod explain;
mod formula;
mod isco;
mod keys;
mod opening;
mod outcome;
mod position;
mod profile;
mod rank;
#[cfg(test)]
mod trials;

pub use columns::{Openings, People};
pub use explain::{explain, score};
pub use isco::{IscoCode, IscoCodeError};
pub use keys::{LanguageKey, LicenceKey, OccupationKey, PlaceKey, SkillKey};
pub use opening::{Condition, Opening, WantedLanguage, WantedSkill};
pub use outcome::{Gap, Match, Parts, Ranking, Reason, Score, Verdict};
pub use position::{Position, PositionError};
pub use profile::{Evidence, HeldLanguage, HeldOccupation, HeldSkill, Level, Profile};
