//! PostgreSQL full text: a tsvector of the same words, GIN, and plain columns for filters.

use super::{Asked, Counts, Fed, counts};
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseBackend, DatabaseConnection, DbErr, Statement, TransactionTrait,
    Value,
};
use std::time::Duration;

/// How long a server may take to answer at all.
const PATIENCE: Duration = Duration::from_secs(5);
/// Positions in a tsvector end here.
const LAST_POSITION: usize = 16_383;

/// Numbers beside text in one index. Runs over one database share it, and the last one takes it away again,
/// unless somebody else had made it.
const EXTENSION: &str = "DO $$ BEGIN \
    IF NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'btree_gin') THEN \
        CREATE EXTENSION btree_gin SCHEMA public; \
        COMMENT ON EXTENSION btree_gin IS 'made by viak bench'; \
    END IF; END $$";
const NO_EXTENSION: &str = "DO $$ BEGIN \
    IF EXISTS (SELECT FROM pg_extension e WHERE extname = 'btree_gin' \
        AND obj_description(e.oid, 'pg_extension') = 'made by viak bench') THEN DROP EXTENSION btree_gin; END IF; \
    EXCEPTION WHEN dependent_objects_still_exist THEN NULL; END $$";

/// A table with full text in a schema of its own.
pub(crate) struct Postgres {
    connection: DatabaseConnection,
    url: String,
    schema: String,
    /// Text and filters in one index, where the extension for that is to be had.
    pub(crate) combined: bool,
}

async fn connect(url: &str, schema: Option<&str>) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(2).connect_timeout(PATIENCE).acquire_timeout(PATIENCE).sqlx_logging(false);
    if let Some(schema) = schema {
        options.set_schema_search_path(format!("{schema},public"));
        // Questions of milliseconds are not worth compiling.
        options.map_sqlx_postgres_opts(|postgres| postgres.options([("jit", "off")]));
    }
    sea_orm::Database::connect(options).await
}

/// Removes the schema of a run that ended early; a server that is gone keeps it.
pub(crate) async fn drop_schema(url: &str, schema: &str) {
    let Ok(connection) = connect(url, None).await else { return };
    for removal in [&format!("DROP SCHEMA IF EXISTS {schema} CASCADE"), NO_EXTENSION] {
        if let Err(error) = connection.execute_unprepared(removal).await {
            tracing::warn!(schema, %error, "what the benchmark made could not be removed");
        }
    }
}

impl Postgres {
    /// An empty table in a fresh schema of this name in the database at `url`.
    pub(crate) async fn create(url: &str, schema: &str) -> Result<Self, DbErr> {
        let connection = connect(url, Some(schema)).await?;
        connection.execute_unprepared(&format!("CREATE SCHEMA {schema}")).await?;
        let combined = connection.execute_unprepared(EXTENSION).await.is_ok();
        let table = "CREATE UNLOGGED TABLE doc(id integer PRIMARY KEY, province integer NOT NULL, \
            occupation integer NOT NULL, grp integer NOT NULL, band integer NOT NULL, tsv tsvector NOT NULL)";
        connection.execute_unprepared(table).await?;
        Ok(Self { connection, url: url.to_owned(), schema: schema.to_owned(), combined })
    }

    /// Adds documents.
    pub(crate) async fn add(&self, documents: &[Fed]) -> Result<(), DbErr> {
        let transaction = self.connection.begin().await?;
        for some in documents.chunks(1_000) {
            let values = some.iter().flat_map(|document| {
                let Fed { id, province, occupation, group, band, .. } = document;
                let numbers = [*id, *province, *occupation, *group, *band].map(Value::from);
                numbers.into_iter().chain([Value::from(vector(document))])
            });
            let row = |at: usize| {
                let columns: Vec<String> = (1..=6).map(|column| format!("${}", at * 6 + column)).collect();
                format!("({}::text::tsvector)", columns.join(","))
            };
            let rows: Vec<String> = (0..some.len()).map(row).collect();
            let sql = format!(
                "INSERT INTO doc(id, province, occupation, grp, band, tsv) VALUES {}",
                rows.join(",")
            );
            transaction.execute_raw(statement(&sql, values)).await?;
        }
        transaction.commit().await
    }

    /// Makes the indexes.
    pub(crate) async fn finish(&self) -> Result<(), DbErr> {
        let mut statements = vec![
            "CREATE INDEX ON doc USING gin(tsv)",
            "CREATE INDEX ON doc(occupation, province)",
            "VACUUM ANALYZE doc",
        ];
        if self.combined {
            statements.insert(1, "CREATE INDEX ON doc USING gin(tsv, occupation, province)");
        }
        for statement in statements {
            self.connection.execute_unprepared(statement).await?;
        }
        Ok(())
    }

    /// The process that serves a connection, by its number on the server's machine, and the megabytes of the buffers
    /// that all processes share.
    pub(crate) async fn process(&self) -> Result<Option<(u32, u64)>, DbErr> {
        // In blocks of 8 kB.
        let sql = "SELECT pg_backend_pid(), setting::bigint * 8 / 1024 FROM pg_settings WHERE name = 'shared_buffers'";
        let Some(row) = self.connection.query_one_raw(statement(sql, [])).await? else { return Ok(None) };
        let (id, shared): (i32, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        Ok(u32::try_from(id).ok().zip(u64::try_from(shared).ok()))
    }

    /// Bytes of the table with its indexes.
    pub(crate) async fn bytes(&self) -> Result<i64, DbErr> {
        let row =
            self.connection.query_one_raw(statement("SELECT pg_total_relation_size('doc')", [])).await?;
        row.map_or(Ok(0), |row| row.try_get_by_index(0))
    }

    /// The best twenty, and counts where they are asked for.
    pub(crate) async fn ask(&self, asked: &Asked) -> Result<(usize, Counts), DbErr> {
        let (condition, values) = condition(asked);
        let best = format!(
            "SELECT id FROM doc WHERE {condition} ORDER BY ts_rank(tsv, $1::text::tsquery) DESC, id LIMIT 20"
        );
        let best = self.connection.query_all_raw(statement(&best, values.clone())).await?;
        if !asked.facets {
            return Ok((best.len(), Counts::new()));
        }
        let facets = format!(
            "WITH m AS MATERIALIZED (SELECT province, grp, band FROM doc WHERE {condition}) \
             SELECT 0, province, count(*) FROM m GROUP BY 2 UNION ALL SELECT 1, grp, count(*) FROM m GROUP BY 2 \
             UNION ALL SELECT 2, band, count(*) FROM m GROUP BY 2"
        );
        let facets = self.connection.query_all_raw(statement(&facets, values)).await?;
        Ok((best.len(), counts(&facets)?))
    }

    /// How many documents meet a question.
    pub(crate) async fn count(&self, asked: &Asked) -> Result<u64, DbErr> {
        let (condition, values) = condition(asked);
        let sql = format!("SELECT count(*) FROM doc WHERE {condition}");
        let row = self.connection.query_one_raw(statement(&sql, values)).await?;
        let count: i64 = row.map_or(Ok(0), |row| row.try_get_by_index(0))?;
        Ok(u64::try_from(count).unwrap_or(0))
    }

    /// Removes the schema.
    pub(crate) async fn close(self) -> Result<(), DbErr> {
        self.connection.close().await?;
        drop_schema(&self.url, &self.schema).await;
        Ok(())
    }
}

fn statement(sql: &str, values: impl IntoIterator<Item = Value>) -> Statement {
    Statement::from_sql_and_values(DatabaseBackend::Postgres, sql, values)
}

fn quoted(word: &str) -> String {
    format!("'{}'", word.replace(['\'', '\\'], ""))
}

/// The words with their positions, those of the title with more weight: the form in which the server keeps them.
fn vector(document: &Fed) -> String {
    let weighted =
        document.title.iter().map(|word| (word, "A")).chain(document.body.iter().map(|word| (word, "")));
    let placed = weighted.zip(1..).filter(|(_, position)| *position <= LAST_POSITION);
    placed
        .map(|((word, weight), position)| format!("{}:{position}{weight}", quoted(word)))
        .collect::<Vec<_>>()
        .join(" ")
}

fn condition(asked: &Asked) -> (&'static str, Vec<Value>) {
    let words: Vec<String> = asked.words.iter().map(|word| quoted(word)).collect();
    let query = Value::from(words.join(if asked.all { " & " } else { " | " }));
    match asked.filters {
        None => ("tsv @@ $1::text::tsquery", vec![query]),
        Some((province, occupation)) => (
            "tsv @@ $1::text::tsquery AND province = $2 AND occupation = $3",
            vec![query, super::number(province).into(), super::number(occupation).into()],
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_title_weigh_more() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect();
        let (title, body) = (words("ຊ່າງ ເຊື່ອມ"), words("owner's tools"));
        let document = Fed { id: 1, title, body, province: 1, occupation: 1, group: 1, band: 0 };
        assert_eq!(vector(&document), "'ຊ່າງ':1A 'ເຊື່ອມ':2A 'owners':3 'tools':4");
    }

    #[test]
    fn filters_are_bound_not_written() {
        let asked = Asked {
            words: vec!["a".to_owned(), "b".to_owned()],
            all: true,
            filters: Some((3, 9)),
            facets: false,
        };
        let (text, values) = condition(&asked);
        assert!(text.ends_with("province = $2 AND occupation = $3"));
        assert_eq!(values, [Value::from("'a' & 'b'"), Value::from(3), Value::from(9)]);
    }
}
