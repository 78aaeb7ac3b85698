//! Somebody writes down what a rule is to be from a day on.

use super::{Keeper, cut, record};
use crate::audit::model::Action;
use crate::db::{Database, locks};
use crate::rules::model::{Confidence, State, Step, Taken, UnitError, ValueRow};
use crate::rules::store::{self, NewVersion, ReadRulesError};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::DbErr;
use std::collections::BTreeMap;

/// What somebody proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Code of the rule.
    pub rule: String,
    /// Its values by name; all of the rule's.
    pub values: BTreeMap<String, ValueRow>,
    /// The first day on which they hold.
    pub valid_from: NaiveDate,
    /// The last day, where it is told.
    pub valid_until: Option<NaiveDate>,
    /// The day on which it was issued.
    pub issued_on: Option<NaiveDate>,
    /// Which instrument makes it: number and title.
    pub citation: String,
    /// Where in it it stands.
    pub article: Option<String>,
    /// Why.
    pub reason: String,
}

/// Why nothing was proposed.
#[derive(Debug, thiserror::Error)]
pub enum ProposeError {
    /// There is no such rule.
    #[error("there is no such rule")]
    Unknown,
    /// A value of the rule is missing, or none of its unit.
    #[error("{0} is missing, or cannot be read")]
    Value(String),
    /// Nobody says which instrument makes it.
    #[error("the instrument is not named")]
    NoInstrument,
    /// It would end before it begins.
    #[error("it ends before it begins")]
    Backwards,
    /// Rules cannot be read.
    #[error(transparent)]
    Read(#[from] ReadRulesError),
    /// The database refused.
    #[error("the proposal could not be stored")]
    Database(#[from] DbErr),
}

/// Stores a proposal; returns the key of the version.
pub async fn propose(
    database: &Database,
    keeper: &Keeper,
    proposal: Proposal,
    at: DateTime<Utc>,
) -> Result<i32, ProposeError> {
    let transaction = database.begin().await?;
    locks::wait_for(&transaction, "rules").await?;
    let rule = store::rule(&transaction, &proposal.rule).await?.ok_or(ProposeError::Unknown)?;
    for (name, unit) in &rule.units {
        let wrong = || ProposeError::Value(name.clone());
        let row = proposal.values.get(name).ok_or_else(wrong)?;
        unit.read(row).map_err(|_: UnitError| wrong())?;
    }
    if proposal.citation.trim().is_empty() {
        return Err(ProposeError::NoInstrument);
    }
    if proposal.valid_until.is_some_and(|last| last < proposal.valid_from) {
        return Err(ProposeError::Backwards);
    }
    let held = store::versions(&transaction, Some(&rule.code), |_| true).await?;
    let number = held.iter().map(|held| held.number).max().unwrap_or(0) + 1;
    let values = proposal.values.into_iter().filter(|(name, _)| rule.units.contains_key(name)).collect();
    let new = NewVersion {
        rule: rule.code,
        number,
        label: None,
        state: State::Proposed,
        issued_on: proposal.issued_on,
        valid_from: Some(proposal.valid_from),
        valid_until: proposal.valid_until,
        // Whoever approves it has the instrument before them.
        confidence: Confidence::High,
        verify: false,
        instrument: None,
        citation: Some(proposal.citation.trim().to_owned()),
        article: proposal.article,
        sources: Vec::new(),
        note: None,
        values,
        alternatives: Vec::new(),
        proposed: (Some(keeper.account), at),
        shipped: None,
    };
    let id = store::insert(&transaction, new).await?;
    let reason = cut(&proposal.reason);
    let by = Some(keeper.account);
    let taken = Taken { step: Step::Propose, before: None, after: State::Proposed, by, at, reason };
    let version = store::version(&transaction, id).await?.ok_or(ProposeError::Unknown)?;
    record(&transaction, &keeper.by, (Action::Created, &version), &taken.reason, at).await?;
    store::take(&transaction, id, taken).await?;
    transaction.commit().await?;
    Ok(id)
}
