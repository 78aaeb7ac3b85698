//! A version as it is stored, and back.

use crate::db::entities::rule_version;
use crate::ids::AccountId;
use crate::rules::model::{AlternativeRow, Confidence, RuleVersion, State, ValueRow, VersionKey, Worded};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ActiveValue::{NotSet, Set};
use std::collections::BTreeMap;

/// A version before it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::rules) struct NewVersion {
    pub(in crate::rules) rule: String,
    pub(in crate::rules) number: u32,
    pub(in crate::rules) label: Option<String>,
    pub(in crate::rules) state: State,
    pub(in crate::rules) issued_on: Option<NaiveDate>,
    pub(in crate::rules) valid_from: Option<NaiveDate>,
    pub(in crate::rules) valid_until: Option<NaiveDate>,
    pub(in crate::rules) confidence: Confidence,
    pub(in crate::rules) verify: bool,
    pub(in crate::rules) instrument: Option<String>,
    pub(in crate::rules) citation: Option<String>,
    pub(in crate::rules) article: Option<String>,
    pub(in crate::rules) sources: Vec<String>,
    pub(in crate::rules) note: Option<Worded>,
    pub(in crate::rules) values: BTreeMap<String, ValueRow>,
    pub(in crate::rules) alternatives: Vec<AlternativeRow>,
    pub(in crate::rules) proposed: (Option<AccountId>, DateTime<Utc>),
    pub(in crate::rules) shipped: Option<i32>,
}

/// The row of a new version.
pub(in crate::rules) fn stored(new: NewVersion) -> Result<rule_version::ActiveModel, serde_json::Error> {
    let (proposed_by, proposed_at) = new.proposed;
    Ok(rule_version::ActiveModel {
        id: NotSet,
        rule_code: Set(new.rule),
        number: Set(i32::try_from(new.number).unwrap_or(i32::MAX)),
        label: Set(new.label),
        state: Set(new.state),
        issued_on: Set(new.issued_on),
        valid_from: Set(new.valid_from),
        valid_until: Set(new.valid_until),
        confidence: Set(new.confidence),
        verify: Set(new.verify),
        confirmed_at: Set(None),
        confirmed_by: Set(None),
        instrument_code: Set(new.instrument),
        citation: Set(new.citation),
        article: Set(new.article),
        sources: Set(serde_json::to_string(&new.sources)?),
        note: Set(new.note.as_ref().map(serde_json::to_string).transpose()?),
        parameters: Set(serde_json::to_string(&new.values)?),
        alternatives: Set(serde_json::to_string(&new.alternatives)?),
        proposed_by: Set(proposed_by),
        proposed_at: Set(proposed_at),
        shipped: Set(new.shipped),
    })
}

/// The version of a row.
pub(super) fn read(row: rule_version::Model) -> Result<RuleVersion, serde_json::Error> {
    Ok(RuleVersion {
        key: VersionKey(row.id),
        rule: row.rule_code,
        number: row.number.unsigned_abs(),
        label: row.label,
        state: row.state,
        issued_on: row.issued_on,
        valid_from: row.valid_from,
        valid_until: row.valid_until,
        confidence: row.confidence,
        verify: row.verify,
        confirmed_at: row.confirmed_at,
        instrument: row.instrument_code,
        citation: row.citation,
        article: row.article,
        sources: serde_json::from_str(&row.sources)?,
        note: row.note.as_deref().map(serde_json::from_str).transpose()?,
        values: serde_json::from_str(&row.parameters)?,
        alternatives: serde_json::from_str(&row.alternatives)?,
        proposed_by: row.proposed_by,
        proposed_at: row.proposed_at,
    })
}
