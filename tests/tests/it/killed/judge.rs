//! Does everything stand as it was acknowledged: in the table, in every index, once?

use super::clients::{Acknowledged, Counts, Written};
use sea_orm::{ConnectionTrait, Statement};
use server::db::Database;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};
use tests::Server;

/// How long followers may take, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

pub(super) fn everything_is_there(servers: &[Server], written: &Written, url: Option<&str>, token: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let database = match url {
            Some(url) => Database::open_postgres(url).await.unwrap(),
            None => Database::open_sqlite(servers[0].data()).await.unwrap(),
        };
        assert_eq!(table(&database).await, written.vacancies, "the table is not as it was acknowledged");
        followers_were_told_once(&database, written).await;
    });
    for server in servers {
        server.until_clean(PATIENCE);
        finds_all(server, written, token);
        matches_all(server, written);
    }
}

/// The vacancies of the clients' source; each identifier once.
async fn table(database: &Database) -> BTreeMap<String, Acknowledged> {
    let sql = "select source_key, lower(hex(id)) as id, title, status from vacancy where source = 'killed'";
    let sql = if database.is_postgres() { sql.replace("lower(hex(id))", "id::text") } else { sql.to_owned() };
    let backend = database.reader().get_database_backend();
    let rows = database.reader().query_all_raw(Statement::from_string(backend, sql)).await.unwrap();
    let mut held = BTreeMap::new();
    for row in rows {
        let text = |name: &str| row.try_get::<String>("", name).unwrap();
        let id = uuid::Uuid::parse_str(&text("id")).unwrap().to_string();
        let title = (text("status") == "published").then(|| text("title"));
        let twice = held.insert(text("source_key"), Acknowledged { id, title });
        assert_eq!(twice, None, "{} stands twice", text("source_key"));
    }
    held
}

/// Followers were told of each vacancy as often as a write of it was acknowledged: neither of one that was lost with
/// its server, nor again when a client repeated its try.
async fn followers_were_told_once(database: &Database, written: &Written) {
    let sql =
        "select lower(hex(key)) as id, count(*) as n from outbox where subject = 'vacancy' group by key";
    let sql =
        if database.is_postgres() { sql.replace("lower(hex(key))", "key::text") } else { sql.to_owned() };
    let backend = database.reader().get_database_backend();
    let rows = database.reader().query_all_raw(Statement::from_string(backend, sql)).await.unwrap();
    let mut told = Counts::new();
    for row in rows {
        let id = uuid::Uuid::parse_str(&row.try_get::<String>("", "id").unwrap()).unwrap();
        told.insert(id.to_string(), usize::try_from(row.try_get::<i64>("", "n").unwrap()).unwrap());
    }
    assert_eq!(told, written.writes, "outbox rows and acknowledged writes");
}

/// The matching columns hold every open vacancy, as the figures taken now and then say.
fn matches_all(server: &Server, written: &Written) {
    let open = written.vacancies.values().filter(|held| held.title.is_some()).count();
    let begun = Instant::now();
    while server.figure("viak_columns_rows{of=\"openings\"}") != Some(open as f64) {
        assert!(begun.elapsed() < PATIENCE, "not {open} openings: {}", server.figures());
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// Every open vacancy is found by its own word as it was acknowledged, and nothing else is there.
fn finds_all(server: &Server, written: &Written, token: &str) {
    let bearer = format!("Bearer {token}");
    let ask = |path: &str| server.get(path, &[("authorization", &bearer)]).unwrap();
    let open: Vec<&Acknowledged> = written.vacancies.values().filter(|held| held.title.is_some()).collect();
    let all = ask("/api/v1/jobs?facets=0&limit=1").json();
    assert_eq!(all["total"], open.len(), "{} finds other vacancies", server.address());
    for Acknowledged { id, title } in open {
        let title = title.as_deref().unwrap();
        let word = title.rsplit(' ').next().unwrap();
        let found = ask(&format!("/api/v1/jobs?q={word}&as_words=1&facets=0&limit=2")).json();
        assert_eq!((&found["total"], &found["items"][0]["id"]), (&1.into(), &id.as_str().into()), "{title}");
        assert_eq!(found["items"][0]["title"], title);
    }
}
