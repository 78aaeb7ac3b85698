//! SQLite FTS5: full text in a file of its own, filters as words in the same index.

use super::{Asked, Counts, Fed, counts};
use crate::bench::folder::bytes_of;
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseBackend, DatabaseConnection, DbErr, Statement, TransactionTrait,
    Value,
};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Its default tokenizer splits at Lao signs unless they are told to be parts of words.
const TOKENIZER: &str = "unicode61 remove_diacritics 0 categories ''L* N* Co Mn Mc''";

/// A full-text table in a file.
pub(crate) struct Fts5 {
    connection: DatabaseConnection,
    file: PathBuf,
}

impl Fts5 {
    /// An empty table in `folder`, with settings that spare it the cost of safe writing.
    pub(crate) async fn create(folder: &Path) -> Result<Self, DbErr> {
        let file = folder.join("fts5.sqlite");
        let mut options = ConnectOptions::new("sqlite://fts5.sqlite?mode=rwc");
        let path = file.clone();
        options.max_connections(2).min_connections(2).sqlx_logging(false);
        options.map_sqlx_sqlite_opts(move |sqlite| {
            sqlite
                .filename(&path)
                .pragma("journal_mode", "WAL")
                .pragma("synchronous", "OFF")
                .pragma("cache_size", "-200000")
                .pragma("mmap_size", "8000000000")
        });
        let connection = sea_orm::Database::connect(options).await?;
        for statement in [
            format!(
                "CREATE VIRTUAL TABLE doc USING fts5(title, body, facts, content='', tokenize='{TOKENIZER}')"
            ),
            "INSERT INTO doc(doc, rank) VALUES ('rank', 'bm25(2.0, 1.0, 0.0)')".to_owned(),
            "CREATE TABLE meta(id INTEGER PRIMARY KEY, province INTEGER, grp INTEGER, band INTEGER)"
                .to_owned(),
        ] {
            connection.execute_unprepared(&statement).await?;
        }
        Ok(Self { connection, file })
    }

    /// Adds documents.
    pub(crate) async fn add(&self, documents: &[Fed]) -> Result<(), DbErr> {
        let transaction = self.connection.begin().await?;
        for some in documents.chunks(500) {
            let (mut texts, mut facts) = (Vec::new(), Vec::new());
            for document in some {
                let Fed { id, title, body, province, occupation, group, band } = document;
                let filters = format!("p{province} o{occupation}");
                texts.extend([
                    Value::from(*id),
                    title.join(" ").into(),
                    body.join(" ").into(),
                    filters.into(),
                ]);
                facts.extend([Value::from(*id), (*province).into(), (*group).into(), (*band).into()]);
            }
            let rows = vec!["(?,?,?,?)"; some.len()].join(",");
            let text = format!("INSERT INTO doc(rowid, title, body, facts) VALUES {rows}");
            transaction.execute_raw(statement(&text, texts)).await?;
            let fact = format!("INSERT INTO meta(id, province, grp, band) VALUES {rows}");
            transaction.execute_raw(statement(&fact, facts)).await?;
        }
        transaction.commit().await
    }

    /// Merges what was added into one part, as our index does.
    pub(crate) async fn finish(&self) -> Result<(), DbErr> {
        self.connection.execute_unprepared("INSERT INTO doc(doc) VALUES ('optimize')").await?;
        self.connection.execute_unprepared("ANALYZE").await.map(|_| ())
    }

    /// Bytes on disk.
    pub(crate) fn bytes(&self) -> u64 {
        bytes_of(&self.file)
    }

    /// The best twenty, and counts where they are asked for.
    pub(crate) async fn ask(&self, asked: &Asked) -> Result<(usize, Counts), DbErr> {
        let matching = expression(asked);
        let best = "SELECT rowid FROM doc WHERE doc MATCH ? ORDER BY rank LIMIT 20";
        let best = self.connection.query_all_raw(statement(best, [matching.clone().into()])).await?;
        if !asked.facets {
            return Ok((best.len(), Counts::new()));
        }
        let facets = "WITH m AS MATERIALIZED (SELECT meta.* FROM doc JOIN meta ON meta.id = doc.rowid WHERE doc MATCH ?) \
            SELECT 0, province, count(*) FROM m GROUP BY 2 UNION ALL SELECT 1, grp, count(*) FROM m GROUP BY 2 \
            UNION ALL SELECT 2, band, count(*) FROM m GROUP BY 2";
        let facets = self.connection.query_all_raw(statement(facets, [matching.into()])).await?;
        Ok((best.len(), counts(&facets)?))
    }

    /// How many documents meet a question.
    pub(crate) async fn count(&self, asked: &Asked) -> Result<u64, DbErr> {
        let sql = "SELECT count(*) FROM doc WHERE doc MATCH ?";
        let row = self.connection.query_one_raw(statement(sql, [expression(asked).into()])).await?;
        let count: i64 = row.map_or(Ok(0), |row| row.try_get_by_index(0))?;
        Ok(u64::try_from(count).unwrap_or(0))
    }

    /// Closes the file.
    pub(crate) async fn close(self) -> Result<(), DbErr> {
        self.connection.close().await
    }
}

fn statement(sql: &str, values: impl IntoIterator<Item = Value>) -> Statement {
    Statement::from_sql_and_values(DatabaseBackend::Sqlite, sql, values)
}

/// The question in the words of FTS5.
fn expression(asked: &Asked) -> String {
    let words: Vec<String> =
        asked.words.iter().map(|word| format!("\"{}\"", word.replace('"', ""))).collect();
    let mut text = format!("{{title body}} : ({})", words.join(if asked.all { " AND " } else { " OR " }));
    if let Some((province, occupation)) = asked.filters
        && write!(text, " AND facts : p{province} AND facts : o{occupation}").is_err()
    {
        tracing::debug!("a string took no text");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(words: &[&str], all: bool, filters: Option<(u32, u32)>) -> Asked {
        Asked { words: words.iter().map(|word| (*word).to_owned()).collect(), all, filters, facets: true }
    }

    fn fed(id: i32, title: &str, body: &str, province: i32) -> Fed {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect();
        Fed { id, title: words(title), body: words(body), province, occupation: 7, group: 2, band: 1 }
    }

    #[tokio::test]
    async fn it_finds_what_it_was_fed() {
        let folder = tempfile::tempdir().unwrap();
        let rival = Fts5::create(folder.path()).await.unwrap();
        let documents = [
            fed(1, "welder", "ຊ່າງ ເຊື່ອມ steel", 1),
            fed(2, "cook", "steel kitchen", 1),
            fed(3, "nurse", "ໂຮງໝໍ", 2),
        ];
        rival.add(&documents).await.unwrap();
        rival.finish().await.unwrap();
        assert_eq!(rival.count(&asked(&["steel", "ເຊື່ອມ"], true, None)).await.unwrap(), 1);
        assert_eq!(rival.count(&asked(&["steel", "ໂຮງໝໍ"], false, None)).await.unwrap(), 3);
        assert_eq!(rival.count(&asked(&["steel", "ໂຮງໝໍ"], false, Some((1, 7)))).await.unwrap(), 2);
        let (best, counts) = rival.ask(&asked(&["steel", "ໂຮງໝໍ"], false, None)).await.unwrap();
        assert_eq!(best, 3);
        assert_eq!((counts[&(0, 1)], counts[&(0, 2)], counts[&(1, 2)]), (2, 1, 3));
        assert!(rival.bytes() > 0);
        rival.close().await.unwrap();
    }
}
