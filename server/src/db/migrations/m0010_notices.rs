//! How somebody wants to be written to, and which letters may wait for it.

use super::one_of;
use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Expr, MigrationTrait, SchemaManager, Table, TableAlterStatement,
    TableCreateStatement, async_trait,
};
use sea_orm_migration::schema::{integer_null, string, string_null, timestamp_with_time_zone, uuid};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(notice_setting()).await?;
        manager.alter_table(urgency()).await
    }
}

/// A row comes with the first change; the language of letters stands with the account.
fn notice_setting() -> TableCreateStatement {
    let minute = |column: &'static str| Expr::cust(format!("{column} between 0 and 1439"));
    Table::create()
        .table("notice_setting")
        .col(uuid("account_id").primary_key())
        .col(string_null("channel").check(one_of("channel", &["email", "sms"])))
        .col(integer_null("quiet_from").check(minute("quiet_from")))
        .col(integer_null("quiet_to").check(minute("quiet_to")))
        .col(timestamp_with_time_zone("updated_at"))
        .check(Expr::cust("(quiet_from is null) = (quiet_to is null)"))
        .check(Expr::cust("quiet_from is null or quiet_from <> quiet_to"))
        .take()
}

/// Letters of before are codes and what concerns the safety of an account: they wait for nothing.
fn urgency() -> TableAlterStatement {
    let column = string("urgency").default("now").check(one_of("urgency", &["now", "can_wait"])).take();
    Table::alter().table("message").add_column(column).take()
}
