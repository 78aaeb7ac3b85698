//! The outbox, settings of the installation, and tokens of the interface for machines.

use super::one_of;
use sea_orm::DatabaseBackend;
use sea_orm_migration::prelude::{
    ColumnDef, DbErr, DeriveMigrationName, Expr, Index, MigrationTrait, SchemaManager, Table,
    TableCreateStatement, async_trait,
};
use sea_orm_migration::schema::{big_pk_auto, string, text, timestamp_with_time_zone, uuid};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(outbox(manager.get_database_backend())).await?;
        manager
            .create_index(
                Index::create()
                    .name("outbox_transaction")
                    .table("outbox")
                    .col("transaction_number")
                    .col("seq")
                    .to_owned(),
            )
            .await?;
        manager.create_table(setting()).await?;
        manager.create_table(api_token()).await
    }
}

/// On PostgreSQL each row remembers the transaction that wrote it; see `outbox::position` for why.
fn outbox(backend: DatabaseBackend) -> TableCreateStatement {
    let mut transaction_number = ColumnDef::new("transaction_number");
    transaction_number.big_integer();
    if backend == DatabaseBackend::Postgres {
        transaction_number.default(Expr::cust("(pg_current_xact_id()::text::bigint)")).not_null();
    }
    Table::create()
        .table("outbox")
        .col(big_pk_auto("seq"))
        .col(transaction_number)
        .col(string("subject").check(one_of("subject", &["vacancy", "person"])))
        .col(uuid("key"))
        .col(timestamp_with_time_zone("written_at"))
        .take()
}

fn setting() -> TableCreateStatement {
    Table::create().table("setting").col(string("name").primary_key()).col(text("value")).take()
}

fn api_token() -> TableCreateStatement {
    Table::create()
        .table("api_token")
        .col(string("digest").primary_key())
        .col(string("role").check(one_of("role", &["operator"])))
        .col(string("label"))
        .col(timestamp_with_time_zone("created_at"))
        .take()
}
