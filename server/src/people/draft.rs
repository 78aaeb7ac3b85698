//! A person's record as it comes from outside, parsed and understood, before it is stored.

use super::model::{BirthPrecision, Sex, SkillEvidence, SpokenLanguage, Visibility};
use crate::reference::PlaceChain;
use chrono::NaiveDate;
use search::{OccupationKey, SkillKey};

/// A person ready to be stored.
#[derive(Clone, Debug)]
pub struct PersonDraft {
    /// Key of the record in its source; the same key again is the same record.
    pub source_key: String,
    /// Digest of the record as it came.
    pub content_hash: String,
    /// Who it is.
    pub identity: Identity,
    /// The place as given.
    pub place_text: Option<String>,
    /// The units recognised.
    pub place: PlaceChain,
    /// Who this is at work, in a line.
    pub headline: String,
    /// Free text of the profile.
    pub profile: String,
    /// Language of the texts, ISO 639-1.
    pub language: String,
    /// Occupations with months and confidence, best first.
    pub occupations: Vec<DraftOccupation>,
    /// Skills.
    pub skills: Vec<DraftPersonSkill>,
    /// Languages spoken.
    pub languages: Vec<SpokenLanguage>,
    /// Licences by code; none if nobody asked.
    pub licences: Option<Vec<String>>,
    /// 1 to 8 of the national framework.
    pub qualification: Option<u8>,
    /// In all.
    pub experience_months: Option<u32>,
    /// What the person is looking for.
    pub wishes: Wishes,
    /// Who may find the profile.
    pub visibility: Visibility,
}

/// Who a person is; kept apart from everything that search and matching read.
#[derive(Clone, Debug)]
pub struct Identity {
    /// Given or only name.
    pub given_name: Option<String>,
    /// Family name, where there is one.
    pub family_name: Option<String>,
    /// Name in Latin letters.
    pub latin_name: Option<String>,
    /// As registered.
    pub sex: Sex,
    /// As precise as known.
    pub birth: Option<(NaiveDate, BirthPrecision)>,
    /// As given.
    pub phone: Option<String>,
    /// A mailbox, as it is stored with accounts.
    pub email: Option<String>,
}

/// What a person is looking for.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// A month, whole units of the currency.
    pub wage: Option<(i64, String)>,
    /// First day.
    pub available_from: Option<NaiveDate>,
    /// Would work shifts.
    pub shifts: Option<bool>,
    /// Would work abroad.
    pub abroad: Option<bool>,
    /// Would travel so far.
    pub max_distance_km: Option<u32>,
}

/// An occupation that a person has worked in or was trained for.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftOccupation {
    /// Unit group.
    pub occupation: OccupationKey,
    /// How long.
    pub months: Option<u32>,
    /// 0 to 1.
    pub confidence: f64,
}

/// A skill that a person has.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftPersonSkill {
    /// Which.
    pub skill: SkillKey,
    /// 1 basic to 4 expert.
    pub level: Option<u8>,
    /// What shows it.
    pub evidence: SkillEvidence,
    /// 0 to 1.
    pub confidence: f64,
}
