//! What must always hold of the rules.

use super::day::due;
use crate::rules::load::{LoadRulesError, local_edits};
use crate::rules::model::State;
use crate::rules::store::{self, ReadRulesError};
use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DbErr};

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// How many rules there are.
    pub rules: usize,
    /// How many versions held, hold or are to hold.
    pub versions: usize,
    /// What does not hold, one line each.
    pub failures: Vec<String>,
    /// What was decided here, one line each.
    pub local: Vec<String>,
}

/// Looks at all rules: they can be read, of none do two versions hold on one day, and what the day before `today` brings
/// has been done.
pub async fn check(connection: &impl ConnectionTrait, today: NaiveDate) -> Result<Checked, DbErr> {
    let mut checked = Checked::default();
    match store::book(connection).await {
        Ok(book) => {
            checked.rules = book.rules().count();
            checked.versions = book.rules().map(|rule| rule.versions.len()).sum();
        }
        Err(ReadRulesError::Database(error)) => return Err(error),
        Err(error) => checked.failures.push(format!("rules: {}", chain(&error))),
    }
    match store::versions(connection, None, State::is_accepted).await {
        Ok(held) => {
            // A process that was down overnight does so within minutes; a day late is too late.
            let yesterday = today.pred_opt().unwrap_or(today);
            for (version, step) in due(&held, yesterday) {
                checked.failures.push(format!(
                    "rule {}, version {}: {} is overdue",
                    version.rule,
                    version.number,
                    step.code()
                ));
            }
        }
        Err(ReadRulesError::Database(error)) => return Err(error),
        Err(error) => checked.failures.push(format!("rules: {}", chain(&error))),
    }
    match local_edits(connection).await {
        Ok(edits) => checked.local = edits,
        Err(LoadRulesError::Database(error)) => return Err(error),
        Err(error) => checked.failures.push(format!("rules: {}", chain(&error))),
    }
    Ok(checked)
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut said = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        said.push_str(": ");
        said.push_str(&cause.to_string());
        source = cause.source();
    }
    said
}
