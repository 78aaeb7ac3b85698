//! What was done to an account, whoever did it: found by the key of the account, or of a role that it has or had.
//!
//! The key stands in the personal part, which is text with its fields always in one order; no value holds the mark
//! before it, for quotes inside of values are escaped.

use sea_orm::{ConnectionTrait, DatabaseBackend};
use sea_orm_migration::prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let found = match manager.get_database_backend() {
            DatabaseBackend::Postgres => "strpos",
            _ => "instr",
        };
        let index = format!(
            "create index audit_event_done_to on audit_event \
             (substr(personal, {found}(personal, '\"subject\":\"') + 11, 36), id) \
             where subject in ('account', 'membership')"
        );
        connection.execute_unprepared(&index).await?;
        // Nothing asks by the actor any more.
        connection.execute_unprepared("drop index audit_event_owner").await?;
        Ok(())
    }
}
