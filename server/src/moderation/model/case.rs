//! What an officer sees: a row of the queue, a report, all that is known of one vacancy.

use super::{ReportOutcome, ReportReason};
use crate::ids::VacancyId;
use crate::organisations::model::Brief;
use crate::posting::model::{Checked, Sharing, Terms};
use crate::vacancies::model::{Taken, VacancyStatus};
use crate::vacancies::store::WithEmployer;
use chrono::{DateTime, Utc};

/// A vacancy in the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queued {
    /// Which.
    pub id: VacancyId,
    /// Its title.
    pub title: String,
    /// Who offers it.
    pub employer: String,
    /// Where it stands.
    pub status: VacancyStatus,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Why somebody looks, as codes.
    pub whys: Vec<String>,
    /// How many open reports there are of it.
    pub reports: u64,
}

/// What somebody said of an advert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// What is wrong.
    pub reason: ReportReason,
    /// In words.
    pub said: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What came of it, if somebody decided.
    pub outcome: Option<ReportOutcome>,
}

/// All that is known of a vacancy.
#[derive(Clone, Debug)]
pub struct Case {
    /// The row, with its employer's name.
    pub row: WithEmployer,
    /// Who offers it.
    pub organisation: Option<Brief>,
    /// The terms, where somebody posted it here.
    pub terms: Option<Terms>,
    /// What was found when it was handed in last, and when.
    pub checked: Option<(Checked, DateTime<Utc>)>,
    /// Others from the same hand, or nearly the same.
    pub linked: Vec<Sharing>,
    /// What people said.
    pub reports: Vec<Report>,
    /// What was done, the oldest first.
    pub log: Vec<(DateTime<Utc>, Taken)>,
}
