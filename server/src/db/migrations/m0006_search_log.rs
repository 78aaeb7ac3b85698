//! Searches counted by day and text, what remains of them, and decisions about synonyms.

use super::one_of;
use sea_orm::DatabaseBackend;
use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Expr, ForeignKey, Index, MigrationTrait, SchemaManager, SimpleExpr, Table,
    TableCreateStatement, async_trait,
};
use sea_orm_migration::schema::{big_integer, boolean, date, integer, string, timestamp_with_time_zone};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let backend = manager.get_database_backend();
        manager.create_table(search_log(backend)).await?;
        manager.create_table(search_click(backend)).await?;
        manager.create_table(search_sum()).await?;
        manager.create_table(synonym_decision()).await
    }
}

/// Languages of pages.
const PAGES: &[&str] = &["lo", "en", "vi"];

fn cust(rule: &'static str) -> SimpleExpr {
    Expr::cust(rule)
}

/// No address of a mailbox and no five digits on end, whatever the program does.
fn names_nobody(backend: DatabaseBackend) -> SimpleExpr {
    match backend {
        DatabaseBackend::Postgres => cust("query !~ '@|[0-9]{5}'"),
        _ => cust("query not like '%@%' and query not glob '*[0-9][0-9][0-9][0-9][0-9]*'"),
    }
}

fn search_log(backend: DatabaseBackend) -> TableCreateStatement {
    Table::create()
        .table("search_log")
        .col(date("day"))
        .col(string("query").check(cust("length(query) between 1 and 80")))
        .col(string("language").check(one_of("language", PAGES)))
        .col(string("place").check(cust("length(place) <= 8")))
        .col(string("understood"))
        .col(integer("band").check(cust("band between 0 and 4")))
        .col(big_integer("asked").check(cust("asked >= 0")))
        .col(big_integer("without_hits").check(cust("without_hits >= 0")))
        .col(big_integer("clicks").check(cust("clicks >= 0")))
        .check(names_nobody(backend))
        .check(cust("without_hits <= asked"))
        .check(cust("asked + clicks > 0"))
        .primary_key(Index::create().col("day").col("query").col("language").col("place"))
        .take()
}

fn search_click(backend: DatabaseBackend) -> TableCreateStatement {
    Table::create()
        .table("search_click")
        .col(date("day"))
        .col(string("query").check(cust("length(query) between 1 and 80")))
        .col(string("language").check(one_of("language", PAGES)))
        .col(integer("occupation_id"))
        .col(big_integer("clicks").check(cust("clicks > 0")))
        .check(names_nobody(backend))
        .primary_key(Index::create().col("day").col("query").col("language").col("occupation_id"))
        .foreign_key(ForeignKey::create().from("search_click", "occupation_id").to("concept", "id"))
        .take()
}

fn search_sum() -> TableCreateStatement {
    Table::create()
        .table("search_sum")
        .col(date("day"))
        .col(string("language").check(one_of("language", PAGES)))
        .col(big_integer("asked").check(cust("asked >= 0")))
        .col(big_integer("without_hits").check(cust("without_hits >= 0")))
        .col(big_integer("clicks").check(cust("clicks >= 0")))
        .check(cust("without_hits <= asked"))
        .primary_key(Index::create().col("day").col("language"))
        .take()
}

fn synonym_decision() -> TableCreateStatement {
    Table::create()
        .table("synonym_decision")
        .col(string("wording").check(cust("length(trim(wording)) between 1 and 80")))
        .col(string("language").check(one_of("language", &["lo", "en", "vi", "th"])))
        .col(integer("concept_id"))
        .col(string("decision").check(one_of("decision", &["approved", "rejected"])))
        .col(boolean("shared").default(false))
        .col(string("evidence"))
        .col(string("decided_by").check(cust("length(trim(decided_by)) between 1 and 80")))
        .col(timestamp_with_time_zone("decided_at"))
        .col(integer("version"))
        .primary_key(Index::create().col("wording").col("language").col("concept_id"))
        .foreign_key(ForeignKey::create().from("synonym_decision", "concept_id").to("concept", "id"))
        .take()
}
