//! The assembled application: what every command and every request works with.

mod failure;

pub use failure::{CatchUpError, OpenPlatformError};

use crate::accounts::hashing::Hashing;
use crate::accounts::known::KnownPasswords;
use crate::alerts::commands::Waiting;
use crate::audit;
use crate::clock::Clock;
use crate::config::Settings;
use crate::db::{Database, settings};
use crate::discovery::{Columns, FollowColumnsError};
use crate::indexing::{self, FollowError, Indexes};
use crate::installation;
use crate::keys::{Keys, KeysError};
use crate::learning::{self, commands::WriteSearchesError, log::SearchLog};
use crate::mail::post::Post;
use crate::mail::worker::Worker;
use crate::outbox;
use crate::papers::Papers;
use crate::reference::titles;
use crate::reference::{self, ReadReferenceError, ReferenceBook};
use crate::rules::{self, Shelf};
use crate::turns::Turns;
use crate::vacancies::{self, commands::PublishError, hiring::Hiring, recent::RecentRows};
use chrono::NaiveDate;
use sea_orm::DbErr;
use search::Model;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// Database, reference data, indexes and matching columns of one process.
pub struct Platform {
    /// Settings in force.
    pub settings: Settings,
    /// What time it is.
    pub clock: Clock,
    /// The tables.
    pub database: Database,
    /// The indexes.
    pub indexes: Indexes,
    /// The matching columns.
    pub columns: Columns,
    /// Searches and rankings take them.
    pub turns: Turns,
    /// How many employers are hiring.
    pub hiring: Hiring,
    /// The rows that lists showed lately.
    pub recent_rows: RecentRows,
    /// What was searched since it was last written down.
    pub searches: SearchLog,
    /// The alerts that vacancies are held against, if this process does that.
    pub alerts: Waiting,
    /// The ways out for mail and SMS.
    pub post: Arc<Post>,
    keys: Option<Keys>,
    /// Where passwords are hashed.
    pub hashing: Hashing,
    /// Seals the audit trail, and writes its head outside of the database.
    pub audit: audit::Keeper,
    /// Records what is read before it is given out.
    pub recorder: audit::Recorder,
    /// Reads uploaded files, and sets CVs.
    pub papers: Papers,
    /// What the law asks for.
    pub rules: Shelf,
    /// Which process this is, among those over the same database.
    pub process: uuid::Uuid,
    /// How titles are ranked.
    model: Model,
    book: RwLock<Arc<ReferenceBook>>,
    caught_up: AtomicBool,
    reference_seen: Mutex<Option<String>>,
    labels_seen: Mutex<Option<String>>,
    closed_for: Mutex<Option<NaiveDate>>,
}

/// May this command change the schema of a PostgreSQL database?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schema {
    /// Yes: `migrate` and `serve`.
    Migrate,
    /// No: an older schema is an error.
    Expect,
}

impl Platform {
    /// Opens the database, brings its schema and reference data up to date where that is allowed, and
    /// opens the indexes.
    pub async fn open(
        settings: Settings,
        clock: Clock,
        schema: Schema,
    ) -> Result<Arc<Self>, OpenPlatformError> {
        let post = Arc::new(Post::open(&settings)?);
        let database = open_database(&settings, schema).await?;
        reference::load(&database).await?;
        rules::load(&database, clock.now()).await?;
        let stamp = settings::read(database.reader(), settings::REFERENCE_STAMP).await?;
        let labels = settings::read(database.reader(), settings::LABELS_STAMP).await?;
        let model = titles::model(settings.title_vectors.as_deref())?;
        let book = ReferenceBook::read(database.reader(), model.clone()).await?;
        let database_id = installation::identity(&database).await?;
        let keys = installation::keys_of(&database, &settings.keys, schema).await?;
        let hashing = Hashing::new(known_passwords(&settings)?);
        let indexes = match schema {
            Schema::Migrate => {
                Indexes::open_to_serve(&settings.index, &database_id, seed_data::VERSION).await?
            }
            Schema::Expect => Indexes::open(&settings.index, &database_id, seed_data::VERSION)?,
        };
        let columns = Columns::new(indexes.folder().join("columns"), indexes.writable());
        Ok(Arc::new(Self {
            audit: audit::Keeper::new(&settings.data),
            recorder: audit::Recorder::default(),
            settings,
            clock,
            database,
            indexes,
            columns,
            turns: Turns::default(),
            hiring: Hiring::default(),
            recent_rows: RecentRows::default(),
            searches: SearchLog::default(),
            alerts: Waiting::default(),
            post,
            keys,
            hashing,
            papers: Papers::default(),
            rules: Shelf::default(),
            process: uuid::Uuid::new_v4(),
            model,
            book: RwLock::new(Arc::new(book)),
            caught_up: AtomicBool::new(false),
            reference_seen: Mutex::new(stamp),
            labels_seen: Mutex::new(labels),
            closed_for: Mutex::new(None),
        }))
    }

    /// The reference data in force.
    pub fn book(&self) -> Arc<ReferenceBook> {
        self.book.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The stamp of the reference data that is in memory.
    pub(crate) fn reference_seen(&self) -> Option<String> {
        self.reference_seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads the reference data again if somebody changed it, or its labels, since this process read it. Each
    /// kind of change leaves a stamp of its own: new labels are a new book and the same matching columns.
    pub async fn reread_book(&self) -> Result<(), ReadReferenceError> {
        let reader = self.database.reader();
        let stamp = settings::read(reader, settings::REFERENCE_STAMP).await?;
        let labels = settings::read(reader, settings::LABELS_STAMP).await?;
        let labels_seen = self.labels_seen.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if self.reference_seen() == stamp && labels_seen == labels {
            return Ok(());
        }
        let book = Arc::new(ReferenceBook::read(reader, self.model.clone()).await?);
        *self.book.write().unwrap_or_else(PoisonError::into_inner) = book;
        *self.reference_seen.lock().unwrap_or_else(PoisonError::into_inner) = stamp;
        *self.labels_seen.lock().unwrap_or_else(PoisonError::into_inner) = labels;
        Ok(())
    }

    /// Writes down what was searched since the last time; returns how many rows were added to.
    pub async fn write_searches(&self) -> Result<usize, WriteSearchesError> {
        learning::commands::write_searches(&self.database, &self.book(), &self.searches).await
    }

    /// Whoever sends letters in the name of this process.
    pub fn mail_worker(&self) -> Worker {
        Worker {
            database: self.database.clone(),
            post: self.post.clone(),
            process: self.process,
            clock: self.clock.clone(),
        }
    }

    /// Closes the vacancies whose last day has passed, once a day, whichever process comes first.
    pub async fn close_the_day(&self) -> Result<(), PublishError> {
        let today = self.clock.today();
        let closed = *self.closed_for.lock().unwrap_or_else(PoisonError::into_inner) == Some(today);
        if !closed {
            vacancies::commands::close_day(&self.database, self.process, self.clock.now()).await?;
            *self.closed_for.lock().unwrap_or_else(PoisonError::into_inner) = Some(today);
        }
        Ok(())
    }

    /// Brings the indexes to the present.
    pub async fn catch_up_indexes(&self) -> Result<u64, FollowError> {
        let changed = indexing::catch_up(&self.database, &self.book(), &self.indexes, &self.clock).await?;
        self.caught_up.store(true, Ordering::Release);
        Ok(changed)
    }

    /// Brings the matching columns to the present.
    pub async fn catch_up_columns(&self) -> Result<(), FollowColumnsError> {
        let stamp = self.reference_seen();
        self.columns.catch_up(&self.database, &self.book(), stamp.as_deref(), &self.clock).await
    }

    /// Have indexes and matching columns been brought to the present since the process began, and are the
    /// indexes sound?
    pub fn is_ready(&self) -> bool {
        self.caught_up.load(Ordering::Acquire)
            && self.columns.are_ready()
            && self.indexes.of(outbox::Subject::Vacancy).watermark() > 0
            && !self.indexes.is_suspected()
    }

    /// How many changed rows the index of `subject` has not seen yet.
    pub async fn behind(&self, subject: outbox::Subject) -> Result<usize, DbErr> {
        let reached = outbox::Position(self.indexes.of(subject).watermark());
        let horizon = outbox::horizon(self.database.reader()).await?;
        Ok(outbox::read(self.database.reader(), subject, reached, horizon).await?.len())
    }

    /// The keys of the installation. A command that found none at its start has none.
    pub fn keys(&self) -> Result<&Keys, KeysError> {
        self.keys.as_ref().ok_or_else(|| KeysError::Missing(self.settings.keys.display().to_string()))
    }

    /// Whether the public reaches the pages over TLS.
    pub fn is_secure(&self) -> bool {
        self.settings.public_url.as_ref().is_some_and(|url| url.starts_with("https://"))
    }

    /// Scheme and host under which the public reaches the pages.
    pub fn base_url(&self) -> String {
        self.settings.public_url.clone().unwrap_or_else(|| format!("http://{}", self.settings.listen))
    }
}

/// Opens and, where allowed, migrates the database that the settings name.
pub async fn open_database(settings: &Settings, schema: Schema) -> Result<Database, OpenPlatformError> {
    let Some(url) = &settings.database_url else {
        let database = Database::open_sqlite(&settings.data).await?;
        database.migrate().await?;
        return Ok(database);
    };
    let database = Database::open_postgres(url).await?;
    match schema {
        Schema::Migrate => database.migrate().await?,
        Schema::Expect if database.needs_migration().await? => return Err(OpenPlatformError::OldSchema),
        Schema::Expect => {}
    }
    Ok(database)
}

/// The list of known passwords that the settings name.
fn known_passwords(settings: &Settings) -> Result<Option<KnownPasswords>, OpenPlatformError> {
    let Some(path) = &settings.known_passwords else { return Ok(None) };
    let failed = |source| OpenPlatformError::KnownPasswords { file: path.display().to_string(), source };
    KnownPasswords::open(path).map(Some).map_err(failed)
}
