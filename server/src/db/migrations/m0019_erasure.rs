//! Requests to erase somebody, that there were records once, and what went because its term was over.

use super::one_of;
use sea_orm::ConnectionTrait;
use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Expr, ForeignKey, Index, MigrationTrait, SchemaManager, Table,
    TableCreateStatement, async_trait,
};
use sea_orm_migration::schema::{
    big_integer, date, integer_null, string, string_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(erasure()).await?;
        manager.create_table(erased_record()).await?;
        manager.create_table(retention_run()).await?;
        manager
            .create_index(
                Index::create().name("erasure_due").table("erasure").col("stage").col("due_at").take(),
            )
            .await?;
        // Nobody waits twice to be erased.
        for column in ["account_id", "person_id"] {
            let once = format!(
                "create unique index erasure_of_{column} on erasure ({column}) where stage = 'waiting'"
            );
            manager.get_connection().execute_unprepared(&once).await?;
        }
        Ok(())
    }
}

const STAGES: &[&str] = &["waiting", "taken_back", "done"];
const HOLDS: &[&str] = &["identity_case", "last_administrator"];

fn erasure() -> TableCreateStatement {
    Table::create()
        .table("erasure")
        .col(uuid("id").primary_key())
        // Whose; emptied when it is done. Neither is a key of its table: accounts and records go, the request stays.
        .col(uuid_null("account_id"))
        .col(uuid_null("person_id"))
        .col(string("stage").check(one_of("stage", STAGES)))
        .col(timestamp_with_time_zone("asked_at"))
        .col(timestamp_with_time_zone("due_at"))
        .col(timestamp_with_time_zone_null("warned_at"))
        .col(string_null("held").check(one_of("held", HOLDS)))
        // The officer to whom somebody came who cannot ask here.
        .col(uuid_null("asked_by"))
        .col(string_null("reason"))
        .col(string_null("witness"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .check(Expr::cust("(stage = 'waiting') = (ended_at is null)"))
        .check(Expr::cust("stage <> 'waiting' or account_id is not null or person_id is not null"))
        .check(Expr::cust("stage <> 'done' or (account_id is null and person_id is null)"))
        .check(Expr::cust("due_at >= asked_at"))
        .take()
}

fn erased_record() -> TableCreateStatement {
    Table::create()
        .table("erased_record")
        .col(uuid("id").primary_key())
        // The first day of the month in which the record came.
        .col(date("month"))
        .col(integer_null("province_id"))
        .foreign_key(ForeignKey::create().from("erased_record", "province_id").to("concept", "id"))
        .take()
}

const CLASSES: &[&str] = &["unclaimed_record", "letter", "followed_change", "trail"];

fn retention_run() -> TableCreateStatement {
    Table::create()
        .table("retention_run")
        .col(date("day"))
        .col(string("class").check(one_of("class", CLASSES)))
        .col(big_integer("warned").check(Expr::cust("warned >= 0")))
        .col(big_integer("done").check(Expr::cust("done >= 0")))
        .primary_key(Index::create().col("day").col("class"))
        .take()
}
