//! Somebody who owns the database and takes the triggers away is found out.

use super::{Ground, behind_the_back, both, events, faults, sqlite, trail};
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use server::audit::seal;
use server::db::Database;
use tests::{Postgres, test_morning};

/// What is done to the trail, and what the check says of it.
const DEEDS: &[(&[&str], &str)] = &[
    (
        &["update audit_event set action = 'changed' where seal = 2 and position = 1"],
        "seal 2: its events are not those",
    ),
    (
        &["update audit_event set role = 'other' where seal = 2 and position = 1"],
        "seal 2: its events are not those",
    ),
    (
        &["update audit_event set subject = 'vacancy' where seal = 2 and position = 0"],
        "seal 2: its events are not those",
    ),
    (
        &["update audit_event set purpose = '' where seal = 2 and position = 0"],
        "seal 2: its events are not those",
    ),
    (
        &[
            "update audit_event set personal = replace(personal, 'phone', 'photo') where seal = 1 and position = 0",
        ],
        "event ID was changed: its personal part",
    ),
    (
        &["update audit_event set actor = 'system' where seal = 1 and position = 0"],
        "event ID was changed: actor and person",
    ),
    (
        &[
            "update audit_event set personal = null, salt = null, actor = null, person_id = null where seal = 1 and position = 0",
            "update audit_event set action = 'erased' where seal = 1 and position = 0",
        ],
        "seal 1: its events are not those",
    ),
    (&["delete from audit_event where seal = 2 and position = 2"], "seal 2 has 2 events and counts 3"),
    (&["delete from audit_event where seal = 2 and position = 0"], "stands in another's place"),
    (&["delete from audit_event where seal = 2"], "seal 2 has 0 events and counts 3"),
    (&["delete from audit_seal where number = 2"], "seal 3 does not follow the seal before it"),
    (&["delete from audit_seal where number = 4"], "is of seal 4, which is missing"),
    (&["delete from audit_seal where number = 1"], "seal 2 does not follow the seal before it"),
    (
        &[
            "update audit_event set position = 9 where seal = 2 and position = 0",
            "update audit_event set position = 0 where seal = 2 and position = 1",
            "update audit_event set position = 1 where seal = 2 and position = 9",
        ],
        "seal 2: its events are not those",
    ),
    (
        &["update audit_event set seal = 3, position = 3 where seal = 2 and position = 2"],
        "seal 3 has 4 events and counts 3",
    ),
    (
        &["update audit_seal set sealed_at = '2026-01-01 00:00:00+00:00' where number = 3"],
        "seal 3 was changed",
    ),
    (&["update audit_seal set count = 2 where number = 3"], "seal 3 was changed"),
    (&["update audit_seal set root = previous where number = 3"], "seal 3 was changed"),
    (&["update audit_seal set previous = root where number = 3"], "seal 3 does not follow"),
    (&["update audit_seal set hash = root where number = 3"], "seal 4 does not follow"),
    (
        &[
            "insert into audit_event select id, at, action, subject, role, purpose, personal, salt, digest, actor, person_id, 2, 3 from audit_moved",
            "drop table audit_moved",
        ],
        "seal 2 has 4 events and counts 3",
    ),
];

/// Copies an event aside under another id, to be put in where it never was.
async fn set_aside(database: &Database) {
    let id = if database.is_postgres() { "gen_random_uuid()" } else { "randomblob(16)" };
    let columns = "at, action, subject, role, purpose, personal, salt, digest, actor, person_id";
    let sql = format!(
        "create table audit_moved as select {id} as id, {columns} from audit_event where seal = 2 and position = 0"
    );
    behind_the_back(database, &[&sql]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_deed_is_told_in_a_line_that_names_the_event_or_the_seal() {
    let cluster = Postgres::start();
    for (deed, told) in DEEDS {
        for Ground { database, .. } in &both(cluster.as_ref()).await {
            trail(database, 12).await;
            assert_eq!(faults(database).await, Vec::<String>::new());
            let first = events(database).await[0].id;
            if deed[0].contains("audit_moved") {
                set_aside(database).await;
            }
            behind_the_back(database, deed).await;
            let found = faults(database).await;
            let told = told.replace("ID", &first.to_string());
            assert!(found.iter().any(|line| line.contains(&told)), "{deed:?}: {found:?}");
            assert!(found.iter().all(|line| line.starts_with("audit: ")), "{found:?}");
        }
    }
}

#[tokio::test]
async fn an_event_that_waits_is_judged_by_itself() {
    let ground = sqlite().await;
    let database = &ground.database;
    super::record(database, &[super::reading(super::person(1))]).await;
    behind_the_back(database, &["update audit_event set personal = replace(personal, 'counter', 'door')"])
        .await;
    assert_eq!(faults(database).await.len(), 1);
}

#[tokio::test]
async fn a_row_that_cannot_be_read_is_a_failure_and_no_reason_to_stop() {
    let ground = sqlite().await;
    let database = &ground.database;
    trail(database, 12).await;
    let spoil = "update audit_event set at = 'yesterday' where seal = 2 and position = 0";
    behind_the_back(
        database,
        &[spoil, "update audit_event set role = 'other' where seal = 4 and position = 0"],
    )
    .await;
    let found = faults(database).await;
    assert!(found[0].starts_with("audit: seal 2: its events cannot be read"), "{found:?}");
    assert!(found[1].starts_with("audit: seal 4: its events are not those"), "{found:?}");
    assert_eq!(found.len(), 2);
}

/// Writes the whole history anew: a forged event, and every digest, root and hash after it recomputed.
pub(super) async fn rewrite(database: &Database) {
    behind_the_back(database, &["update audit_event set role = 'innocent' where seal = 1 and position = 0"])
        .await;
    let all = events(database).await;
    let mut last = None;
    for number in 1_i64.. {
        let of_seal: Vec<_> = all.iter().filter(|event| event.seal == Some(number)).cloned().collect();
        if of_seal.is_empty() {
            break;
        }
        let forged = seal::next(last.as_ref(), &of_seal, test_morning());
        let transaction = database.begin().await.unwrap();
        let mut row = forged.clone().into_active_model().reset_all();
        row.number = sea_orm::ActiveValue::Unchanged(number);
        row.update(&transaction).await.unwrap();
        transaction.commit().await.unwrap();
        last = Some(forged);
    }
}
