//! The jobs that fit a person, for an officer who advises it.

use super::fit;
use crate::advice::present::terms;
use crate::discovery::present::Pair;
use crate::discovery::questions::VacanciesFound;
use crate::http::errand::Errand;
use crate::http::paths;
use crate::seen::model::Sighted;
use views::Link;
use views::advice::{Fit, JobRow};

/// Those that fit at all, best first, each with what fits: reasons tell no more of the person than is seen of it.
pub(super) fn jobs(errand: &Errand, seen: &Sighted, found: &VacanciesFound) -> Vec<JobRow> {
    let (visit, book) = (&errand.visit, errand.visit.platform.book());
    let (locale, today) = (visit.locale, visit.today);
    let fitting = found.matches.iter().filter(|held| held.fit.score.percent() > 0);
    let row = |held: &crate::discovery::questions::VacancyFound| {
        let pair = Pair { book: &book, locale, profile: &found.profile, opening: &held.opening };
        let (vacancy, employer) = (&held.row.0, &held.row.1);
        let employer = Some(employer.clone()).filter(|name| !name.is_empty());
        JobRow {
            vacancy: Link::new(paths::job(vacancy.id), vacancy.title.clone()),
            facts: employer.into_iter().chain(terms(&book, &held.row, (locale, today))).collect(),
            fit: Fit { gaps: Vec::new(), ..fit(pair, &held.fit, seen) },
        }
    };
    fitting.map(row).collect()
}
