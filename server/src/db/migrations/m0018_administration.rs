//! Accounts that somebody locked, and why; accounts of a demonstration, whose passwords are printed.

use sea_orm_migration::prelude::{
    ColumnDef, DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, Table, async_trait,
};
use sea_orm_migration::schema::{boolean, string_null, timestamp_with_time_zone_null};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            boolean("demo").default(false).take(),
            timestamp_with_time_zone_null("locked_at"),
            string_null("lock_reason"),
        ] {
            add(manager, column).await?;
        }
        Ok(())
    }
}

async fn add(manager: &SchemaManager<'_>, mut column: ColumnDef) -> Result<(), DbErr> {
    manager.alter_table(Table::alter().table("account").add_column(&mut column).take()).await
}
