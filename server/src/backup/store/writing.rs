//! Rows of a backup go into an empty database, many with one statement.

use super::cells::{WrongCell, from_json};
use crate::backup::TableRows;
use crate::backup::tables::{Later, SET_LATER};
use sea_orm::sea_query::{Alias, Expr, Query};
use sea_orm::{ConnectionTrait, DatabaseBackend, DbErr, Statement, Value};
use serde_json::Value as Json;

/// Values of one statement; SQLite takes 32,766.
const VALUES: usize = 15_000;
/// Rows of one statement.
const ROWS: usize = 500;
/// Bytes of the rows of one statement, as they stood in the file.
const BYTES: usize = 4 << 20;

/// Why rows could not be written.
#[derive(Debug, thiserror::Error)]
pub(in crate::backup) enum WriteRowsError {
    /// The database refused.
    #[error(transparent)]
    Database(#[from] DbErr),
    /// Not what its column holds.
    #[error(transparent)]
    Cell(#[from] WrongCell),
    /// Not as many cells as columns.
    #[error("a row of {0} has another number of cells than columns")]
    Width(String),
}

/// Writes a table.
pub(in crate::backup) struct TableWriter<'a> {
    table: &'a TableRows,
    rows: Vec<Vec<Value>>,
    bytes: usize,
    /// Positions of the key and of columns that are set later, with their names, and when.
    later: Option<(usize, Vec<usize>, Later)>,
    pending: Vec<Vec<Value>>,
}

impl<'a> TableWriter<'a> {
    /// For a table of a backup.
    pub(in crate::backup) fn new(table: &'a TableRows) -> Self {
        let position = |name: &str| table.columns.iter().position(|column| column.name == name);
        let rule = SET_LATER.iter().find(|(name, ..)| *name == table.name);
        let later = rule.and_then(|(_, key, columns, when)| {
            let columns: Option<Vec<usize>> = columns.iter().map(|name| position(name)).collect();
            Some((position(key)?, columns?, *when))
        });
        Self { table, rows: Vec::new(), bytes: 0, later, pending: Vec::new() }
    }

    /// Takes a row; writes when there are many.
    pub(in crate::backup) async fn add(
        &mut self,
        connection: &impl ConnectionTrait,
        (cells, bytes): (Vec<Json>, usize),
    ) -> Result<(), WriteRowsError> {
        let columns = &self.table.columns;
        if cells.len() != columns.len() {
            return Err(WriteRowsError::Width(self.table.name.clone()));
        }
        let values = cells.iter().zip(columns).map(|(cell, column)| from_json(cell, column.kind));
        let mut row = values.collect::<Result<Vec<Value>, WrongCell>>()?;
        self.put_off(&mut row);
        self.rows.push(row);
        self.bytes += bytes;
        let full = self.rows.len() >= ROWS.min(VALUES / columns.len().max(1)) || self.bytes >= BYTES;
        if full { self.flush(connection, false).await } else { Ok(()) }
    }

    /// Empties the columns that are set later, and remembers what stood in them.
    fn put_off(&mut self, row: &mut [Value]) {
        let Some((key, columns, _)) = &self.later else { return };
        let Some(key) = row.get(*key).cloned() else { return };
        let mut kept = vec![key];
        for at in columns {
            if let Some(cell) = row.get_mut(*at) {
                kept.push(cell.clone());
                *cell = cell.as_null();
            }
        }
        if kept.iter().skip(1).any(|cell| *cell != cell.as_null()) {
            self.pending.push(kept);
        }
    }

    /// Writes what is left.
    pub(in crate::backup) async fn end(
        mut self,
        connection: &impl ConnectionTrait,
    ) -> Result<(), WriteRowsError> {
        self.flush(connection, true).await
    }

    async fn flush(&mut self, connection: &impl ConnectionTrait, last: bool) -> Result<(), WriteRowsError> {
        if !self.rows.is_empty() {
            let mut insert = Query::insert();
            insert.into_table(Alias::new(&self.table.name));
            insert.columns(self.table.columns.iter().map(|column| Alias::new(&column.name)));
            for row in self.rows.drain(..) {
                insert
                    .values(row.into_iter().map(Expr::value))
                    .map_err(|error| WriteRowsError::Width(format!("{}: {error}", self.table.name)))?;
            }
            self.bytes = 0;
            connection.execute(&insert).await?;
        }
        if last || matches!(self.later, Some((_, _, Later::Soon))) {
            self.set_pending(connection).await?;
        }
        Ok(())
    }

    async fn set_pending(&mut self, connection: &impl ConnectionTrait) -> Result<(), DbErr> {
        let Some((key, columns, _)) = &self.later else { return Ok(()) };
        let name = |at: &usize| self.table.columns.get(*at).map_or("", |column| column.name.as_str());
        let set: Vec<String> = columns
            .iter()
            .zip(2..)
            .map(|(at, number)| format!("\"{}\" = v.column{number}", name(at)))
            .collect();
        let (table, key, set) = (&self.table.name, name(key), set.join(", "));
        let backend = connection.get_database_backend();
        for some in self.pending.chunks(ROWS) {
            let mut number = 0;
            let mut tuple = |row: &Vec<Value>| {
                let marks = row.iter().map(|_| {
                    number += 1;
                    format!("${number}")
                });
                format!("({})", marks.collect::<Vec<_>>().join(", "))
            };
            let rows: Vec<String> = some.iter().map(&mut tuple).collect();
            let sql = format!(
                "update \"{table}\" set {set} from (values {}) as v where \"{table}\".\"{key}\" = v.column1",
                rows.join(", ")
            );
            let values = some.iter().flatten().cloned();
            connection.execute_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
        }
        self.pending.clear();
        Ok(())
    }
}

/// The name of something that stands in the database already; none in an empty one.
pub(in crate::backup) async fn occupied_by(
    connection: &impl ConnectionTrait,
) -> Result<Option<String>, DbErr> {
    let backend = connection.get_database_backend();
    let sql = match backend {
        DatabaseBackend::Postgres => {
            "select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace \
             where n.nspname = current_schema() order by 1 limit 1"
        }
        _ => "select name from sqlite_master order by name limit 1",
    };
    let row = connection.query_one_raw(Statement::from_string(backend, sql)).await?;
    row.map(|row| row.try_get("", "name")).transpose()
}

/// Lets PostgreSQL count on from the rows that are there; SQLite does by itself.
pub(in crate::backup) async fn set_sequences(connection: &impl ConnectionTrait) -> Result<(), DbErr> {
    let backend = connection.get_database_backend();
    if backend != DatabaseBackend::Postgres {
        return Ok(());
    }
    let sql = "select table_name::text as t, column_name::text as c from information_schema.columns \
               where table_schema = current_schema() \
               and (is_identity = 'YES' or column_default like 'nextval(%')";
    for row in connection.query_all_raw(Statement::from_string(backend, sql)).await? {
        let (table, column): (String, String) = (row.try_get("", "t")?, row.try_get("", "c")?);
        let set = format!(
            "select setval(pg_get_serial_sequence('\"{table}\"', '{column}'), \
             coalesce(max(\"{column}\"), 1), max(\"{column}\") is not null) from \"{table}\""
        );
        connection.execute_unprepared(&set).await?;
    }
    Ok(())
}
