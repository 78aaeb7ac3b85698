//! Everything is sealed once, in whatever order it is committed and by however many processes.

use super::{Ground, both, events, faults, person, reading, record, sqlite};
use chrono::TimeDelta;
use proptest::prelude::*;
use server::audit::verify::verify;
use server::audit::{self, SEAL_AT_MOST};
use server::service::{do_chores, end_chores};
use tests::{Postgres, TestApp, test_morning, trials};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_event_that_is_committed_late_is_sealed_by_the_next_seal() {
    let Some(cluster) = Postgres::start() else { return };
    let grounds = both(Some(&cluster)).await;
    let (database, now) = (&grounds[1].database, test_morning());
    let open = database.begin().await.unwrap();
    audit::record(&open, &reading(person(1)), now - TimeDelta::hours(1)).await.unwrap();
    record(database, &[reading(person(2))]).await;
    assert_eq!(audit::seal_waiting(database, now).await.unwrap(), 1, "nobody sees what is not committed");
    assert_eq!(audit::seal_waiting(database, now).await.unwrap(), 0);
    open.commit().await.unwrap();
    assert_eq!(audit::seal_waiting(database, now).await.unwrap(), 1);
    let sealed: Vec<_> = events(database).await.iter().map(|event| (event.seal, event.person_id)).collect();
    assert_eq!(sealed, [(Some(1), Some(person(2))), (Some(2), Some(person(1)))], "the older one comes later");
    assert_eq!(faults(database).await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn processes_that_seal_at_once_make_one_chain() {
    let cluster = Postgres::start();
    for Ground { database, .. } in &both(cluster.as_ref()).await {
        for round in 0..5_u128 {
            let batch: Vec<_> = (0..20).map(|number| reading(person(round * 20 + number))).collect();
            record(database, &batch).await;
            let seal = || {
                let database = database.clone();
                tokio::spawn(async move { audit::seal_waiting(&database, test_morning()).await.unwrap() })
            };
            let (a, b, c) = (seal(), seal(), seal());
            assert_eq!(a.await.unwrap() + b.await.unwrap() + c.await.unwrap(), 20);
        }
        let verified = verify(database, None).await.unwrap();
        assert_eq!((verified.seals, verified.events, verified.waiting), (5, 100, 0));
        assert_eq!(verified.failures, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_chores_seal_after_a_minute_and_the_end_seals_what_waits() {
    let app = TestApp::start().await;
    let platform = app.platform();
    let database = &platform.database;
    let waiting = || async { audit::waiting(database.reader()).await.unwrap() };
    do_chores(platform.clone()).await.unwrap();
    record(database, &[reading(person(1))]).await;
    do_chores(platform.clone()).await.unwrap();
    assert_eq!(waiting().await, 1, "a minute has not passed");
    app.days_pass(1);
    do_chores(platform.clone()).await.unwrap();
    assert_eq!(waiting().await, 0);
    let many = u128::from(SEAL_AT_MOST) + 5;
    record(database, &(0..many).map(|number| reading(person(number))).collect::<Vec<_>>()).await;
    do_chores(platform.clone()).await.unwrap();
    let verified = verify(database, None).await.unwrap();
    assert_eq!((verified.seals, verified.waiting), (3, 0), "many do not wait, and a seal has an end");
    record(database, &[reading(person(2))]).await;
    end_chores(platform).await.unwrap();
    assert_eq!(waiting().await, 0);
    assert_eq!(faults(database).await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn batches_of_any_size_verify_and_any_of_their_people_may_be_erased() {
    let ground = sqlite().await;
    let database = &ground.database;
    let runtime = tokio::runtime::Handle::current();
    let told = tokio::task::block_in_place(|| {
        let batches = prop::collection::vec(1..40_u128, 1..6);
        trials(12).run(&(batches, prop::collection::vec(0..40_u128, 0..10)), |(batches, erased)| {
            let found = runtime.block_on(async {
                for size in batches {
                    record(database, &(0..size).map(|number| reading(person(number))).collect::<Vec<_>>())
                        .await;
                    audit::seal_waiting(database, test_morning()).await.unwrap();
                }
                let transaction = database.begin().await.unwrap();
                for number in erased {
                    audit::erase_personal(&transaction, person(number)).await.unwrap();
                }
                transaction.commit().await.unwrap();
                faults(database).await
            });
            prop_assert_eq!(found, Vec::<String>::new());
            Ok(())
        })
    });
    told.unwrap();
}
