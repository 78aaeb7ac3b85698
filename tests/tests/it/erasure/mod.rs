//! Erasing somebody, as those meet it who ask for it, and as the tables show it afterwards.

mod bad_input;
mod held;
mod office;
mod story;
mod tables;

use sea_orm::{ConnectionTrait, DatabaseBackend, Statement};
use server::checks;
use server::erasure::commands::{Turned, turn};
use tests::TestApp;
use tests::member::PASSWORD;

const ERASE: &str = "/me/data/erase";

/// One turn of the chore.
async fn turned(app: &TestApp) -> Turned {
    let told = ("https://viak.example", "https://viak.example/me/data/erase");
    turn(&app.platform().database, told, app.now()).await.unwrap()
}

/// Asks with the password.
async fn ask(device: &mut tests::Device<'_>) {
    let page = device.submit(ERASE, &[("password", PASSWORD)]).await;
    assert_eq!(device.path, "/me/data/erase?done=asked", "{}", page.main_text());
}

/// The columns of a table, as the code of its entity names them.
fn columns_in_code(table: &str) -> Vec<String> {
    let file = tests::workspace().join(format!("server/src/db/entities/{table}.rs"));
    let code = std::fs::read_to_string(file).unwrap();
    let fields = code.lines().filter_map(|line| line.strip_prefix("    pub ")?.split_once(": "));
    fields.map(|(name, _)| name.to_owned()).collect()
}

/// The columns of all tables in which a text or a key stands, as `table.column`.
async fn places_of(app: &TestApp, text: &str) -> Vec<String> {
    let reader = app.platform().database.reader();
    let backend = reader.get_database_backend();
    let bytes: String = text.replace('-', "").to_uppercase();
    let mut found = Vec::new();
    for table in crate::schema::entities_in_code() {
        // Followers hear of a key for a fortnight, and find nothing under it.
        if table == "outbox" {
            continue;
        }
        for name in columns_in_code(&table) {
            let held = if backend == DatabaseBackend::Sqlite {
                format!("cast(\"{name}\" as text) like '%{text}%' or hex(\"{name}\") = '{bytes}'")
            } else {
                format!("cast(\"{name}\" as text) like '%{text}%'")
            };
            let sql = format!("select count(*) as n from \"{table}\" where {held}");
            let row = reader.query_one_raw(Statement::from_string(backend, sql)).await.unwrap().unwrap();
            if row.try_get::<i64>("", "n").unwrap() > 0 {
                found.push(format!("{table}.{name}"));
            }
        }
    }
    found
}

/// Nothing that must always hold is broken, the chain of the audit trail among it.
async fn sound(app: &TestApp) {
    server::audit::seal_waiting(&app.platform().database, app.now()).await.unwrap();
    let checked = checks::run(app.platform()).await.unwrap();
    assert_eq!(checked.failures, Vec::<String>::new());
    let verified = server::audit::verify::verify(&app.platform().database, None).await.unwrap();
    assert!(verified.failures.is_empty(), "{:?}", verified.failures);
}
