//! Rows that lists showed lately, kept in memory while nothing says that they changed.

use super::store::{Listed, listed_by_ids};
use crate::db::Database;
use crate::figures::LIST_ROWS;
use crate::ids::VacancyId;
use crate::outbox::{self, Changed, Position, Subject};
use chrono::NaiveDate;
use quick_cache::{Weighter, sync::Cache};
use sea_orm::{ConnectionTrait, DbErr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Bytes of rows that are kept, about.
const ROOM: u64 = 48_000_000;
/// Rows of usual size that fit there.
const ROWS: usize = 48_000;
/// So long after the outbox was read rows are shown from memory: ten turns of following.
const TRUSTED_FOR: Duration = Duration::from_secs(2);

/// Rows of vacancies by key, those that are asked for again and again; they follow the outbox as indexes do.
///
/// A row read before a change is seen may be older than it, and is not kept. A process that does not follow, or
/// cannot, asks the tables for every row. The name of an employer is a part of the row: whoever lets it change has
/// to name its vacancies in the outbox, as for the index.
pub struct RecentRows {
    rows: Cache<VacancyId, Arc<Listed>, Bytes>,
    followed: Mutex<Followed>,
    trusted_for: Duration,
}

/// How far the outbox has been read.
#[derive(Debug, Default)]
struct Followed {
    /// Every change before it has been seen, and when that was.
    reached: Option<(Position, Instant)>,
    /// Times that changes were seen.
    changes: u64,
}

/// The memory of a row.
#[derive(Clone)]
struct Bytes;

impl Weighter<VacancyId, Arc<Listed>> for Bytes {
    fn weight(&self, _: &VacancyId, row: &Arc<Listed>) -> u64 {
        let texts = [&row.employer, &row.title, &row.description, &row.language].map(String::len);
        let others = [&row.place_text, &row.wage_text, &row.wage_currency]
            .map(|text| text.as_ref().map_or(0, String::len));
        (size_of::<Listed>() + texts.iter().chain(&others).sum::<usize>()) as u64
    }
}

impl Default for RecentRows {
    fn default() -> Self {
        Self::trusted_for(TRUSTED_FOR)
    }
}

impl RecentRows {
    /// None yet; so long after the outbox was read nothing is taken to have changed.
    pub fn trusted_for(trusted_for: Duration) -> Self {
        Self { rows: Cache::with_weighter(ROWS, ROOM, Bytes), followed: Mutex::default(), trusted_for }
    }

    /// The vacancies among `ids` that are open on `today`, in no order: what is not in memory in one query.
    pub async fn listed(
        &self,
        connection: &impl ConnectionTrait,
        ids: &[VacancyId],
        today: NaiveDate,
    ) -> Result<Vec<Arc<Listed>>, DbErr> {
        let seen = self.trusted();
        let held = |id: &VacancyId| seen.and_then(|_| self.rows.get(id));
        let (mut rows, mut missing) = (Vec::with_capacity(ids.len()), Vec::new());
        for id in ids {
            match held(id) {
                Some(row) => rows.push(row),
                None => missing.push(*id),
            }
        }
        metrics::counter!(LIST_ROWS, "from" => "memory").increment(rows.len() as u64);
        metrics::counter!(LIST_ROWS, "from" => "tables").increment(missing.len() as u64);
        rows.retain(|row| row.valid_through.is_none_or(|last| last >= today));
        if !missing.is_empty() {
            let read: Vec<_> = listed_by_ids(connection, &missing, today).await?;
            let read: Vec<_> = read.into_iter().map(Arc::new).collect();
            if let Some(seen) = seen {
                self.keep(seen, &read);
            }
            rows.extend(read);
        }
        Ok(rows)
    }

    /// Forgets the rows that changed since the last time; everything where that cannot be told, as after a time without
    /// the database, which may be another one now.
    ///
    /// A transaction that stays open holds the horizon back; what others commit meanwhile is forgotten all the same, at
    /// every turn until the horizon has passed it.
    pub async fn catch_up(&self, database: &Database) -> Result<(), DbErr> {
        let (reader, now) = (database.reader(), Instant::now());
        let horizon = outbox::horizon(reader).await?;
        let floor = outbox::floor(reader).await?;
        let reached = self.followed().reached.filter(|(_, at)| at.elapsed() < self.trusted_for);
        match reached {
            // A floor beyond the horizon was carried over from another cluster and says nothing here.
            Some((reached, _)) if reached <= horizon && (reached >= floor || floor > horizon) => {
                self.forget(&outbox::seen_from(reader, Subject::Vacancy, reached).await?);
            }
            _ => self.forget_all(),
        }
        self.followed().reached = Some((horizon, now));
        Ok(())
    }

    /// How many times changes have been seen, if what is in memory may be shown.
    fn trusted(&self) -> Option<u64> {
        let followed = self.followed();
        let (_, at) = followed.reached?;
        (at.elapsed() < self.trusted_for).then_some(followed.changes)
    }

    /// Keeps rows that were read when changes had been seen `seen` times.
    fn keep(&self, seen: u64, rows: &[Arc<Listed>]) {
        let followed = self.followed();
        if followed.changes == seen {
            for row in rows {
                self.rows.insert(row.id, row.clone());
            }
        }
    }

    fn forget(&self, changed: &Changed) {
        if changed.is_empty() {
            return;
        }
        let mut followed = self.followed();
        followed.changes += 1;
        for key in changed {
            self.rows.remove(&VacancyId::from(*key));
        }
    }

    fn forget_all(&self) {
        let mut followed = self.followed();
        followed.changes += 1;
        self.rows.clear();
    }

    fn followed(&self) -> MutexGuard<'_, Followed> {
        self.followed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(number: u128) -> Arc<Listed> {
        Arc::new(Listed {
            id: VacancyId::from_u128(number),
            employer: "Mekong Works".into(),
            title: "Welder".into(),
            description: "Steel frames.".into(),
            language: "en".into(),
            occupation_id: None,
            occupation_confidence: None,
            place_text: None,
            country_id: None,
            province_id: None,
            district_id: None,
            abroad: false,
            contract: None,
            wage_text: None,
            wage_min: None,
            wage_max: None,
            wage_currency: None,
            wage_period: None,
            posted_on: NaiveDate::default(),
            valid_through: None,
            updated_at: chrono::DateTime::default(),
        })
    }

    fn following() -> RecentRows {
        let rows = RecentRows::default();
        rows.followed().reached = Some((Position(1), Instant::now()));
        rows
    }

    #[test]
    fn a_row_that_was_read_before_a_change_was_seen_is_not_kept() {
        let rows = following();
        let seen = rows.trusted().unwrap();
        rows.forget(&Changed::from([uuid::Uuid::from_u128(7)]));
        rows.keep(seen, &[row(7), row(8)]);
        assert!(rows.rows.is_empty());
        rows.keep(rows.trusted().unwrap(), &[row(7), row(8)]);
        rows.forget(&Changed::from([uuid::Uuid::from_u128(7)]));
        assert!(rows.rows.get(&row(7).id).is_none() && rows.rows.get(&row(8).id).is_some());
    }

    #[test]
    fn nothing_is_shown_from_memory_when_the_outbox_was_not_read_lately() {
        let rows = following();
        assert!(rows.trusted().is_some());
        rows.followed().reached = Instant::now().checked_sub(TRUSTED_FOR).map(|then| (Position(1), then));
        assert!(rows.trusted().is_none());
        assert!(RecentRows::default().trusted().is_none());
    }

    #[tokio::test]
    async fn a_position_that_the_database_has_not_reached_or_that_is_old_makes_everything_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open_sqlite(folder.path()).await.unwrap();
        database.migrate().await.unwrap();
        let rows = RecentRows::default();
        let long_ago = Instant::now().checked_sub(TRUSTED_FOR).unwrap();
        for reached in [None, Some((Position(99), Instant::now())), Some((Position(1), long_ago))] {
            rows.followed().reached = reached;
            let seen = rows.followed().changes;
            rows.keep(seen, &[row(7)]);
            rows.catch_up(&database).await.unwrap();
            assert!(rows.rows.is_empty(), "{reached:?}");
        }
        rows.keep(rows.trusted().unwrap(), &[row(7)]);
        rows.catch_up(&database).await.unwrap();
        assert_eq!(rows.rows.len(), 1, "nothing has changed");
    }

    #[test]
    fn memory_is_bounded() {
        let rows = following();
        let large =
            |number| Arc::new(Listed { description: "x".repeat(100_000), ..Listed::clone(&row(number)) });
        for number in 0..2_000 {
            rows.keep(0, &[large(number)]);
        }
        assert!(rows.rows.weight() <= ROOM && rows.rows.len() > 100, "{} rows", rows.rows.len());
    }
}
