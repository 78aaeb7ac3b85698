//! Closing days: once each, by one process, which another replaces when it dies.

use sea_orm::{ConnectionTrait, Statement};
use server::app::Platform;
use server::db::Database;
use server::leases;
use server::service::{CHORES, do_chores};
use server::vacancies::commands::close_day;
use server::vacancies::draft::Closes;
use std::time::{Duration, Instant};
use tests::drafts::{Hashed, vacancy};
use tests::{Postgres, Server, TestApp};

/// How long another process may take to notice that the holder has died, on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

async fn number(database: &Database, sql: &str) -> i64 {
    let backend = database.reader().get_database_backend();
    let row = database.reader().query_one_raw(Statement::from_string(backend, sql)).await.unwrap().unwrap();
    row.try_get("", "n").unwrap()
}

/// Three processes over one database with ten vacancies, two of which end on each of the next five days.
async fn three(cluster: &Postgres) -> [TestApp; 3] {
    let url = cluster.url();
    let apps = [
        TestApp::start_on(url.clone()).await,
        TestApp::start_on(url.clone()).await,
        TestApp::start_on(url).await,
    ];
    let today = apps[0].platform().clock.today();
    let drafts: Vec<_> = (0..10_u64)
        .map(|number| {
            let mut draft = vacancy(&apps[0], &format!("v{number}"), "Welder", "7212", "13");
            draft.closes = Closes::On(server::clock::days_after(today, number / 2));
            draft.hashed()
        })
        .collect();
    apps[0].publish("several", &drafts).await;
    apps
}

/// What stands in the tables after five days: each day closed once, each vacancy told of once more.
async fn each_day_was_closed_once(database: &Database) {
    assert_eq!(number(database, "select count(*) as n from closed_day").await, 6, "the first day, and five");
    assert_eq!(number(database, "select sum(vacancies)::bigint as n from closed_day").await, 10);
    assert_eq!(number(database, "select max(vacancies) as n from closed_day").await, 2);
    assert_eq!(number(database, "select count(*) as n from vacancy where status = 'expired'").await, 10);
    assert_eq!(
        number(database, "select count(*) as n from outbox").await,
        20,
        "published, closed: told twice"
    );
}

async fn settled(apps: &[TestApp]) {
    for app in apps {
        app.settle().await;
        assert!(server::checks::run(app.platform()).await.unwrap().failures.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_processes_close_each_day_once() {
    let Some(cluster) = Postgres::start() else { return };
    let apps = three(&cluster).await;
    let [a, b, c] = [0, 1, 2].map(|which| apps[which].platform().clone());
    for _ in 0..6 {
        let turns = tokio::join!(do_chores(a.clone()), do_chores(b.clone()), do_chores(c.clone()));
        for turn in [turns.0, turns.1, turns.2] {
            turn.unwrap();
        }
        for app in &apps {
            app.days_pass(1);
        }
    }
    each_day_was_closed_once(&a.database).await;
    let holder = leases::holder(&a.database, CHORES).await.unwrap().unwrap();
    assert!([&a, &b, &c].iter().any(|platform| platform.process == holder));
    let held_by = number(&a.database, "select count(distinct holder) as n from closed_day").await;
    assert_eq!(held_by, 1, "the one with the lease did it all");
    settled(&apps).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn processes_that_heed_no_lease_close_each_day_once_all_the_same() {
    let Some(cluster) = Postgres::start() else { return };
    let apps = three(&cluster).await;
    for _ in 0..6 {
        let close = |platform: &Platform| {
            let (database, process, now) =
                (platform.database.clone(), platform.process, platform.clock.now());
            tokio::spawn(async move { close_day(&database, process, now).await.unwrap() })
        };
        let mut did = 0;
        for turn in [0, 1, 2].map(|which| close(apps[which].platform())) {
            did += usize::from(turn.await.unwrap().is_some());
        }
        assert_eq!(did, 1, "one of three closed the day");
        for app in &apps {
            app.days_pass(1);
        }
    }
    each_day_was_closed_once(&apps[0].platform().database).await;
    settled(&apps).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lease_is_taken_over_when_its_holder_ends_or_dies() {
    let Some(cluster) = Postgres::start() else { return };
    let url = cluster.url();
    let folder = tempfile::tempdir().unwrap();
    let mut servers: Vec<Server> = Vec::new();
    for name in ["one", "two", "three"] {
        let mut server = Server::started(&folder.path().join(name), &["--database-url", &url]);
        server.until_ready(PATIENCE);
        servers.push(server);
    }
    let database = Database::open_postgres(&url).await.unwrap();
    let holds = format!("viak_lease_held{{lease=\"{CHORES}\"}}");
    for gently in [true, false] {
        let before = leases::holder(&database, CHORES).await.unwrap().expect("somebody holds it");
        let which = until_some(|| servers.iter().position(|server| server.figure(&holds) == Some(1.0)));
        let begun = Instant::now();
        if gently {
            assert!(servers[which].end(), "a server that is asked to end ends well");
            let left = leases::holder(&database, CHORES).await.unwrap();
            assert_ne!(left, Some(before), "it gave its lease back before it ended");
        } else {
            servers[which].kill();
        }
        loop {
            match leases::holder(&database, CHORES).await.unwrap() {
                Some(holder) if holder != before => break,
                _ => assert!(begun.elapsed() < PATIENCE, "nobody took over"),
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let how = if gently { "ended" } else { "was killed" };
        println!("taken over {:.1?} after its holder {how}", begun.elapsed());
        servers.remove(which);
    }
}

fn until_some<T>(mut ask: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = ask() {
            return found;
        }
        assert!(begun.elapsed() < PATIENCE, "it did not happen");
        std::thread::sleep(Duration::from_millis(50));
    }
}
