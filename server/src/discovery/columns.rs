//! The matching columns: all people and all open vacancies, following the same outbox as the index.

use super::project;
use crate::clock::Clock;
use crate::db::Database;
use crate::ids::{PersonId, VacancyId};
use crate::outbox::{self, Position, Subject};
use crate::reference::ReferenceBook;
use crate::{people, vacancies};
use chrono::NaiveDate;
use matching::{Opening, Openings, People, Profile, Ranking};
use sea_orm::DbErr;
use std::collections::HashSet;
use std::sync::{Arc, PoisonError, RwLock};

/// Rows read with one query.
const PAGE: u64 = 2_000;

/// Why the columns could not follow.
#[derive(Debug, thiserror::Error)]
pub enum FollowColumnsError {
    /// The database refused.
    #[error("matching could not read the database")]
    Database(#[from] DbErr),
}

/// People and openings in columns, shared by all requests.
#[derive(Clone, Default)]
pub struct Columns {
    held: Arc<RwLock<Held>>,
}

#[derive(Default)]
struct Held {
    people: People,
    openings: Openings,
    reached: Option<Position>,
    /// The exchange rates by which wages were made comparable.
    rates: String,
}

impl Columns {
    /// Brings the columns to the present: everything at first, then what the outbox names.
    pub async fn catch_up(
        &self,
        database: &Database,
        book: &ReferenceBook,
        clock: &Clock,
    ) -> Result<(), FollowColumnsError> {
        let horizon = outbox::horizon(database.reader()).await?;
        let rates = book.rates.in_force(clock.today());
        let reached = self.read(|held| held.reached.filter(|_| held.rates == rates));
        let forgotten = outbox::floor(database.reader()).await?;
        let today = clock.today();
        match reached {
            Some(reached) if reached == horizon => {}
            Some(reached) if (reached >= forgotten || forgotten > horizon) && reached < horizon => {
                self.follow(database, book, (reached, horizon), today).await?;
            }
            _ => self.load(database, book, horizon, today).await?,
        }
        Ok(())
    }

    /// Ranks all people for an opening.
    pub fn people_for(&self, opening: &Opening, limit: usize) -> Ranking {
        self.read(|held| held.people.rank(opening, limit))
    }

    /// Ranks all open vacancies for a person.
    pub fn openings_for(&self, profile: &Profile, limit: usize) -> Ranking {
        self.read(|held| held.openings.rank(profile, limit))
    }

    /// The position up to which the outbox has been taken over; none before the first.
    pub fn reached(&self) -> Option<Position> {
        self.read(|held| held.reached)
    }

    /// How many people and openings are held.
    pub fn sizes(&self) -> (usize, usize) {
        self.read(|held| (held.people.len(), held.openings.len()))
    }

    async fn load(
        &self,
        database: &Database,
        book: &ReferenceBook,
        horizon: Position,
        today: NaiveDate,
    ) -> Result<(), FollowColumnsError> {
        let mut profiles = Vec::new();
        let mut after = None;
        loop {
            let rows = people::store::all_after(database.reader(), after, PAGE).await?;
            let Some(last) = rows.last() else { break };
            after = Some(last.person.id);
            profiles.extend(rows.iter().map(|row| project::profile(book, row, today)));
        }
        let mut openings = Vec::new();
        let mut after = None;
        loop {
            let rows = vacancies::store::published_after(database.reader(), after, PAGE, today).await?;
            let ids: Vec<VacancyId> = rows.iter().map(|(row, _)| row.id).collect();
            let Some(last) = ids.last() else { break };
            after = Some(*last);
            let skills = vacancies::store::skills_of(database.reader(), &ids).await?;
            openings.extend(rows.iter().map(|(row, _)| {
                project::opening(book, row, skills.get(&row.id).map_or(&[][..], Vec::as_slice), today)
            }));
        }
        let (people, openings) = (People::build(profiles.into_iter()), Openings::build(openings.into_iter()));
        let rates = book.rates.in_force(today);
        self.write(|held| *held = Held { people, openings, reached: Some(horizon), rates });
        Ok(())
    }

    async fn follow(
        &self,
        database: &Database,
        book: &ReferenceBook,
        (from, to): (Position, Position),
        today: NaiveDate,
    ) -> Result<(), FollowColumnsError> {
        let reader = database.reader();
        let ids: Vec<PersonId> =
            outbox::read(reader, Subject::Person, from, to).await?.into_iter().map(PersonId::from).collect();
        let profiles: Vec<Profile> = people::store::by_ids(reader, &ids)
            .await?
            .iter()
            .map(|row| project::profile(book, row, today))
            .collect();
        let vacancy_ids: Vec<VacancyId> = outbox::read(reader, Subject::Vacancy, from, to)
            .await?
            .into_iter()
            .map(VacancyId::from)
            .collect();
        let mut openings = Vec::new();
        for ids in vacancy_ids.chunks(1_000) {
            let open = vacancies::store::open_by_ids(reader, ids, today).await?;
            let skills = vacancies::store::skills_of(reader, ids).await?;
            openings.extend(open.iter().map(|(row, _)| {
                project::opening(book, row, skills.get(&row.id).map_or(&[][..], Vec::as_slice), today)
            }));
        }
        self.write(|held| {
            let here: HashSet<u128> = profiles.iter().map(|profile| profile.id).collect();
            for id in ids.iter().map(|id| id.as_u128()).filter(|id| !here.contains(id)) {
                held.people.remove(id);
            }
            let here: HashSet<u128> = openings.iter().map(|opening| opening.id).collect();
            for id in vacancy_ids.iter().map(|id| id.as_u128()).filter(|id| !here.contains(id)) {
                held.openings.remove(id);
            }
            for profile in &profiles {
                held.people.put(profile);
            }
            for opening in &openings {
                held.openings.put(opening);
            }
            held.reached = Some(to);
        });
        Ok(())
    }

    fn read<T>(&self, ask: impl FnOnce(&Held) -> T) -> T {
        ask(&self.held.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn write(&self, change: impl FnOnce(&mut Held)) {
        change(&mut self.held.write().unwrap_or_else(PoisonError::into_inner));
    }
}
