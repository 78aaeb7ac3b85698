//! Does an empty database, once migrated, answer every entity?

use sea_orm::{ConnectionTrait, DbErr, EntityTrait, Statement};
use server::db::Database;
use server::db::entities as rows;
use tests::Postgres;
use tests::workspace;

/// Reads every row of every entity; returns the tables read.
#[expect(clippy::too_many_lines, reason = "a line for each table")]
async fn read_all(connection: &impl ConnectionTrait) -> Result<Vec<&'static str>, DbErr> {
    macro_rules! read {
        ($($table:ident),* $(,)?) => {{
            $(rows::$table::Entity::find().all(connection).await?;)*
            Ok(vec![$(stringify!($table)),*])
        }};
    }
    read!(
        account,
        advert_report,
        alarm,
        alert,
        alert_hit,
        api_token,
        application,
        application_step,
        audit_event,
        audit_seal,
        challenge,
        closed_day,
        concept,
        consent,
        consent_request,
        country,
        duplicate_case,
        duplicate_decision,
        erased_record,
        erasure,
        exchange_rate,
        idempotency_key,
        instrument,
        invitation,
        isic_section,
        label,
        lease,
        linkage_key,
        look_count,
        membership,
        message,
        notice_setting,
        organisation,
        organisation_decision,
        organisation_evidence,
        organisation_site,
        outbox,
        person,
        person_education,
        person_experience,
        person_identifier,
        person_merge,
        person_occupation,
        person_skill,
        place,
        recovery_code,
        registration,
        retention_run,
        rule,
        rule_step,
        rule_version,
        search_click,
        search_log,
        search_sum,
        session,
        setting,
        skill_link,
        synonym_decision,
        throttle,
        undeliverable,
        vacancy,
        vacancy_check,
        vacancy_mark,
        vacancy_skill,
        vacancy_step,
        vacancy_terms,
    )
}

/// The entities that the code has, by file.
pub(crate) fn entities_in_code() -> Vec<String> {
    let folder = workspace().join("server/src/db/entities");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = files
        .filter_map(|name| Some(name.to_str()?.strip_suffix(".rs")?.to_owned()))
        .filter(|name| name != "mod")
        .collect();
    names.sort();
    names
}

async fn tables(database: &Database, sql: &str) -> Vec<String> {
    let backend = database.reader().get_database_backend();
    let found = database.reader().query_all_raw(Statement::from_string(backend, sql)).await.unwrap();
    let names = found.into_iter().map(|row| row.try_get::<String>("", "name").unwrap());
    let mut names: Vec<String> = names.filter(|name| name != "seaql_migrations").collect();
    names.sort();
    names
}

#[tokio::test]
async fn every_entity_can_be_read_from_an_empty_sqlite_database() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::open_sqlite(folder.path()).await.unwrap();
    database.migrate().await.unwrap();
    let read = read_all(database.reader()).await.unwrap();
    assert_eq!(read, entities_in_code(), "an entity of the code is not read here");
    let sql = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'";
    assert_eq!(tables(&database, sql).await, entities_in_code(), "a table has no entity, or the other way");
}

#[tokio::test]
async fn every_entity_can_be_read_from_an_empty_postgresql_database() {
    let Some(cluster) = Postgres::start() else { return };
    let database = Database::open_postgres(&cluster.url()).await.unwrap();
    assert!(database.needs_migration().await.unwrap());
    database.migrate().await.unwrap();
    assert!(!database.needs_migration().await.unwrap());
    let read = read_all(database.reader()).await.unwrap();
    assert_eq!(read, entities_in_code(), "an entity of the code is not read here");
    let sql = "select tablename as name from pg_tables where schemaname = 'public'";
    assert_eq!(tables(&database, sql).await, entities_in_code(), "a table has no entity, or the other way");
}

#[tokio::test]
async fn migrating_twice_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::open_sqlite(folder.path()).await.unwrap();
    database.migrate().await.unwrap();
    database.migrate().await.unwrap();
    assert!(!database.needs_migration().await.unwrap());
}
