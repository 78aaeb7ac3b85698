//! The question with its names, decided.

use super::words::Reasons;
use matching::allocation::{
    Allocation, Case, CaseError, OpeningAccount, Question, highest_total, opening_account, quota_use,
    refusals, stable,
};

/// Openings that a reason speaks of, at most; the dearest first.
const SPOKEN_OF: usize = 5;

/// What stands behind the numbers of a question.
#[derive(Debug, Default)]
pub struct Names {
    /// Ids of people.
    pub people: Vec<String>,
    /// Ids of openings.
    pub openings: Vec<String>,
    /// Names of quotas.
    pub quotas: Vec<String>,
    /// Reasons why pairs are forbidden.
    pub rules: Vec<String>,
}

/// Which allocation is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The one of the highest total.
    HighestTotal,
    /// A stable one.
    Stable,
}

/// An allocation with all that is told of it.
pub struct Answer {
    pub(super) case: Case,
    pub(super) names: Names,
    pub(super) way: Way,
    pub(super) allocation: Allocation,
    pub(super) reasons: Reasons,
    pub(super) openings: Vec<OpeningAccount>,
    /// The most under each quota, and how many came.
    pub(super) quotas: Vec<(u32, u32)>,
}

/// Decides a question.
pub fn allocate(question: Question, names: Names, way: Way) -> Result<Answer, CaseError> {
    let most: Vec<u32> = question.quotas.iter().map(|quota| quota.most).collect();
    let case = Case::new(question)?;
    let allocation = match way {
        Way::HighestTotal => highest_total(&case),
        Way::Stable => stable(&case),
    };
    let placed = &allocation.placed;
    let reasons = refusals(&case, placed, SPOKEN_OF);
    let openings = opening_account(&case, placed);
    let quotas = most.into_iter().zip(quota_use(&case, placed)).collect();
    Ok(Answer { case, names, way, allocation, reasons, openings, quotas })
}

impl Answer {
    /// Seats of all openings, and those that stay empty.
    pub(super) fn seats(&self) -> (u64, u64) {
        let all = self.openings.iter().map(|opening| u64::from(opening.seats)).sum();
        let filled: u64 = self.openings.iter().map(|opening| u64::from(opening.filled)).sum();
        (all, all - filled)
    }

    /// How many people have a place.
    pub(super) fn placed(&self) -> usize {
        self.allocation.placed.iter().flatten().count()
    }

    /// How the allocation came about.
    pub(super) fn method(&self) -> &'static str {
        match (self.way, self.allocation.exact) {
            (Way::Stable, _) => "stable",
            (Way::HighestTotal, true) => "highest total, exact",
            (Way::HighestTotal, false) => "highest total, within the bound",
        }
    }
}
