//! The matching columns: all people and all open vacancies, following the same outbox as the index.

use super::snapshot::{Mark, Snapshots};
use super::whereabouts::{Among, Whereabouts};
use super::{load, project};
use crate::clock::Clock;
use crate::db::Database;
use crate::ids::{PersonId, VacancyId};
use crate::outbox::{self, Position, Subject};
use crate::people::store::Whereabout;
use crate::reference::ReferenceBook;
use crate::{people, vacancies};
use chrono::NaiveDate;
use matching::{Opening, Openings, People, Profile, Ranking, Score, SeeBest, rank_all, rank_fitting};
use sea_orm::DbErr;
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};
use tokio::sync::Mutex;
use uuid::Uuid;

/// Rows applied in one turn.
const CHUNK: usize = 1_000;
/// Changed rows from which on a new snapshot is written: this many, and one for so many held.
const SAVE_AFTER: usize = 20_000;
const SAVE_SHARE: usize = 8;

/// Why the columns could not follow.
#[derive(Debug, thiserror::Error)]
pub enum FollowColumnsError {
    /// The database refused.
    #[error("matching could not read the database")]
    Database(#[from] DbErr),
    /// The task that makes the columns was ended.
    #[error("the making of the matching columns was stopped")]
    Stopped(#[from] tokio::task::JoinError),
}

/// People and openings in columns, shared by all requests.
#[derive(Clone)]
pub struct Columns {
    held: Arc<RwLock<Held>>,
    /// Who may find whom of these people.
    whereabouts: Arc<Whereabouts>,
    /// Whoever brings the columns to the present holds this; questions never wait for it.
    following: Arc<Mutex<()>>,
    snapshots: Snapshots,
}

/// What questions are answered from: cheap to clone, never changed while somebody reads it.
#[derive(Clone, Default)]
struct Held {
    people: People,
    openings: Openings,
    /// Nothing before the columns are made.
    mark: Option<Mark>,
    /// A snapshot was opened or tried to be written: nothing new is due until rows change.
    settled: bool,
    /// Rows that changed since the snapshot on disk.
    changed: usize,
    /// The day on which this process wrote, or tried to write, the snapshot.
    saved: Option<NaiveDate>,
}

impl Columns {
    /// Columns whose snapshot lies in `folder`; only one process may write there.
    pub fn new(folder: PathBuf, writable: bool) -> Self {
        let (held, whereabouts, following) = (Arc::default(), Arc::default(), Arc::default());
        Self { held, whereabouts, following, snapshots: Snapshots::new(folder, writable) }
    }

    /// Brings the columns to the present: from the snapshot or the tables at first, then what the outbox
    /// names. `stamp` is that of the reference data in `book`.
    pub async fn catch_up(
        &self,
        database: &Database,
        book: &Arc<ReferenceBook>,
        stamp: Option<&str>,
        clock: &Clock,
    ) -> Result<(), FollowColumnsError> {
        let _following = self.following.lock().await;
        let today = clock.today();
        let horizon = outbox::horizon(database.reader()).await?;
        let made_with = format!("{} · {}", book.rates.in_force(today), stamp.unwrap_or_default());
        let mut held = self.held();
        if held.mark.is_none() {
            held = self.opened().await?.unwrap_or(held);
        }
        let reached = held.mark.as_ref().filter(|mark| mark.made_with == made_with);
        let reached = reached.map(|mark| Position(mark.position));
        let forgotten = outbox::floor(database.reader()).await?;
        match reached {
            Some(reached) if reached == horizon => {}
            Some(reached) if (reached >= forgotten || forgotten > horizon) && reached < horizon => {
                held = self.follow(held, database, book, (reached, horizon), today).await?;
            }
            _ => {
                let (people, openings) = load::everything(database, book, today).await?;
                held = Held { people, openings, ..Held::default() };
                self.whereabouts.forget();
            }
        }
        held.mark = Some(Mark { position: horizon.0, made_with });
        self.show(&held);
        self.save(held, today).await
    }

    /// Forgets columns and snapshot, so that the next catching up reads all tables again.
    pub async fn forget(&self) {
        let _following = self.following.lock().await;
        self.snapshots.remove();
        self.whereabouts.forget();
        self.show(&Held::default());
    }

    /// Have the columns been made?
    pub fn are_ready(&self) -> bool {
        self.held.read().unwrap_or_else(PoisonError::into_inner).mark.is_some()
    }

    /// Reads who may find whom, unless that was done: rankings of some people wait for it, others do not.
    pub async fn narrow(&self, database: &Database) -> Result<(), DbErr> {
        if self.whereabouts.are_read() {
            return Ok(());
        }
        let _following = self.following.lock().await;
        self.whereabouts.fill(database).await
    }

    /// Ranks all people for an opening.
    pub fn people_for(&self, opening: &Opening, limit: usize) -> Ranking {
        self.held().people.rank(opening, limit)
    }

    /// Ranks some people for an opening as if nobody else were there.
    pub fn people_among(&self, among: &Among, opening: &Opening, limit: usize) -> Ranking {
        let people = self.held().people;
        self.whereabouts.ask(among, |among| people.rank_among(opening, limit, among))
    }

    /// How many of some people reach a score without failing a condition, counted up to a number, for each opening.
    pub fn fitting_among(&self, among: &Among, openings: &[Opening], reach: (Score, usize)) -> Vec<usize> {
        let people = self.held().people;
        let count = |among: &dyn Fn(u128) -> bool| {
            openings.iter().map(|opening| people.fitting_among(opening, reach, among)).collect()
        };
        self.whereabouts.ask(among, count)
    }

    /// Ranks all open vacancies for a person.
    pub fn openings_for(&self, profile: &Profile, limit: usize) -> Ranking {
        self.held().openings.rank(profile, limit)
    }

    /// Shows the best people for each opening, in no order, on so many threads.
    pub fn best_for_all(&self, limit: usize, threads: usize, see: &SeeBest<'_>) {
        let Held { people, openings, .. } = self.held();
        rank_all(&people, &openings, limit, threads, see);
    }

    /// The same, and of these people only those who are not known to fail a condition.
    pub fn fitting_for_all(&self, limit: usize, threads: usize, see: &SeeBest<'_>) {
        let Held { people, openings, .. } = self.held();
        rank_fitting(&people, &openings, limit, threads, see);
    }

    /// The position up to which the outbox has been taken over; none before the first.
    pub fn reached(&self) -> Option<Position> {
        self.held().mark.map(|mark| Position(mark.position))
    }

    /// How many people and openings are held.
    pub fn sizes(&self) -> (usize, usize) {
        let Held { people, openings, .. } = self.held();
        (people.len(), openings.len())
    }

    fn held(&self) -> Held {
        self.held.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn show(&self, held: &Held) {
        *self.held.write().unwrap_or_else(PoisonError::into_inner) = held.clone();
    }

    /// What the snapshot on disk holds.
    async fn opened(&self) -> Result<Option<Held>, FollowColumnsError> {
        let snapshots = self.snapshots.clone();
        let opened = tokio::task::spawn_blocking(move || snapshots.open()).await?;
        Ok(opened.map(|(people, openings, mark)| Held {
            people,
            openings,
            mark: Some(mark),
            settled: true,
            ..Held::default()
        }))
    }

    /// Writes a snapshot where the one on disk is far behind or of another day.
    async fn save(&self, mut held: Held, today: NaiveDate) -> Result<(), FollowColumnsError> {
        let Some(mark) = held.mark.clone() else { return Ok(()) };
        let all = held.people.len() + held.openings.len();
        let is_far = held.changed > SAVE_AFTER.max(all / SAVE_SHARE);
        let is_old = held.saved != Some(today) && (held.changed > 0 || !held.settled);
        if !is_far && !is_old {
            return Ok(());
        }
        let (snapshots, people, openings) = (self.snapshots.clone(), held.people, held.openings);
        let keep = tokio::task::spawn_blocking(move || snapshots.keep(people, openings, &mark));
        (held.people, held.openings) = keep.await?;
        (held.settled, held.changed, held.saved) = (true, 0, Some(today));
        self.show(&held);
        Ok(())
    }

    /// Applies what the outbox names between two positions.
    async fn follow(
        &self,
        mut held: Held,
        database: &Database,
        book: &ReferenceBook,
        (from, to): (Position, Position),
        today: NaiveDate,
    ) -> Result<Held, FollowColumnsError> {
        let reader = database.reader();
        let changed: Vec<Uuid> = outbox::read(reader, Subject::Person, from, to).await?.into_iter().collect();
        for keys in changed.chunks(CHUNK) {
            let ids: Vec<PersonId> = keys.iter().copied().map(PersonId::from).collect();
            let rows = people::store::by_ids(reader, &ids).await?;
            let there = rows.iter().filter(|row| row.person.merged_into.is_none());
            self.whereabouts.apply(&ids, &there.map(Whereabout::from).collect::<Vec<_>>());
            let ranked = rows.iter().filter(|row| row.may_be_ranked());
            let here: Vec<Profile> = ranked.map(|row| project::profile(book, row, today)).collect();
            held.changed += keys.len();
            held.people.apply(&here, &missing(keys, here.iter().map(|profile| profile.id)));
        }
        let changed: Vec<Uuid> =
            outbox::read(reader, Subject::Vacancy, from, to).await?.into_iter().collect();
        for keys in changed.chunks(CHUNK) {
            let ids: Vec<VacancyId> = keys.iter().copied().map(VacancyId::from).collect();
            let rows = vacancies::store::open_by_ids(reader, &ids, today).await?;
            let here = load::openings(reader, book, &rows, today).await?;
            held.changed += keys.len();
            held.openings.apply(&here, &missing(keys, here.iter().map(|opening| opening.id)));
        }
        Ok(held)
    }
}

/// The keys that have no row any more, or none that may be ranked.
fn missing(keys: &[Uuid], here: impl Iterator<Item = u128>) -> Vec<u128> {
    let here: HashSet<u128> = here.collect();
    keys.iter().map(Uuid::as_u128).filter(|key| !here.contains(key)).collect()
}
