//! Tokens know their source, writes are remembered by key, background work is done once.

use super::one_of;
use sea_orm::ConnectionTrait;
use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Index, MigrationTrait, SchemaManager, Table, TableCreateStatement,
    async_trait,
};
use sea_orm_migration::schema::{
    big_integer, date, integer, string, string_null, text, timestamp_with_time_zone, uuid,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite cannot change a CHECK: the table is made again with its rows.
        let connection = manager.get_connection();
        connection.execute_unprepared("alter table api_token rename to api_token_before").await?;
        manager.create_table(api_token()).await?;
        let rows = "insert into api_token (digest, role, label, source, created_at) \
                    select digest, role, label, 'api', created_at from api_token_before";
        connection.execute_unprepared(rows).await?;
        connection.execute_unprepared("drop table api_token_before").await?;
        manager.create_table(idempotency_key()).await?;
        let by_age =
            Index::create().name("idempotency_key_age").table("idempotency_key").col("created_at").to_owned();
        manager.create_index(by_age).await?;
        manager.create_table(lease()).await?;
        manager.create_table(closed_day()).await
    }
}

fn api_token() -> TableCreateStatement {
    Table::create()
        .table("api_token")
        .col(string("digest"))
        .col(string("role").check(one_of("role", &["operator", "publisher"])))
        .col(string("label"))
        .col(string("source"))
        .col(timestamp_with_time_zone("created_at"))
        .primary_key(Index::create().name("api_token_digest").col("digest"))
        .take()
}

fn idempotency_key() -> TableCreateStatement {
    Table::create()
        .table("idempotency_key")
        .col(string("token"))
        .col(string("key"))
        .col(string("request"))
        .col(integer("status"))
        .col(string_null("location"))
        .col(string_null("etag"))
        .col(text("body"))
        .col(timestamp_with_time_zone("created_at"))
        .primary_key(Index::create().col("token").col("key"))
        .take()
}

fn lease() -> TableCreateStatement {
    Table::create()
        .table("lease")
        .col(string("name").primary_key())
        .col(uuid("holder"))
        .col(big_integer("until"))
        .take()
}

fn closed_day() -> TableCreateStatement {
    Table::create()
        .table("closed_day")
        .col(date("day").primary_key())
        .col(uuid("holder"))
        .col(big_integer("vacancies"))
        .col(timestamp_with_time_zone("closed_at"))
        .take()
}
