//! Bringing the tables of rules up to the version of the program.
//!
//! Instruments and rules are those of the program. Of versions, new ones are added and those that the program brought are
//! amended; one that somebody here confirmed, shortened or decided about stays as it is, and one whose days another holds
//! already does not come. [`local_edits`] tells of both.

use super::commands::overlaps;
use super::model::{Confidence, RuleDefinition, RuleVersion, State};
use super::store::{self, NewVersion, ReadRulesError};
use crate::clock::day_in_vientiane;
use crate::db::{Database, locks, settings};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ActiveEnum, ConnectionTrait, DatabaseTransaction, DbErr};
use seed_data::{RuleFileError, RuleRow, RuleVersionRow};
use std::collections::{BTreeMap, BTreeSet};

/// Why the rules could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadRulesError {
    /// A file of the program is broken.
    #[error("the rules of this program are broken")]
    File(#[from] RuleFileError),
    /// A day or a confidence in a file is none.
    #[error("rule {0}: {1:?} is no day and no confidence")]
    Cell(String, String),
    /// What is held, or what is to be held, cannot be read.
    #[error(transparent)]
    Read(#[from] ReadRulesError),
    /// The database refused.
    #[error("the rules could not be written")]
    Database(#[from] DbErr),
}

/// Loads the rules of the program unless this version of them is in the database. Returns whether it wrote anything.
pub async fn load(database: &Database, at: DateTime<Utc>) -> Result<bool, LoadRulesError> {
    if is_loaded(database.reader()).await? {
        return Ok(false);
    }
    let transaction = database.begin().await?;
    locks::wait_for(&transaction, "rules").await?;
    if is_loaded(&transaction).await? {
        return Ok(false);
    }
    let shipped = seed_data::rules()?;
    for at in (0..).zip(&shipped.instruments) {
        store::set_instrument(&transaction, at).await?;
    }
    let all = store::versions(&transaction, None, |_| true).await?;
    let touched = touched(&transaction, &all).await?;
    let mut held: BTreeMap<String, Vec<RuleVersion>> = BTreeMap::new();
    for version in all {
        held.entry(version.rule.clone()).or_default().push(version);
    }
    for (position, row) in (0..).zip(&shipped.rules) {
        store::set_rule(&transaction, (position, row)).await?;
        let held = held.remove(&row.code).unwrap_or_default();
        load_versions(&transaction, row, (&held, &touched), (at, day_in_vientiane(at))).await?;
    }
    settings::write(&transaction, settings::RULES_VERSION, &seed_data::VERSION.to_string()).await?;
    store::tell(&transaction).await?;
    transaction.commit().await?;
    Ok(true)
}

async fn is_loaded(connection: &impl ConnectionTrait) -> Result<bool, DbErr> {
    let held = settings::read(connection, settings::RULES_VERSION).await?;
    Ok(held.and_then(|held| held.parse::<i32>().ok()).is_some_and(|held| held >= seed_data::VERSION))
}

/// Brings the versions of a rule to what the program says; those of one program do not overlap.
async fn load_versions(
    transaction: &DatabaseTransaction,
    row: &RuleRow,
    (held, touched): (&[RuleVersion], &BTreeSet<i32>),
    moment: (DateTime<Utc>, NaiveDate),
) -> Result<(), LoadRulesError> {
    let rule = RuleDefinition::try_from(row).map_err(ReadRulesError::from)?;
    let mut number = held.iter().map(|held| held.number).max().unwrap_or(0);
    for version in &row.versions {
        let new = new_version(row, version, number + 1, moment)?;
        // Values that are none of their units would be found when somebody is judged: they are found here.
        store::checked(&rule, &new)?;
        match held.iter().find(|held| is_same(held, &new)).map(|held| held.key.0) {
            Some(id) if touched.contains(&id) => {}
            Some(id) => store::set_shipped(transaction, id, new).await?,
            None if overlaps(held, new.valid_from, new.valid_until) => {}
            None => {
                store::insert(transaction, new).await?;
                number += 1;
            }
        }
    }
    Ok(())
}

/// Whether a version that is held is the one that the program brings: of its first day, and brought by it.
fn is_same(held: &RuleVersion, new: &NewVersion) -> bool {
    held.proposed_by.is_none() && held.valid_from == new.valid_from && held.label == new.label
}

/// The versions about which somebody decided here.
async fn touched(connection: &impl ConnectionTrait, held: &[RuleVersion]) -> Result<BTreeSet<i32>, DbErr> {
    let steps = store::steps(connection, held.iter().map(|held| held.key.0)).await?;
    let by_hand = steps.into_iter().filter(|(_, taken)| taken.step.is_by_hand());
    Ok(by_hand.map(|(version, _)| version).collect())
}

pub(super) fn new_version(
    row: &RuleRow,
    version: &RuleVersionRow,
    number: u32,
    (at, today): (DateTime<Utc>, NaiveDate),
) -> Result<NewVersion, LoadRulesError> {
    let wrong = |text: &str| LoadRulesError::Cell(row.code.clone(), text.to_owned());
    let day = |text: &Option<String>| {
        text.as_deref().map(|text| text.parse::<NaiveDate>().map_err(|_| wrong(text))).transpose()
    };
    let confidence = Confidence::try_from_value(&version.confidence);
    let (valid_from, valid_until) = (day(&version.valid_from)?, day(&version.valid_until)?);
    let later = row.versions.iter().filter_map(|other| other.valid_from.as_deref());
    let next =
        later.filter_map(|text| text.parse::<NaiveDate>().ok()).filter(|day| Some(*day) > valid_from).min();
    Ok(NewVersion {
        rule: row.code.clone(),
        number,
        label: version.label.clone(),
        state: state_on(
            today,
            valid_from,
            valid_until.into_iter().chain(next.and_then(|day| day.pred_opt())).min(),
        ),
        issued_on: day(&version.issued_on)?,
        valid_from,
        valid_until,
        confidence: confidence.map_err(|_| wrong(&version.confidence))?,
        verify: version.verify,
        instrument: version.instrument.clone(),
        citation: None,
        article: version.article.clone(),
        sources: version.sources.clone(),
        note: version.note.clone(),
        values: version.values.clone(),
        alternatives: version.alternatives.clone(),
        proposed: (None, at),
        shipped: Some(seed_data::VERSION),
    })
}

/// How far a version that holds between two days has come on another.
fn state_on(today: NaiveDate, from: Option<NaiveDate>, last: Option<NaiveDate>) -> State {
    if from.is_some_and(|from| today < from) {
        State::Scheduled
    } else if last.is_some_and(|last| last < today) {
        State::Superseded
    } else {
        State::InForce
    }
}

/// What was decided here about versions that the program brings, and what of the program did not come because of other
/// versions; one line each.
pub(super) async fn local_edits(connection: &impl ConnectionTrait) -> Result<Vec<String>, LoadRulesError> {
    let held = store::versions(connection, None, |_| true).await?;
    let touched = touched(connection, &held).await?;
    let mut told = Vec::new();
    for version in held.iter().filter(|held| touched.contains(&held.key.0) || held.proposed_by.is_some()) {
        told.push(format!("rule {}, version {} ({})", version.rule, version.number, version.state.code()));
    }
    for row in &seed_data::rules()?.rules {
        for version in &row.versions {
            let new = new_version(row, version, 0, (DateTime::UNIX_EPOCH, NaiveDate::MIN))?;
            if !held.iter().any(|held| held.rule == row.code && is_same(held, &new)) {
                let from = version.valid_from.as_deref().unwrap_or("the first day");
                told.push(format!("rule {}: the program's version from {from} did not come", row.code));
            }
        }
    }
    Ok(told)
}
