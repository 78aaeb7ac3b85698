//! A vacancy as it comes from outside, parsed and understood, before it is stored.

use super::model::{
    Arrangement, Closing, Contract, DAYS_WITHOUT_CLOSING_DATE, StatedCondition, WantedLanguage,
};
use super::title::Title;
use crate::clock::days_after;
use crate::money::WagePeriod;
use crate::reference::PlaceChain;
use chrono::NaiveDate;
use search::{OccupationKey, SkillKey};

/// A vacancy ready to be stored.
#[derive(Clone, Debug)]
pub struct VacancyDraft {
    /// Key of the record in its source; the same key again is the same vacancy.
    pub source_key: String,
    /// Digest of the record as it came.
    pub content_hash: String,
    /// Who offers it, as named there.
    pub employer: String,
    /// As advertised.
    pub title: Title,
    /// As advertised.
    pub description: String,
    /// Language of the texts, ISO 639-1.
    pub language: String,
    /// Unit group with confidence, 0 to 1.
    pub occupation: Option<(OccupationKey, f64)>,
    /// Where it is.
    pub place: DraftPlace,
    /// Kind of contract.
    pub contract: Option<Contract>,
    /// Where the work is done.
    pub arrangement: Option<Arrangement>,
    /// What is paid.
    pub wage: Wage,
    /// Level wanted, 1 to 8 of the national framework.
    pub qualification: Option<u8>,
    /// Experience wanted.
    pub experience_months: Option<u32>,
    /// Languages wanted.
    pub languages: Vec<WantedLanguage>,
    /// Hard conditions that the advert states.
    pub conditions: Vec<StatedCondition>,
    /// People wanted, at least one.
    pub openings: u32,
    /// First day of work.
    pub starts_on: Option<NaiveDate>,
    /// Day of publication.
    pub posted_on: NaiveDate,
    /// When and why it closes.
    pub closes: Closes,
    /// Skills asked for.
    pub skills: Vec<DraftSkill>,
}

/// Where a vacancy is, as far as its text was understood.
#[derive(Clone, Debug, Default)]
pub struct DraftPlace {
    /// As advertised.
    pub text: Option<String>,
    /// The units recognised.
    pub chain: PlaceChain,
    /// 0 to 1, where a unit was recognised.
    pub confidence: Option<f64>,
    /// Outside the country of the installation.
    pub abroad: bool,
}

/// What is paid: as advertised, and as numbers where the text gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wage {
    /// As advertised.
    pub text: Option<String>,
    /// Whole units of the currency.
    pub min: Option<i64>,
    /// Whole units of the currency.
    pub max: Option<i64>,
    /// ISO 4217.
    pub currency: Option<String>,
    /// What it is paid for.
    pub period: Option<WagePeriod>,
}

/// A skill that a vacancy asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftSkill {
    /// Which.
    pub skill: SkillKey,
    /// Asked for, not only welcome.
    pub essential: bool,
    /// 1 basic to 4 expert.
    pub level: Option<u8>,
    /// 0 to 1.
    pub confidence: f64,
}

/// When a vacancy closes, and why then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closes {
    /// On the day it states.
    On(NaiveDate),
    /// It states none.
    SixtyDaysAfterPosting,
    /// When a later import of its source no longer holds it.
    WithItsSource,
}

impl Closes {
    /// The reason and the last day, as stored.
    pub fn settle(self, posted_on: NaiveDate) -> (Closing, Option<NaiveDate>) {
        match self {
            Self::On(day) => (Closing::Stated, Some(day)),
            Self::SixtyDaysAfterPosting => {
                (Closing::SixtyDays, Some(days_after(posted_on, DAYS_WITHOUT_CLOSING_DATE)))
            }
            Self::WithItsSource => (Closing::KeptOpen, None),
        }
    }
}
