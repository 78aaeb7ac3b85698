//! The database itself refuses what would change the trail, on SQLite and PostgreSQL.

use super::{Ground, both, events, faults, person, reading, record, trail};
use sea_orm::ConnectionTrait;
use server::db::Database;
use tests::Postgres;

/// Is a statement refused by a trigger?
async fn is_refused(database: &Database, sql: &str) -> bool {
    let transaction = database.begin().await.unwrap();
    match transaction.execute_unprepared(sql).await {
        Ok(done) => {
            assert!(done.rows_affected() > 0, "{sql} meets nothing");
            transaction.rollback().await.unwrap();
            false
        }
        Err(error) => error.to_string().contains("only ever added to"),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn events_and_seals_are_neither_changed_nor_removed() {
    let cluster = Postgres::start();
    for Ground { database, .. } in &both(cluster.as_ref()).await {
        trail(database, 4).await;
        record(database, &[reading(person(9))]).await;
        let before = events(database).await;
        for sql in [
            "delete from audit_event",
            "delete from audit_event where seal is null",
            "delete from audit_seal",
            "update audit_seal set count = count + 1",
            "update audit_event set action = 'changed'",
            "update audit_event set role = 'other'",
            "update audit_event set purpose = ''",
            "update audit_event set subject = 'vacancy'",
            "update audit_event set at = '2020-01-01 00:00:00+00:00'",
            "update audit_event set personal = '{}'",
            "update audit_event set actor = 'system'",
            "update audit_event set seal = null, position = null where seal is not null",
            "update audit_event set position = position + 10 where seal is not null",
            "update audit_event set seal = 7 where seal is not null",
        ] {
            assert!(is_refused(database, sql).await, "{sql}");
        }
        let replace = "insert or replace into audit_event select id, at, 'changed', subject, role, purpose, personal, \
                       salt, digest, actor, person_id, null, null from audit_event where seal = 1";
        let sealed =
            "insert into audit_seal select number + 9, 0, root, previous, hash, sealed_at from audit_seal";
        if database.is_postgres() {
            for sql in ["truncate audit_event", "truncate audit_seal"] {
                assert!(is_refused(database, sql).await, "{sql}");
            }
        } else {
            assert!(is_refused(database, replace).await);
        }
        let transaction = database.begin().await.unwrap();
        assert!(transaction.execute_unprepared(sealed).await.is_err(), "a seal of nothing");
        drop(transaction);
        assert_eq!(events(database).await, before);
        assert_eq!(faults(database).await, Vec::<String>::new());
    }
}
