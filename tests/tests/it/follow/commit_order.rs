//! PostgreSQL draws a sequence number before its transaction commits, so that a later number can be
//! visible first. A follower that remembered the highest number it saw would skip the earlier row for ever.

use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement};
use server::outbox::{self, Subject};
use server::vacancies::commands::expire;
use server::vacancies::draft::Closes;
use tests::drafts::{day, vacancy};
use tests::{Postgres, TestApp};

/// How many vacancies a search for `word` finds.
fn found(app: &TestApp, word: &str) -> u64 {
    let request = search::Request { text: word.to_owned(), as_words: true, ..search::Request::default() };
    let index = app.platform().indexes.of(Subject::Vacancy);
    index.search(&app.book().lexicon, &request).unwrap().total
}

async fn number(transaction: &impl ConnectionTrait, sql: &str) -> i64 {
    let statement = Statement::from_string(transaction.get_database_backend(), sql);
    transaction.query_one_raw(statement).await.unwrap().unwrap().try_get("", "number").unwrap()
}

/// Renames the one vacancy that stands, within an open transaction, with its outbox row.
async fn rename(app: &TestApp, transaction: &DatabaseTransaction) {
    transaction
        .execute_unprepared("update vacancy set title = 'Caulker' where source_key = 'early'")
        .await
        .unwrap();
    let sql = "select id from vacancy where source_key = 'early'";
    let statement = Statement::from_string(transaction.get_database_backend(), sql);
    let id = transaction.query_one_raw(statement).await.unwrap().unwrap().try_get("", "id").unwrap();
    outbox::enqueue(transaction, Subject::Vacancy, [id], app.now()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_transaction_that_commits_late_is_not_skipped() {
    let Some(cluster) = Postgres::start() else { return };
    let app = TestApp::start_on(cluster.url()).await;
    app.publish("board", &[vacancy(&app, "early", "Shipwright", "7115", "13")]).await;
    app.settle().await;

    let open = app.platform().database.begin().await.unwrap();
    rename(&app, &open).await;
    let early = number(&open, "select max(seq) as number from outbox").await;
    app.publish("board", &[vacancy(&app, "late", "Ropemaker", "7318", "13")]).await;
    let late = number(app.platform().database.reader(), "select max(seq) as number from outbox").await;
    assert!(early < late, "the open transaction has drawn the earlier number");
    app.settle().await;
    assert_eq!(found(&app, "caulker"), 0, "nobody sees what is not committed");

    open.commit().await.unwrap();
    app.settle().await;
    assert_eq!(found(&app, "caulker"), 1, "the earlier row, visible later, has been followed");
    assert_eq!(found(&app, "shipwright"), 0);
    assert_eq!(found(&app, "ropemaker"), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_followers_of_one_database_come_to_the_same() {
    let Some(cluster) = Postgres::start() else { return };
    let writer = TestApp::start_on(cluster.url()).await;
    let other = TestApp::start_on(cluster.url()).await;
    writer.settle().await;
    other.settle().await;
    writer.publish("board", &[vacancy(&writer, "one", "Shipwright", "7115", "13")]).await;
    other.publish("board", &[vacancy(&other, "two", "Ropemaker", "7318", "13")]).await;
    for app in [&writer, &other] {
        app.settle().await;
        assert_eq!((found(app, "shipwright"), found(app, "ropemaker")), (1, 1));
    }
}

/// Whoever closes what has ended waits for an amendment that is about to commit, and heeds it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_vacancy_that_is_being_extended_is_not_closed() {
    let Some(cluster) = Postgres::start() else { return };
    let app = TestApp::start_on(cluster.url()).await;
    let ending = |key: &str| {
        let mut draft = vacancy(&app, key, "Shipwright", "7115", "13");
        draft.closes = Closes::On(day(2026, 11, 30));
        draft
    };
    app.publish("board", &[ending("extended"), ending("ended")]).await;
    app.days_pass(20);
    let open = app.platform().database.begin().await.unwrap();
    let extend = "update vacancy set valid_through = '2027-01-31' where source_key = 'extended'";
    open.execute_unprepared(extend).await.unwrap();
    let (database, now) = (app.platform().database.clone(), app.now());
    let closing = tokio::spawn(async move { expire(&database, now).await });
    // It stands still at the row that the open transaction has changed.
    let waiting = "select count(*) as number from pg_stat_activity where wait_event_type = 'Lock'";
    while number(app.platform().database.reader(), waiting).await == 0 {
        tokio::task::yield_now().await;
        assert!(!closing.is_finished(), "it did not wait");
    }
    open.commit().await.unwrap();
    assert_eq!(closing.await.unwrap().unwrap(), 1, "only what has ended is closed");
    let sql = "select count(*) as number from vacancy where status = 'published'";
    assert_eq!(number(app.platform().database.reader(), sql).await, 1);
    app.settle().await;
}
