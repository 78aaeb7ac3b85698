//! A person's events lose their personal parts, and the chain holds all the same.

use super::{Ground, both, events, faults, person, reading, record, sqlite, trail};
use sea_orm::{ConnectionTrait, Statement};
use server::audit;
use server::audit::verify::verify;
use server::db::Database;
use tests::{Postgres, test_morning};

/// In how many rows of the trail does a text stand, in whatever column?
async fn rows_with(database: &Database, text: &str) -> i64 {
    let reader = database.reader();
    let columns = "coalesce(personal, '') || coalesce(actor, '') || subject || role || purpose || \
                   coalesce(cast(person_id as text), '')";
    let sql = format!("select count(*) as n from audit_event where {columns} like '%{text}%'");
    let row = reader.query_one_raw(Statement::from_string(reader.get_database_backend(), sql)).await.unwrap();
    row.unwrap().try_get("", "n").unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_personal_is_gone_and_the_chain_holds() {
    let cluster = Postgres::start();
    for Ground { database, .. } in &both(cluster.as_ref()).await {
        let (gone, stays) = (person(0xaaaa_aaaa), person(0xbbbb_bbbb));
        trail(database, 5).await;
        let secret = reading(gone).because("ຖາມຫາເບີໂທ of Noy Vongsa");
        record(database, &[secret.clone(), reading(stays), secret.clone()]).await;
        audit::seal_waiting(database, test_morning()).await.unwrap();
        // And one that is not sealed yet.
        record(database, &[secret]).await;
        assert_eq!(rows_with(database, "Noy Vongsa").await, 3);
        let transaction = database.begin().await.unwrap();
        assert_eq!(audit::erase_personal(&transaction, gone).await.unwrap(), 3);
        transaction.commit().await.unwrap();
        for text in ["Noy Vongsa", "ຖາມຫາເບີໂທ", "aaaaaaaa"] {
            assert_eq!(rows_with(database, text).await, 0, "{text}");
        }
        let erased: Vec<_> =
            events(database).await.into_iter().filter(|event| event.personal.is_none()).collect();
        assert_eq!(erased.len(), 3);
        for event in erased {
            assert_eq!((event.salt, event.actor, event.person_id), (None, None, None));
            assert_eq!(
                (event.action.as_str(), event.digest.len()),
                ("read", 32),
                "that something was read stays"
            );
        }
        audit::seal_waiting(database, test_morning()).await.unwrap();
        let verified = verify(database, None).await.unwrap();
        assert_eq!((verified.events, verified.erased, verified.failures), (9, 3, Vec::new()));
        let reader = database.reader();
        assert!(audit::of_person(reader, gone, None, 10).await.unwrap().is_empty());
        assert_eq!(audit::of_person(reader, stays, None, 10).await.unwrap().len(), 1);
        assert_eq!(faults(database).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn equal_events_have_digests_that_tell_nothing_of_each_other() {
    let ground = sqlite().await;
    let database = &ground.database;
    record(database, &vec![reading(person(1)); 20]).await;
    let mut digests: Vec<_> = events(database).await.into_iter().map(|event| event.digest).collect();
    digests.sort();
    digests.dedup();
    assert_eq!(digests.len(), 20, "each has a salt of its own");
}
