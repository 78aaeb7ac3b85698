//! The jobs that fit a profile.

use super::terms;
use crate::discovery::present::Pair;
use crate::discovery::questions::VacanciesFound;
use crate::http::errand::{Errand, to_me};
use crate::http::paths;
use crate::people::profile::{Part, Profile};
use views::advice::{self, Fit, JobRow, JobsPage};
use views::desk::DeskPage;
use views::profile::PartWord;
use views::{Link, text};

/// Where a part of the profile is filled in.
fn part(of: Part) -> (PartWord, String) {
    let href = match of {
        Part::Name => paths::PROFILE_NAME,
        Part::Place => paths::PROFILE_PLACE,
        Part::Experience => paths::PROFILE_EXPERIENCE,
        Part::Education => paths::PROFILE_EDUCATION,
        Part::Skills => paths::PROFILE_SKILLS,
        Part::Languages => paths::PROFILE_LANGUAGES,
        Part::Licences => paths::PROFILE_LICENCES,
        Part::Wishes => paths::PROFILE_WISHES,
    };
    (of.word(), href.to_owned())
}

/// The page: of a profile, if there is one, with what was found for it, if that could be asked.
pub(in crate::advice) fn jobs(
    errand: &Errand,
    own: Option<&Profile>,
    found: Option<&(VacanciesFound, bool)>,
    number: u32,
) -> DeskPage {
    let (visit, book) = (&errand.visit, errand.visit.platform.book());
    let (locale, today) = (visit.locale, visit.today);
    let rows =
        found.iter().flat_map(|(found, _)| found.matches.iter().map(move |held| (&found.profile, held)));
    let rows = rows.filter(|(_, held)| held.fit.score.percent() > 0);
    let row = rows.map(|(profile, held)| {
        let pair = Pair { book: &book, locale, profile, opening: &held.opening };
        let fit = &held.fit;
        let (vacancy, employer) = (&held.row.0, &held.row.1);
        let employer = Some(employer.clone()).filter(|name| !name.is_empty());
        JobRow {
            vacancy: Link::new(paths::job(vacancy.id), vacancy.title.clone()),
            facts: employer.into_iter().chain(terms(&book, &held.row, (locale, today))).collect(),
            fit: Fit {
                percent: fit.score.percent(),
                reasons: fit.reasons.iter().map(|reason| pair.reason(reason).text).collect(),
                gaps: fit.gaps.iter().map(|gap| pair.gap(gap).text).collect(),
            },
        }
    });
    let missing = Part::ALL.into_iter().filter(|of| own.is_none_or(|own| !of.is_in(own)));
    advice::jobs(JobsPage {
        chrome: errand.chrome(),
        profile: own.is_some(),
        ready: own.is_none() || found.is_some(),
        missing: missing.map(part).collect(),
        jobs: row.collect(),
        number,
        previous: (number > 1).then(|| paths::own_jobs(number - 1)),
        next: found.is_some_and(|(_, more)| *more).then(|| paths::own_jobs(number + 1)),
        links: vec![
            Link::new(paths::JOBS, text(locale, "home-all-jobs")),
            Link::new(paths::PROFILE, text(locale, "me-task-profile")),
            to_me(locale),
        ],
    })
}
