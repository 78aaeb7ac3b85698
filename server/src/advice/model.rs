//! What is asked for and what comes out, before it is put into words.

use crate::seen::model::{Limits, Sighted};
use crate::vacancies::model::VacancyStatus;
use crate::vacancies::store::WithEmployer;
use matching::{Match, Opening, Profile};

/// Rows on a page, of vacancies, people and jobs.
pub(super) const ON_A_PAGE: usize = 20;
/// Jobs that somebody who advises a person is shown.
pub(super) const ADVISED: usize = 10;

/// How many people fit a vacancy, as far as that may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fitting {
    /// It was not asked.
    Unasked,
    /// Fewer than so many: a smaller number may tell of somebody.
    Fewer(u32),
    /// So many.
    Exactly(u32),
    /// So many and more.
    AtLeast(u32),
}

impl Fitting {
    /// What may be told of a count.
    pub(super) fn of(count: usize, limits: &Limits) -> Self {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        if count < limits.counted_from {
            Self::Fewer(limits.counted_from)
        } else if count >= limits.counted_to {
            Self::AtLeast(limits.counted_to)
        } else {
            Self::Exactly(count)
        }
    }
}

/// Where a vacancy stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// Anybody may find it.
    Open,
    /// Its last day has passed.
    Expired,
    /// It was taken back.
    Withdrawn,
    /// Anything else that its own page says.
    Other(VacancyStatus),
}

impl Stands {
    /// A vacancy that is open, or not, by its status.
    pub(super) fn of(open: bool, status: VacancyStatus) -> Self {
        match status {
            VacancyStatus::Published if open => Self::Open,
            VacancyStatus::Published | VacancyStatus::Expired => Self::Expired,
            VacancyStatus::Withdrawn => Self::Withdrawn,
            VacancyStatus::Draft
            | VacancyStatus::Submitted
            | VacancyStatus::Returned
            | VacancyStatus::Rejected
            | VacancyStatus::Paused
            | VacancyStatus::PartFilled
            | VacancyStatus::Filled
            | VacancyStatus::TakenDown
            | VacancyStatus::Archived => Self::Other(status),
        }
    }
}

/// Somebody who fits a vacancy, as the asker may see the person.
pub(crate) struct Fits {
    /// The person.
    pub(crate) seen: Sighted,
    /// How well, and why.
    pub(crate) fit: Match,
    /// The person as matching knows it, for words.
    pub(crate) profile: Profile,
}

/// The people who fit a vacancy.
pub(crate) struct Recommended {
    /// The vacancy.
    pub(crate) vacancy: WithEmployer,
    /// The vacancy as matching knows it.
    pub(crate) opening: Opening,
    /// Those of a page, best first.
    pub(crate) people: Vec<Fits>,
    /// Whether there are more after them.
    pub(crate) more: bool,
    /// How many people there are, found or not: told to nobody but the operator.
    pub(crate) scanned: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_numbers_are_not_told_and_large_ones_are_rounded_down() {
        let limits = Limits::shipped();
        let all = [0, 4, 5, 99, 100, 5_000].map(|count| Fitting::of(count, limits));
        let told = [
            Fitting::Fewer(5),
            Fitting::Fewer(5),
            Fitting::Exactly(5),
            Fitting::Exactly(99),
            Fitting::AtLeast(100),
            Fitting::AtLeast(100),
        ];
        assert_eq!(all, told);
    }
}
