//! Rows that lists keep in memory say what the tables say, as soon as they have followed.

use super::steps::{Step, happen};
use super::{for_any_steps_on_postgresql, for_any_steps_on_sqlite};
use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DatabaseConnection};
use server::ids::VacancyId;
use server::outbox;
use server::vacancies::recent::RecentRows;
use server::vacancies::store::{Listed, listed_by_ids, open_ids};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use tests::{Postgres, TestApp};

/// Vacancies by key.
type Rows = BTreeMap<VacancyId, Listed>;

/// Rows that follow when a test says so, however slow its machine is.
fn followed() -> RecentRows {
    RecentRows::trusted_for(Duration::from_hours(1))
}

async fn kept(rows: &RecentRows, app: &TestApp, ids: &[VacancyId]) -> Rows {
    let (reader, today) = at(app);
    let listed = rows.listed(reader, ids, today).await.unwrap();
    listed.into_iter().map(|row| (row.id, Listed::clone(&row))).collect()
}

async fn in_tables(app: &TestApp, ids: &[VacancyId]) -> Rows {
    let (reader, today) = at(app);
    let listed = listed_by_ids(reader, ids, today).await.unwrap();
    listed.into_iter().map(|row| (row.id, row)).collect()
}

fn at(app: &TestApp) -> (&DatabaseConnection, NaiveDate) {
    (app.platform().database.reader(), app.platform().clock.today())
}

async fn open(app: &TestApp) -> Vec<VacancyId> {
    let (reader, today) = at(app);
    open_ids(reader, today).await.unwrap().into_iter().map(VacancyId::from_u128).collect()
}

/// Reads all rows after each step, before and after following.
async fn rows_follow(mut app: TestApp, steps: Vec<Step>) {
    let rows = followed();
    let mut ever = BTreeSet::new();
    for step in &steps {
        app = happen(app, step).await;
        ever.extend(open(&app).await);
        let ids: Vec<VacancyId> = ever.iter().copied().collect();
        kept(&rows, &app, &ids).await;
        rows.catch_up(&app.platform().database).await.unwrap();
        assert_eq!(kept(&rows, &app, &ids).await, in_tables(&app, &ids).await, "after {step:?}");
    }
    app.settle().await;
}

#[test]
fn rows_in_memory_follow_the_tables_on_sqlite() {
    for_any_steps_on_sqlite(rows_follow);
}

#[test]
fn rows_in_memory_follow_the_tables_on_postgresql() {
    for_any_steps_on_postgresql(rows_follow);
}

#[tokio::test]
async fn a_process_that_follows_reads_a_row_once_and_one_that_does_not_each_time() {
    let app = TestApp::with_market().await;
    let ids = open(&app).await;
    let (following, other) = (followed(), followed());
    following.catch_up(&app.platform().database).await.unwrap();
    let before = kept(&following, &app, &ids).await;
    assert_eq!(before, kept(&other, &app, &ids).await);
    rename(&app, ids[0], "Renamed").await;
    assert_eq!(kept(&following, &app, &ids).await, before, "nothing said that it changed");
    assert_eq!(kept(&other, &app, &ids).await[&ids[0]].title, "Renamed");
}

#[tokio::test]
async fn a_day_that_passes_needs_no_word_of_the_outbox() {
    let app = TestApp::with_market().await;
    let ids = open(&app).await;
    let rows = followed();
    rows.catch_up(&app.platform().database).await.unwrap();
    assert_eq!(kept(&rows, &app, &ids).await.len(), 12);
    app.days_pass(31);
    assert_eq!(kept(&rows, &app, &ids).await.len(), 1, "all but the nurse's, which is kept open");
}

#[tokio::test]
async fn an_outbox_that_was_shortened_makes_everything_forgotten() {
    let app = TestApp::with_market().await;
    let ids = open(&app).await;
    let rows = followed();
    let database = &app.platform().database;
    rows.catch_up(database).await.unwrap();
    kept(&rows, &app, &ids).await;
    rename(&app, ids[0], "Renamed").await;
    app.publish("another board", &[tests::drafts::vacancy(&app, "z", "Cook", "5120", "13")]).await;
    let transaction = database.begin().await.unwrap();
    outbox::prune(&transaction, app.now() + chrono::TimeDelta::days(1)).await.unwrap();
    transaction.commit().await.unwrap();
    rows.catch_up(database).await.unwrap();
    assert_eq!(kept(&rows, &app, &ids).await[&ids[0]].title, "Renamed");
    app.settle().await;
}

/// Changes a title behind the back of the outbox.
async fn rename(app: &TestApp, id: VacancyId, title: &str) {
    use sea_orm::Statement;
    let transaction = app.platform().database.begin().await.unwrap();
    let sql = "update vacancy set title = ? where id = ?";
    let values = [title.into(), uuid::Uuid::from_u128(id.as_u128()).into()];
    let statement = Statement::from_sql_and_values(transaction.get_database_backend(), sql, values);
    assert_eq!(transaction.execute_raw(statement).await.unwrap().rows_affected(), 1);
    transaction.commit().await.unwrap();
}

/// On PostgreSQL an open transaction holds the followers' horizon back; what is committed meanwhile is seen all the same.
#[tokio::test]
async fn a_transaction_that_stays_open_keeps_no_changed_row_in_memory() {
    let Some(cluster) = Postgres::start() else { return };
    let app = TestApp::start_on(cluster.url()).await.and_market().await;
    let database = &app.platform().database;
    let (rows, ids) = (followed(), open(&app).await);
    rows.catch_up(database).await.unwrap();
    let waiting = database.begin().await.unwrap();
    waiting.execute_unprepared("select pg_current_xact_id()").await.unwrap();
    let horizon = outbox::horizon(database.reader()).await.unwrap();
    for title in ["Cook", "Baker", "Butcher"] {
        app.publish("another board", &[tests::drafts::vacancy(&app, "z", title, "5120", "13")]).await;
        let now = open(&app).await;
        assert_eq!(now.len(), ids.len() + 1);
        rows.catch_up(database).await.unwrap();
        assert_eq!(kept(&rows, &app, &now).await, in_tables(&app, &now).await, "{title}");
    }
    assert_eq!(outbox::horizon(database.reader()).await.unwrap(), horizon, "nobody may pass it");
    waiting.commit().await.unwrap();
    app.settle().await;
}

/// Titles change all the time while others read and keep: once all changes were seen, nothing old is left.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rows_that_are_read_while_they_change_are_not_kept_as_they_were() {
    let app = TestApp::with_market().await;
    let (rows, ids) = (followed(), open(&app).await);
    let database = &app.platform().database;
    rows.catch_up(database).await.unwrap();
    let changing = async {
        for number in 0..100 {
            let titled = tests::drafts::vacancy(&app, "changing", &format!("Cook {number}"), "5120", "13");
            app.publish("another board", &[titled]).await;
            rows.catch_up(database).await.unwrap();
        }
    };
    let reading = async {
        for _ in 0..400 {
            let now = open(&app).await;
            kept(&rows, &app, &now).await;
            tokio::task::yield_now().await;
        }
    };
    tokio::join!(changing, reading);
    rows.catch_up(database).await.unwrap();
    let now = open(&app).await;
    assert_eq!(now.len(), ids.len() + 1);
    assert_eq!(kept(&rows, &app, &now).await, in_tables(&app, &now).await);
    app.settle().await;
}
