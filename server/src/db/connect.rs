//! How is the database reached? SQLite in the data folder by default, PostgreSQL by URL.

use sea_orm::{
    AccessMode, ConnectOptions, DatabaseBackend, DatabaseConnection, DatabaseTransaction, DbErr,
    IsolationLevel, SqliteTransactionMode, TransactionOptions, TransactionTrait,
    sqlx::{self, Connection, SqliteConnection},
};
use sea_orm_migration::MigratorTrait;
use std::path::Path;
use std::time::Duration;

use super::locks;
use super::migrations::Migrator;
use super::statements::Statements;
use super::url::{check_url, without_password};
use crate::private;

/// Name of the SQLite file in the data folder.
pub(crate) const SQLITE_FILE: &str = "viak.sqlite";
/// A reader waits this long for a locked SQLite file or a free connection.
const PATIENCE: Duration = Duration::from_secs(10);

/// Connections that read a SQLite file side by side.
const READERS: u32 = 4;
/// Connections to PostgreSQL.
const CONNECTIONS: u32 = 16;
/// Cache of one connection in KiB, as SQLite writes it: what is not here comes from the system's page cache,
/// which all connections and processes share.
///
/// A larger one costs in its own book-keeping what it saves in reading. A map of the file (`mmap_size`) would
/// save a fifth where rows are read at random, but what each connection has read of it counts as memory of the
/// process, once for each.
const CACHE: &str = "-8000";
/// Rows of SQLite that wait for whoever asked. With room for fewer than an answer has, the thread that reads
/// and the one that takes wake each other for every row.
const ROWS: usize = 32_768;

/// Two handles on one database: many readers, and on SQLite a single writer.
///
/// SQLite has one writer at a time anyway; a pool of one makes writers queue in the process instead
/// of failing, and transactions begin *immediate* so that a read never turns into a write half-way.
#[derive(Clone)]
pub struct Database {
    readers: DatabaseConnection,
    writer: DatabaseConnection,
    statements: Statements,
}

/// Why a database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder of the SQLite file cannot be made.
    #[error("the data folder {folder} cannot be created")]
    Folder {
        /// The folder asked for.
        folder: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The URL is none of PostgreSQL. What was given is not repeated: it may hold a password.
    #[error(
        "the URL of the database is not of the form postgres://USER:PASSWORD@HOST:PORT/NAME, \
         with %40 for @ and the like in the password"
    )]
    Url,
    /// The server does not answer, or refuses.
    #[error("the database at {place} cannot be reached")]
    Unreachable {
        /// URL without password, or file name.
        place: String,
        /// What the driver said.
        source: DbErr,
    },
    /// The schema could not be brought up to date.
    #[error("the schema of the database at {place} could not be brought up to date")]
    Migration {
        /// URL without password, or file name.
        place: String,
        /// What the driver said.
        source: DbErr,
    },
}

impl Database {
    /// Opens the SQLite file in `folder`, making both if they are missing.
    pub async fn open_sqlite(folder: &Path) -> Result<Self, OpenError> {
        private::make_folder(folder)
            .map_err(|source| OpenError::Folder { folder: folder.display().to_string(), source })?;
        let file = folder.join(SQLITE_FILE);
        let place = file.display().to_string();
        let unreachable = |source| OpenError::Unreachable { place: place.clone(), source };
        let mut writer = sea_orm::Database::connect(sqlite_options(&file, 1)).await.map_err(unreachable)?;
        let mut readers =
            sea_orm::Database::connect(sqlite_options(&file, READERS)).await.map_err(unreachable)?;
        let statements = Statements::default();
        statements.watch(&mut writer);
        statements.watch(&mut readers);
        Ok(Self { readers, writer, statements })
    }

    /// Does a data folder hold an SQLite file of ours? Makes nothing.
    pub async fn is_in(folder: &Path) -> bool {
        let file = folder.join(SQLITE_FILE);
        if !file.is_file() {
            return false;
        }
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&file).read_only(true);
        let Ok(mut connection) = SqliteConnection::connect_with(&options).await else {
            // Whoever opens it says why it cannot be.
            return true;
        };
        let sql = "select 1 from sqlite_master where name = 'seaql_migrations'";
        !matches!(sqlx::query(sql).fetch_optional(&mut connection).await, Ok(None))
    }

    /// Connects to PostgreSQL at `url`.
    pub async fn open_postgres(url: &str) -> Result<Self, OpenError> {
        check_url(url)?;
        let mut options = ConnectOptions::new(url);
        options
            .max_connections(CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .connect_timeout(PATIENCE)
            .sqlx_logging(false);
        let mut connection = sea_orm::Database::connect(options)
            .await
            .map_err(|source| OpenError::Unreachable { place: without_password(url), source })?;
        let statements = Statements::default();
        statements.watch(&mut connection);
        Ok(Self { readers: connection.clone(), writer: connection, statements })
    }

    /// Brings the schema up to date; of several processes that begin at once, one does and the others wait.
    pub async fn migrate(&self) -> Result<(), OpenError> {
        let failed = |source| OpenError::Migration { place: self.describe().to_owned(), source };
        if !self.is_postgres() {
            return Migrator::up(&self.writer, None).await.map_err(failed);
        }
        let migrate = async {
            let transaction = self.begin().await?;
            locks::wait_for(&transaction, "schema").await?;
            Migrator::up(&transaction, None).await?;
            transaction.commit().await
        };
        migrate.await.map_err(failed)
    }

    /// Are there migrations that the database has not seen?
    pub async fn needs_migration(&self) -> Result<bool, DbErr> {
        Ok(!Migrator::get_pending_migrations(&self.writer).await?.is_empty())
    }

    /// The connection to read from.
    pub fn reader(&self) -> &DatabaseConnection {
        &self.readers
    }

    /// How many statements it answered.
    pub fn statements(&self) -> &Statements {
        &self.statements
    }

    /// Begins a transaction that may write.
    pub async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        self.writer.begin_with_options(options).await
    }

    /// Is this PostgreSQL?
    pub fn is_postgres(&self) -> bool {
        self.writer.get_database_backend() == DatabaseBackend::Postgres
    }

    /// Connections that are open, and those of them that wait for work.
    pub fn connections(&self) -> (u32, usize) {
        if self.is_postgres() {
            let pool = self.readers.get_postgres_connection_pool();
            return (pool.size(), pool.num_idle());
        }
        let (readers, writer) =
            (self.readers.get_sqlite_connection_pool(), self.writer.get_sqlite_connection_pool());
        (readers.size() + writer.size(), readers.num_idle() + writer.num_idle())
    }

    /// How many readers are served at once; more of them wait for one another.
    pub fn readers_at_most(&self) -> usize {
        let most = if self.is_postgres() { CONNECTIONS } else { READERS };
        most as usize
    }

    /// Begins a transaction that reads one state of the database, whatever is written meanwhile.
    pub(crate) async fn snapshot(&self) -> Result<DatabaseTransaction, DbErr> {
        if self.is_postgres() {
            let (isolation, access) = (IsolationLevel::RepeatableRead, AccessMode::ReadOnly);
            return self.readers.begin_with_config(Some(isolation), Some(access)).await;
        }
        // SQLite's log keeps what a reader saw first until it ends.
        self.readers.begin().await
    }

    /// Closes all connections; a file of SQLite is whole by itself afterwards.
    pub(crate) async fn close(self) -> Result<(), DbErr> {
        self.readers.close().await?;
        self.writer.close().await
    }

    /// Which kind of database it is.
    pub(crate) fn describe(&self) -> &'static str {
        if self.is_postgres() { "PostgreSQL" } else { "SQLite" }
    }
}

fn sqlite_options(file: &Path, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new("sqlite://viak.sqlite?mode=rwc");
    // The path itself: written into a URL, a `%` or `?` in it would lead elsewhere.
    let file = file.to_owned();
    options.max_connections(connections).acquire_timeout(PATIENCE).sqlx_logging(false);
    // A file does not go away as a server does: asking each time would cost as much as a small query.
    options.test_before_acquire(false);
    options.map_sqlx_sqlite_opts(move |sqlite| {
        sqlite
            .filename(&file)
            .busy_timeout(PATIENCE)
            .row_buffer_size(ROWS)
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            .pragma("foreign_keys", "ON")
            .pragma("cache_size", CACHE)
    });
    options
        .map_sqlx_sqlite_pool_opts(|pool| pool.before_acquire(|connection, _| Box::pin(is_idle(connection))));
    options
}

/// Is the connection outside of any transaction? One that is not is closed, and another is opened.
///
/// Where the disk is full SQLite ends a transaction by itself; the driver's own rollback then fails, and it
/// would go on counting levels that are not there: what begins next would be taken for a part of a
/// transaction that nobody commits.
async fn is_idle(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    // The driver lowers its count only when a rollback has succeeded.
    if !connection.is_in_transaction() {
        return Ok(true);
    }
    // An answer says that the rollback before it has been tried.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn signs_of_urls_in_a_folder_lead_nowhere_else() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["p%20q", "b#c d", "what?", "ບ້ານ"] {
            let data = folder.path().join(name);
            Database::open_sqlite(&data).await.unwrap();
            assert!(data.join("viak.sqlite").exists(), "{name}");
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 4);
    }
}
