//! Who fits this vacancy, and which vacancies fit this person? Asked by the command line and by the
//! interface for machines.

use super::{Among, FollowColumnsError, project};
use crate::app::Platform;
use crate::db::entities::vacancy;
use crate::ids::{OrganisationId, PersonId, VacancyId};
use crate::people::store::{self as people, WithSkills};
use crate::vacancies::model::is_open;
use crate::vacancies::store::{self as vacancies, WithEmployer};
use matching::{Match, Opening, Profile, Score};
use sea_orm::DbErr;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// Why matches could not be found.
#[derive(Debug, thiserror::Error)]
pub enum MatchError {
    /// There is no such vacancy.
    #[error("there is no vacancy {0}")]
    NoVacancy(VacancyId),
    /// The vacancy has closed.
    #[error("the vacancy {} has closed", .0.0.id)]
    Closed(Box<WithEmployer>),
    /// There is no such person.
    #[error("there is no person {0}")]
    NoPerson(PersonId),
    /// The database refused.
    #[error("the rows could not be read")]
    Database(#[from] DbErr),
    /// The matching columns are not to be had.
    #[error(transparent)]
    Columns(#[from] FollowColumnsError),
    /// The ranking task was ended.
    #[error("the ranking was stopped")]
    Stopped(#[source] tokio::task::JoinError),
}

/// A vacancy with the people who fit it best.
pub struct PeopleFound {
    /// The vacancy.
    pub vacancy: WithEmployer,
    /// The same as matching knows it.
    pub opening: Opening,
    /// Best first.
    pub matches: Vec<PersonFound>,
    /// People that were looked at: everybody.
    pub scanned: usize,
}

/// A person who fits.
pub struct PersonFound {
    /// How well, and why.
    pub fit: Match,
    /// The person as matching knows it.
    pub profile: Profile,
    /// The row.
    pub row: WithSkills,
}

/// A person with the vacancies that fit best.
pub struct VacanciesFound {
    /// The person.
    pub person: WithSkills,
    /// The same as matching knows it.
    pub profile: Profile,
    /// Best first.
    pub matches: Vec<VacancyFound>,
    /// Open vacancies that were looked at: all of them.
    pub scanned: usize,
}

/// A vacancy that fits.
pub struct VacancyFound {
    /// How well, and why.
    pub fit: Match,
    /// The vacancy as matching knows it.
    pub opening: Opening,
    /// The row.
    pub row: WithEmployer,
}

/// The `limit` people who fit the open vacancy `id` best, of all people.
pub async fn matches_for_vacancy(
    platform: &Arc<Platform>,
    id: VacancyId,
    limit: usize,
) -> Result<PeopleFound, MatchError> {
    matches_among(platform, (&Among::Everybody, None), id, (0, limit)).await
}

/// The people who fit the open vacancy best of some people, as if nobody else were there: `limit` of them after the best
/// `skipped`. The row of each says whether the person lets one of some organisations see what consent shows.
pub async fn matches_among(
    platform: &Arc<Platform>,
    (among, whom): (&Among, Option<&BTreeSet<OrganisationId>>),
    id: VacancyId,
    (skipped, limit): (usize, usize),
) -> Result<PeopleFound, MatchError> {
    let (reader, today) = (platform.database.reader(), platform.clock.today());
    let vacancy = vacancies::by_id(reader, id).await?.ok_or(MatchError::NoVacancy(id))?;
    if !is_open(vacancy.0.status, vacancy.0.valid_through, today) {
        return Err(MatchError::Closed(Box::new(vacancy)));
    }
    let skills = vacancies::skills_of(reader, &[id]).await?.remove(&id).unwrap_or_default();
    let book = platform.book();
    let opening = project::opening(&book, &vacancy.0, &skills, today);
    fill_columns(platform, among).await?;
    let (columns, asked, those) = (platform.columns.clone(), opening.clone(), among.clone());
    let ranking =
        platform.turns.take(move || columns.people_among(&those, &asked, skipped.saturating_add(limit)));
    let mut ranking = ranking.await.map_err(MatchError::Stopped)?;
    ranking.matches.drain(..skipped.min(ranking.matches.len()));
    let ids: Vec<PersonId> = ranking.matches.iter().map(|fit| PersonId::from_u128(fit.id)).collect();
    let rows = people::by_ids_for(reader, &ids, whom.map(|whom| (whom, today))).await?;
    // Whoever hid the profile a moment ago may still be ranked, and is shown no more.
    let rows = rows.into_iter().filter(WithSkills::may_be_ranked);
    let mut rows: HashMap<u128, WithSkills> = rows.map(|row| (row.person.id.as_u128(), row)).collect();
    let found = ranking.matches.into_iter().filter_map(|fit| {
        let row = rows.remove(&fit.id)?;
        Some(PersonFound { fit, profile: project::profile(&book, &row, today), row })
    });
    Ok(PeopleFound { matches: found.collect(), vacancy, opening, scanned: ranking.scanned })
}

/// How many of some people fit each of these open vacancies: reach a score without being known to fail a condition, counted
/// up to a number.
pub async fn fitting(
    platform: &Arc<Platform>,
    among: &Among,
    rows: &[&vacancy::Model],
    reach: (Score, usize),
) -> Result<Vec<usize>, MatchError> {
    let (reader, today, book) = (platform.database.reader(), platform.clock.today(), platform.book());
    let ids: Vec<VacancyId> = rows.iter().map(|row| row.id).collect();
    let skills = vacancies::skills_of(reader, &ids).await?;
    let wanted = |id| skills.get(id).map_or(&[][..], Vec::as_slice);
    let openings: Vec<Opening> =
        rows.iter().map(|row| project::opening(&book, row, wanted(&row.id), today)).collect();
    fill_columns(platform, among).await?;
    let (columns, whom) = (platform.columns.clone(), among.clone());
    let counting = platform.turns.take(move || columns.fitting_among(&whom, &openings, reach));
    counting.await.map_err(MatchError::Stopped)
}

/// How well one person fits a vacancy, open or not.
pub async fn pair(
    platform: &Arc<Platform>,
    (vacancy, person): (&WithEmployer, PersonId),
) -> Result<Option<(Match, Profile, Opening)>, MatchError> {
    let (reader, today, book) = (platform.database.reader(), platform.clock.today(), platform.book());
    let Some(row) = people::by_ids(reader, &[person]).await?.pop() else { return Ok(None) };
    let id = vacancy.0.id;
    let skills = vacancies::skills_of(reader, &[id]).await?.remove(&id).unwrap_or_default();
    let opening = project::opening(&book, &vacancy.0, &skills, today);
    let profile = project::profile(&book, &row, today);
    Ok(Some((matching::explain(&profile, &opening), profile, opening)))
}

/// The `limit` open vacancies that fit the person `id` best, of all open ones.
pub async fn matches_for_person(
    platform: &Arc<Platform>,
    id: PersonId,
    limit: usize,
) -> Result<VacanciesFound, MatchError> {
    matches_after(platform, id, (0, limit)).await
}

/// The same after the best `skipped`.
pub async fn matches_after(
    platform: &Arc<Platform>,
    id: PersonId,
    (skipped, limit): (usize, usize),
) -> Result<VacanciesFound, MatchError> {
    let (reader, today) = (platform.database.reader(), platform.clock.today());
    let person = people::by_ids(reader, &[id]).await?.pop().ok_or(MatchError::NoPerson(id))?;
    let book = platform.book();
    let profile = project::profile(&book, &person, today);
    fill_columns(platform, &Among::Everybody).await?;
    let (columns, asked) = (platform.columns.clone(), profile.clone());
    let ranking = platform.turns.take(move || columns.openings_for(&asked, skipped.saturating_add(limit)));
    let mut ranking = ranking.await.map_err(MatchError::Stopped)?;
    ranking.matches.drain(..skipped.min(ranking.matches.len()));
    let ids: Vec<VacancyId> = ranking.matches.iter().map(|fit| VacancyId::from_u128(fit.id)).collect();
    let rows = vacancies::open_by_ids(reader, &ids, today).await?;
    let skills = vacancies::skills_of(reader, &ids).await?;
    let mut rows: HashMap<u128, WithEmployer> =
        rows.into_iter().map(|row| (row.0.id.as_u128(), row)).collect();
    let found = ranking.matches.into_iter().filter_map(|fit| {
        let row = rows.remove(&fit.id)?;
        let wanted = skills.get(&row.0.id).map_or(&[][..], Vec::as_slice);
        Some(VacancyFound { fit, opening: project::opening(&book, &row.0, wanted, today), row })
    });
    Ok(VacanciesFound { matches: found.collect(), person, profile, scanned: ranking.scanned })
}

/// A command finds the columns empty; a server's follower keeps them filled.
async fn fill_columns(platform: &Platform, among: &Among) -> Result<(), FollowColumnsError> {
    if !platform.columns.are_ready() {
        platform.catch_up_columns().await?;
    }
    if *among != Among::Everybody {
        platform.columns.narrow(&platform.database).await?;
    }
    Ok(())
}
