//! Who fits, and what fits? The matching columns are asked for whom the asker may find, and no others.

use super::model::{ADVISED, Fits, Fitting, ON_A_PAGE, Recommended};
use crate::app::Platform;
use crate::db::entities::vacancy;
use crate::discovery::Among;
use crate::discovery::questions::{self, MatchError, PeopleFound, VacanciesFound};
use crate::ids::{OrganisationId, PersonId, VacancyId};
use crate::seen::model::{Limits, Onlooker, Sighted};
use crate::vacancies::model::is_open;
use crate::vacancies::store::{self as vacancies, WithEmployer};
use matching::Score;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A vacancy of one of some organisations, open or closed, and of which; none where it is another's. One question,
/// however many they are.
pub(crate) async fn vacancy_of(
    platform: &Platform,
    organisations: &BTreeSet<OrganisationId>,
    id: VacancyId,
) -> Result<Option<(OrganisationId, WithEmployer)>, MatchError> {
    Ok(vacancies::offered_one(platform.database.reader(), organisations, id).await?)
}

/// A page of an organisation's vacancies, each with how many people who show their profiles fit it, where that is `told`;
/// and how many vacancies there are.
pub(super) async fn offered(
    platform: &Arc<Platform>,
    (organisation, told): (OrganisationId, bool),
    page: u64,
) -> Result<(Vec<(WithEmployer, Fitting)>, u64), MatchError> {
    let (reader, today) = (platform.database.reader(), platform.clock.today());
    let (rows, total) = vacancies::offered(reader, organisation, (page, ON_A_PAGE as u64), today).await?;
    let open = |row: &WithEmployer| is_open(row.0.status, row.0.valid_through, today);
    let counted: Vec<_> = rows.iter().filter(|row| told && open(row)).map(|row| &row.0).collect();
    let limits = Limits::shipped();
    let from = Score::of_percent(u8::try_from(limits.fits_percent).unwrap_or(u8::MAX));
    let most = usize::try_from(limits.counted_to).unwrap_or(usize::MAX);
    let counts = questions::fitting(platform, &Among::Shown, &counted, (from, most)).await?;
    let mut counts = counts.into_iter();
    let with_count = |row: WithEmployer| {
        let count = if told && open(&row) { counts.next() } else { None };
        (row, count.map_or(Fitting::Unasked, |count| Fitting::of(count, limits)))
    };
    Ok((rows.into_iter().map(with_count).collect(), total))
}

/// The people who fit a vacancy best of those whom an onlooker may find: `limit` of them after the best `skipped`.
pub(crate) async fn recommended(
    platform: &Arc<Platform>,
    onlooker: &Onlooker,
    id: VacancyId,
    (skipped, limit): (usize, usize),
) -> Result<Recommended, MatchError> {
    let today = platform.clock.today();
    let whom = onlooker.asks_for_consent().then_some(&onlooker.organisations);
    // One more than is shown tells whether there is another page.
    let asked = (skipped, limit.saturating_add(1));
    let found = questions::matches_among(platform, (&onlooker.among(), whom), id, asked).await?;
    let PeopleFound { vacancy, opening, matches, scanned } = found;
    let more = matches.len() > limit;
    let people = matches.into_iter().take(limit).filter_map(|found| {
        let seen = Sighted::of_row(&found.row, onlooker, today)?;
        Some(Fits { seen, fit: found.fit, profile: found.profile })
    });
    Ok(Recommended { vacancy, opening, people: people.collect(), more, scanned })
}

/// The few open vacancies that fit a person best, for whoever advises it.
pub(crate) async fn advised(platform: &Arc<Platform>, id: PersonId) -> Result<VacanciesFound, MatchError> {
    questions::matches_for_person(platform, id, ADVISED).await
}

/// The open vacancies that fit a person best: a page of them, and whether there are more.
pub(super) async fn jobs(
    platform: &Arc<Platform>,
    id: PersonId,
    page: usize,
) -> Result<(VacanciesFound, bool), MatchError> {
    let skipped = page.saturating_sub(1).saturating_mul(ON_A_PAGE);
    let mut found = questions::matches_after(platform, id, (skipped, ON_A_PAGE + 1)).await?;
    let more = found.matches.len() > ON_A_PAGE;
    found.matches.truncate(ON_A_PAGE);
    Ok((found, more))
}

/// How many people who show their profiles fit a vacancy, open or not, as far as that may be told.
pub(crate) async fn fits(platform: &Arc<Platform>, row: &vacancy::Model) -> Result<Fitting, MatchError> {
    let limits = Limits::shipped();
    let from = Score::of_percent(u8::try_from(limits.fits_percent).unwrap_or(u8::MAX));
    let most = usize::try_from(limits.counted_to).unwrap_or(usize::MAX);
    let counts = questions::fitting(platform, &Among::Shown, &[row], (from, most)).await?;
    Ok(counts.first().map_or(Fitting::Unasked, |count| Fitting::of(*count, limits)))
}
