//! The audit trail: what it records, that nobody changes it unseen, and that personal parts go without breaking it.

mod anchored;
mod command_line;
mod erased;
mod guarded;
mod recorded;
mod sealed;
mod tampered;

use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder, Statement};
use server::audit::model::{Action, Actor, Code, OPERATOR, PERSON, Subject};
use server::audit::verify::verify;
use server::audit::{self, Event};
use server::db::Database;
use server::db::entities::audit_event;
use server::ids::PersonId;
use tempfile::TempDir;
use tests::{Postgres, test_morning};

/// Why somebody looks.
const PLACEMENT: Code = Code::known("placement");

/// An officer.
pub(super) fn officer(number: u128) -> Actor {
    Actor::Account(uuid::Uuid::from_u128(number))
}

/// A person of the tests.
pub(super) fn person(number: u128) -> PersonId {
    PersonId::from_u128(number)
}

/// An officer reads somebody's phone number.
pub(super) fn reading(of: PersonId) -> Event {
    Event::new(officer(1), OPERATOR, Action::Read, Subject::of(PERSON, of.as_uuid()))
        .about(of)
        .purpose(PLACEMENT)
        .fields(&["phone"])
        .because("asked at the counter")
}

/// Records events in one transaction.
pub(super) async fn record(database: &Database, events: &[Event]) {
    let transaction = database.begin().await.unwrap();
    audit::record_all(&transaction, events, test_morning()).await.unwrap();
    transaction.commit().await.unwrap();
}

/// Records and seals so many events, in seals of three.
pub(crate) async fn trail(database: &Database, events: u128) {
    for batch in (0..events).collect::<Vec<_>>().chunks(3) {
        let batch: Vec<Event> = batch.iter().map(|number| reading(person(*number))).collect();
        record(database, &batch).await;
        audit::seal_waiting(database, test_morning()).await.unwrap();
    }
}

/// What the check says is wrong with the trail.
pub(super) async fn faults(database: &Database) -> Vec<String> {
    verify(database, None).await.unwrap().failures
}

/// All events in their order in the chain.
pub(super) async fn events(database: &Database) -> Vec<audit_event::Model> {
    let all = audit_event::Entity::find().order_by_asc(audit_event::Column::Seal);
    let all = all.order_by_asc(audit_event::Column::Position).order_by_asc(audit_event::Column::Id);
    all.all(database.reader()).await.unwrap()
}

/// Does as somebody who owns the database and cares for no trigger.
pub(super) async fn behind_the_back(database: &Database, sql: &[&str]) {
    let transaction = database.begin().await.unwrap();
    for guard in guards(database).await {
        transaction.execute_unprepared(&guard).await.unwrap();
    }
    for statement in sql {
        let done = transaction
            .execute_unprepared(statement)
            .await
            .unwrap_or_else(|error| panic!("{statement}: {error}"));
        assert!(done.rows_affected() > 0 || !statement.starts_with("update"), "{statement} changes nothing");
    }
    transaction.commit().await.unwrap();
}

/// Statements that take the triggers away.
async fn guards(database: &Database) -> Vec<String> {
    if database.is_postgres() {
        return vec![
            "alter table audit_event disable trigger user".to_owned(),
            "alter table audit_seal disable trigger user".to_owned(),
        ];
    }
    let sql = "select name from sqlite_master where type = 'trigger' and name like 'audit_%'";
    let reader = database.reader();
    let found =
        reader.query_all_raw(Statement::from_string(reader.get_database_backend(), sql)).await.unwrap();
    let names = found.into_iter().map(|row| row.try_get::<String>("", "name").unwrap());
    names.map(|name| format!("drop trigger {name}")).collect()
}

/// A database with its schema, and what it lives in.
pub(super) struct Ground {
    pub(super) database: Database,
    _folder: Option<TempDir>,
}

/// An empty SQLite database.
pub(super) async fn sqlite() -> Ground {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::open_sqlite(folder.path()).await.unwrap();
    database.migrate().await.unwrap();
    Ground { database, _folder: Some(folder) }
}

/// An empty database of either kind; SQLite alone where PostgreSQL is not installed.
pub(super) async fn both(cluster: Option<&Postgres>) -> Vec<Ground> {
    let mut grounds = vec![sqlite().await];
    if let Some(cluster) = cluster {
        let database = Database::open_postgres(&cluster.fresh_database()).await.unwrap();
        database.migrate().await.unwrap();
        grounds.push(Ground { database, _folder: None });
    }
    grounds
}
