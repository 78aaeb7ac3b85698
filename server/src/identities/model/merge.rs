//! What moves when two records are joined, kept so that all of it can be given back.

use crate::ids::{ConsentId, ConsentRequestId, EducationId, ExperienceId, IdentifierId, PersonId};
use crate::people::model::{Licence, SkillEvidence, SpokenLanguage, Visibility};
use chrono::{DateTime, Utc};
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// What moved from the record that was joined to the one that stays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Moved {
    /// How the joined record was seen before.
    pub seen: Seen,
    /// Skills that the other one had not.
    pub skills: Vec<MovedSkill>,
    /// Occupations that the other one had not.
    pub occupations: Vec<MovedOccupation>,
    /// Jobs.
    pub jobs: Vec<ExperienceId>,
    /// Numbers by which the person is known.
    pub identifiers: Vec<IdentifierId>,
    /// Records that were joined with the joined one before.
    pub followers: Vec<PersonId>,
    /// What the joined one had consented to; nothing in what was noted before consents moved.
    #[serde(default)]
    pub consents: Vec<ConsentId>,
    /// Schooling; nothing in what was noted before it was kept.
    #[serde(default)]
    pub schools: Vec<EducationId>,
    /// What it was asked to consent to.
    #[serde(default)]
    pub requests: Vec<ConsentRequestId>,
    /// What the row of the one that stays took over; nothing in what was noted before it did.
    #[serde(default)]
    pub taken: Taken,
}

/// What the row of the record that stays took over from the joined one, which keeps its own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Taken {
    /// Languages that the one that stays had not.
    pub languages: Vec<SpokenLanguage>,
    /// Licences that it had not.
    pub licences: Vec<Licence>,
    /// Whether nobody had asked it for licences, and somebody the joined one.
    pub licences_unasked: bool,
    /// How it was seen before and since when its owner said so, where the joined one was seen by fewer.
    pub shown: Option<(Visibility, Option<DateTime<Utc>>)>,
}

/// How a record is seen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    /// By whom.
    pub visibility: Visibility,
    /// When its owner said so.
    pub since: Option<DateTime<Utc>>,
    /// When the owner was asked.
    pub asked_at: Option<DateTime<Utc>>,
    /// How far the owner was told.
    pub told: i32,
}

/// A skill that moved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MovedSkill {
    /// Which.
    pub skill: i32,
    /// How well.
    pub level: Option<i32>,
    /// What shows it.
    pub evidence: SkillEvidence,
    /// 0 to 1.
    pub confidence: f64,
}

/// An occupation that moved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MovedOccupation {
    /// Which.
    pub occupation: i32,
    /// How long.
    pub months: Option<i32>,
    /// 0 to 1.
    pub confidence: f64,
}

/// How a record stands when it is to be joined or parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stood {
    /// Which.
    pub id: PersonId,
    /// Whether somebody signs in to it.
    pub owned: bool,
    /// When it came.
    pub created_at: DateTime<Utc>,
    /// With which it was joined already.
    pub merged_into: Option<PersonId>,
}

impl Stood {
    /// Of two records the one that stays: the one that somebody signs in to, else the one that came first.
    pub fn stays(one: Self, other: Self) -> (Self, Self) {
        let rank = |record: &Self| (!record.owned, record.created_at, record.id);
        if rank(&one) <= rank(&other) { (one, other) } else { (other, one) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn the_record_that_somebody_signs_in_to_stays_and_else_the_older_one() {
        let at = DateTime::<Utc>::UNIX_EPOCH;
        let record = |owned, seconds| Stood {
            id: PersonId::new(at),
            owned,
            created_at: at + TimeDelta::seconds(seconds),
            merged_into: None,
        };
        let (old, new, own) = (record(false, 1), record(false, 2), record(true, 3));
        assert_eq!(Stood::stays(new, old), (old, new));
        assert_eq!(Stood::stays(old, own), (own, old));
        let newer_own = record(true, 4);
        assert_eq!(Stood::stays(newer_own, own), (own, newer_own));
    }
}
