//! Ranks people for openings and openings for people, exactly and with reasons.
//!
//! Pure: no clock, no input or output, whole numbers in the formula; the same facts give the same answer
//! on every machine. [`score`] and [`explain`] judge one pair, [`People::rank`] and [`Openings::rank`] all.
//!
//! # What counts
//! A [`Profile`] and an [`Opening`] have fields for what the work needs and offers. There is none for sex,
//! age, ethnic group, religion, marital state, disability, nationality, birthplace, name, photo or welfare
//! status, so none of these can move a score.
//!
//! # The formula
//! The [`Score`] is the sum of eight [`Parts`], 10,000 points in all:
//!
//! | part | points | all of them for | otherwise |
//! |---|---|---|---|
//! | occupation | 3,000 | the same unit group with five years there | by shared ISCO-08 digits 3: 2,300, 2: 1,600, 1: 900, none: 300; of what exceeds 300, 60 % at once and the rest in step with up to 60 months (unknown: as 24); the best held occupation counts |
//! | skills | 3,500 | every wanted skill at its level, certified | weighted mean of shares, essential skills weighing 3 and useful ones 1; a share is level (one below the wanted: 70 %, two: 45, three: 25, unknown: 60; where no level is wanted 85 to 100) × evidence (inferred 60 %, claimed 75, experience 90, certificate 100); an unlisted skill 10 % |
//! | qualification | 600 | the wanted level or above | 200 less per missing level |
//! | experience | 900 | the wanted months or more | in step with the months |
//! | languages | 600 | each wanted language at its CEFR level, tested | mean of shares; a quarter less per missing level but never below 20 %, unknown level 60 %, untested nine tenths of that; an unlisted language 10 % |
//! | distance | 800 | remote work, or work abroad for who would go, or no distance | 800 · 60 / (km + 60); nothing beyond what the person accepts, or abroad for who would not go |
//! | wage | 400 | the highest offer reaches the wish | down to nothing where the wish is twice the offer |
//! | availability | 200 | can start on the day | down to nothing at 90 days of delay |
//!
//! *The person's facts are unknown*: half of qualification, experience, distance, wage and availability;
//! what a list leaves out brings the floors above, which are what a known lack brings too, so that listing
//! more never hurts. *The opening asks for nothing*: qualification, experience and languages in full, since
//! whoever comes has what is asked. *The opening does not say* its occupation, skills, place, wage or day:
//! half, so that a vague opening stands neither above nor below the ones that say what they are; among
//! people for one opening it moves nothing, as everybody gets the same.
//!
//! # Conditions
//! A [`Condition`] is hard, moves no points and has a [`Verdict`]: met, not met, unknown. Matches with any
//! condition not met stand behind all others. Unknown is not no.
//!
//! # Laws, each a property test
//! 1. Bounded: every part within its points; the parts add up to the score.
//! 2. Monotone: no good thing lowers any part: one more skill, occupation or language, a higher level,
//!    better evidence, a test, longer work, higher qualification, a nearer home, a wider reach, the will to
//!    go abroad, a lower wish or a higher offer, an earlier day. A wanted skill gained always raises it.
//! 3. Deterministic, and `explain` gives what `score` gives.
//! 4. Independent of the order of lists, and of naming a thing twice: the better mention counts.
//! 5. Exact ranking: the best by score, ties by id, as by scoring everybody.
//!
//! # How the ranking stays exact and quick
//! People are met under each occupation they name, sorted by occupation and place, and cut into blocks of up
//! to 256 that are alike. A block has a bound that nobody inside exceeds: from the best of each fact and the
//! best grade of each wanted skill and language inside. Blocks are looked into from the highest bound down;
//! inside, branch-free tiles over fifteen bytes an entry and the block's part of the postings bound every
//! entry. Whoever's bound is not behind the worst place known so far is scored by the formula itself, so
//! that nobody of another occupation or without a shared skill can be lost. Openings are kept likewise.
//!
//! All of it lies in flat arrays that are used where they are, also in a map of a file. Changes become small
//! tables that are merged by and by; a clone shares the tables and is never changed.

pub mod adverts;
pub mod allocation;
mod columns;
mod conditions;
mod explain;
mod formula;
mod isco;
mod keys;
pub mod linkage;
mod opening;
mod outcome;
mod position;
mod profile;
mod rank;
pub mod rules;
#[cfg(test)]
mod trials;

pub use columns::{
    Bytes, DamagedColumns, Openings, OpeningsBuilder, People, PeopleBuilder, SeeBest, rank_all, rank_fitting,
};
pub use explain::{explain, score};
pub use isco::{IscoCode, IscoCodeError};
pub use keys::{LanguageKey, LicenceKey, OccupationKey, PlaceKey, SkillKey};
pub use opening::{Condition, Opening, WantedLanguage, WantedSkill};
pub use outcome::{Gap, Match, Parts, Ranking, Reason, Score, Verdict};
pub use position::{Position, PositionError};
pub use profile::{Evidence, HeldLanguage, HeldOccupation, HeldSkill, Level, Profile};
