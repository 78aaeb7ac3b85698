//! The audit trail: events that are only ever added, and the seals that chain them.
//!
//! Triggers refuse what the program never does: to remove or change an event or a seal. An event may be sealed
//! once, and its personal part may be emptied. Whoever owns the database can drop the triggers; that is what the
//! chain and the heads outside of the database are for (see `audit`).

use super::one_of;
use sea_orm::{ConnectionTrait, DatabaseBackend};
use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Expr, Index, MigrationTrait, SchemaManager, SimpleExpr, Table,
    TableCreateStatement, async_trait,
};
use sea_orm_migration::schema::{
    big_integer, big_integer_null, binary, binary_null, integer, integer_null, string, string_null,
    text_null, timestamp_with_time_zone, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(audit_event()).await?;
        manager.create_table(audit_seal()).await?;
        let connection = manager.get_connection();
        for index in INDEXES {
            connection.execute_unprepared(index).await?;
        }
        let guards = match manager.get_database_backend() {
            DatabaseBackend::Postgres => postgres_guards(),
            _ => sqlite_guards(),
        };
        for guard in guards {
            connection.execute_unprepared(&guard).await?;
        }
        Ok(())
    }
}

/// What an event may say was done.
const ACTIONS: &[&str] = &[
    "read",
    "revealed",
    "created",
    "changed",
    "removed",
    "exported",
    "imported",
    "approved",
    "rejected",
    "shared",
    "signed_in",
    "signed_out",
    "sign_in_refused",
    "erased",
];

fn cust(rule: &'static str) -> SimpleExpr {
    Expr::cust(rule)
}

fn audit_event() -> TableCreateStatement {
    Table::create()
        .table("audit_event")
        .col(uuid("id").primary_key())
        .col(timestamp_with_time_zone("at"))
        .col(string("action").check(one_of("action", ACTIONS)))
        .col(string("subject").check(cust("length(subject) between 1 and 40")))
        .col(string("role").check(cust("length(role) between 1 and 40")))
        .col(string("purpose").check(cust("length(purpose) <= 40")))
        .col(text_null("personal"))
        .col(binary_null("salt").check(cust("salt is null or length(salt) >= 16")))
        .col(binary("digest").check(cust("length(digest) = 32")))
        .col(string_null("actor"))
        .col(uuid_null("person_id"))
        .col(big_integer_null("seal"))
        .col(integer_null("position").check(cust("position is null or position >= 0")))
        .check(cust("(personal is null) = (salt is null)"))
        .check(cust("personal is not null or (actor is null and person_id is null)"))
        .check(cust("(seal is null) = (position is null)"))
        .take()
}

fn audit_seal() -> TableCreateStatement {
    Table::create()
        .table("audit_seal")
        .col(big_integer("number").check(cust("number >= 1")))
        .col(integer("count").check(cust("count >= 1")))
        .col(binary("root").check(cust("length(root) = 32")))
        .col(binary("previous").check(cust("length(previous) = 32")))
        .col(binary("hash").check(cust("length(hash) = 32")))
        .col(timestamp_with_time_zone("sealed_at"))
        .primary_key(Index::create().name("audit_seal_number").col("number"))
        .take()
}

const INDEXES: [&str; 4] = [
    "create unique index audit_event_place on audit_event (seal, position)",
    "create index audit_event_waiting on audit_event (id) where seal is null",
    "create index audit_event_person on audit_event (person_id, id) where person_id is not null",
    "create index audit_event_revealed on audit_event (actor, id) where action = 'revealed'",
];

/// Columns of an event that never change.
const FIXED: [&str; 7] = ["id", "at", "action", "subject", "role", "purpose", "digest"];
/// Columns that are set once.
const SET_ONCE: [&str; 2] = ["seal", "position"];
/// Columns that may be emptied.
const ERASABLE: [&str; 4] = ["personal", "salt", "actor", "person_id"];

/// Says of an update of an event that it is one that nobody may make. `differ` is the database's word for it.
fn forbidden_change(differ: &str) -> String {
    let mut rules: Vec<String> = Vec::new();
    rules.extend(FIXED.map(|column| format!("new.{column} {differ} old.{column}")));
    let kept = |column| format!("(new.{column} {differ} old.{column} and old.{column} is not null)");
    rules.extend(SET_ONCE.map(kept));
    let emptied = |column| format!("(new.{column} {differ} old.{column} and new.{column} is not null)");
    rules.extend(ERASABLE.map(emptied));
    rules.join(" or ")
}

const REFUSED: &str = "the audit trail is only ever added to";

fn sqlite_guards() -> Vec<String> {
    let guard = |name: &str, when: &str, condition: &str| {
        format!(
            "create trigger {name} before {when} when {condition} begin select raise(abort, '{REFUSED}'); end"
        )
    };
    // Without the last, `insert or replace` would remove a row and ask nobody.
    vec![
        guard("audit_event_kept", "delete on audit_event", "true"),
        guard("audit_event_fixed", "update on audit_event", &forbidden_change("is not")),
        guard("audit_seal_kept", "delete on audit_seal", "true"),
        guard("audit_seal_fixed", "update on audit_seal", "true"),
        guard("audit_event_new", "insert on audit_event", "new.seal is not null"),
        guard(
            "audit_event_once",
            "insert on audit_event",
            "exists (select 1 from audit_event where id = new.id)",
        ),
        guard(
            "audit_seal_once",
            "insert on audit_seal",
            "exists (select 1 from audit_seal where number = new.number)",
        ),
    ]
}

fn postgres_guards() -> Vec<String> {
    let refuse = format!(
        "create function audit_refuse() returns trigger language plpgsql as \
         $$ begin raise exception '{REFUSED}'; end $$"
    );
    let guard = |name: &str, when: &str, condition: &str| {
        format!(
            "create trigger {name} before {when} for each row when ({condition}) execute function audit_refuse()"
        )
    };
    let whole = |table: &str| {
        format!(
            "create trigger {table}_whole before truncate on {table} \
             for each statement execute function audit_refuse()"
        )
    };
    vec![
        refuse,
        guard("audit_event_kept", "delete on audit_event", "true"),
        guard("audit_event_fixed", "update on audit_event", &forbidden_change("is distinct from")),
        guard("audit_seal_kept", "delete on audit_seal", "true"),
        guard("audit_seal_fixed", "update on audit_seal", "true"),
        guard("audit_event_new", "insert on audit_event", "new.seal is not null"),
        whole("audit_event"),
        whole("audit_seal"),
    ]
}
