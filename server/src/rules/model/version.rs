//! A version of a rule: its values, its days, where it is known from, and how far it has come.

use super::{
    AlternativeRow, Instrument, RuleDefinition, State, Step, UnitError, ValueRow, VersionKey, Worded,
};
use crate::ids::AccountId;
use chrono::{DateTime, NaiveDate, Utc};
use matching::rules::{Standing, Value, Version};
use sea_orm::entity::prelude::*;
use std::collections::BTreeMap;

/// How sure a version is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Confidence {
    /// The text itself, or two sources that agree.
    #[sea_orm(string_value = "H")]
    High,
    /// One credible source.
    #[sea_orm(string_value = "M")]
    Medium,
    /// From memory, or sources disagree.
    #[sea_orm(string_value = "L")]
    Low,
}

/// A version of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleVersion {
    /// Which row holds it.
    pub key: VersionKey,
    /// Code of its rule.
    pub rule: String,
    /// Its number within the rule, from 1.
    pub number: u32,
    /// Its own name, where the rule names its steps.
    pub label: Option<String>,
    /// How far it has come.
    pub state: State,
    /// The day on which it was issued.
    pub issued_on: Option<NaiveDate>,
    /// The first day on which it holds; none where nobody knows it.
    pub valid_from: Option<NaiveDate>,
    /// The last day on which it holds; none where it holds until the next.
    pub valid_until: Option<NaiveDate>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Whether it refuses nothing until somebody confirms it.
    pub verify: bool,
    /// When somebody did.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// Code of the instrument that made it, where that is another than the rule's.
    pub instrument: Option<String>,
    /// That instrument in words, where it is none of the program's.
    pub citation: Option<String>,
    /// Where in it it stands.
    pub article: Option<String>,
    /// Codes of its sources.
    pub sources: Vec<String>,
    /// What a reader has to know.
    pub note: Option<Worded>,
    /// Its values by name; a name of the rule's units that is not here is not known.
    pub values: BTreeMap<String, ValueRow>,
    /// What other sources tell.
    pub alternatives: Vec<AlternativeRow>,
    /// Who proposed it; nobody where it came with the program.
    pub proposed_by: Option<AccountId>,
    /// When.
    pub proposed_at: DateTime<Utc>,
}

/// Rules with the versions that held, hold or are to hold, and the instruments that make them.
#[derive(Clone, Debug, Default)]
pub struct Shelved {
    /// In the order of the files, with their versions, earliest first.
    pub rules: Vec<(RuleDefinition, Vec<RuleVersion>)>,
    /// By code.
    pub instruments: BTreeMap<String, Instrument>,
}

/// A step that was taken about a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// What was done.
    pub step: Step,
    /// How far the version was.
    pub before: Option<State>,
    /// How far it came.
    pub after: State,
    /// Who; nobody where a day did it, or the command line.
    pub by: Option<AccountId>,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: String,
}

impl RuleVersion {
    /// Whether it may refuse by itself.
    pub fn standing(&self) -> Standing {
        match (self.verify, self.confirmed_at) {
            (true, None) => Standing::Unconfirmed,
            (false, _) | (true, Some(_)) => Standing::Confirmed,
        }
    }

    /// Its values in the units of its rule.
    pub fn read_values(&self, rule: &RuleDefinition) -> Result<BTreeMap<String, Value>, UnitError> {
        let known = self.values.iter().filter_map(|(name, row)| Some((name, row, rule.units.get(name)?)));
        known.map(|(name, row, unit)| Ok((name.clone(), unit.read(row)?))).collect()
    }

    /// What judging needs of it.
    pub fn judging(&self, rule: &RuleDefinition) -> Result<Version, UnitError> {
        Ok(Version {
            key: self.key,
            number: self.number,
            valid_from: self.valid_from,
            valid_until: self.valid_until,
            standing: self.standing(),
            values: self.read_values(rule)?,
        })
    }
}
