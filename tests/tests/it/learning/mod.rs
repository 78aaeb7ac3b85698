//! What is learnt from searches: counted without a person in it, shown with care, decided by somebody.

mod approved;
mod board;
mod counted;
mod kept;

use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder, Statement};
use server::db::Database;
use server::db::entities::search_log::{Column, Entity, Model};
use tests::{TestApp, encoded};

/// The rows of the log, after what was searched has been written down.
pub(super) async fn rows(app: &TestApp) -> Vec<Model> {
    app.platform().write_searches().await.unwrap();
    let all = Entity::find().order_by_asc(Column::Query).order_by_asc(Column::Place);
    all.order_by_asc(Column::Language).all(app.platform().database.reader()).await.unwrap()
}

/// A number that a statement gives as `n`.
pub(super) async fn number(database: &Database, sql: &str) -> i64 {
    let backend = database.reader().get_database_backend();
    let row = database.reader().query_one_raw(Statement::from_string(backend, sql)).await.unwrap().unwrap();
    row.try_get("", "n").unwrap()
}

/// Searches `times` times for `text` on the page in English.
pub(super) async fn search(app: &TestApp, text: &str, times: usize) {
    for _ in 0..times {
        let page = app.english(&format!("/jobs?q={}", encoded(text))).await;
        assert_eq!(page.status, 200);
    }
}
