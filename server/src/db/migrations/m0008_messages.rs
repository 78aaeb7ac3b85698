//! Letters and short messages to be sent, and addresses that take none.

use super::one_of;
use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Expr, Index, MigrationTrait, SchemaManager, SimpleExpr, Table,
    TableCreateStatement, async_trait,
};
use sea_orm_migration::schema::{
    boolean, integer, string, string_null, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(message()).await?;
        let index = |name: &'static str| Index::create().name(name).table("message").take();
        let due = index("message_due").col("status").col("channel").col("next_attempt_at").take();
        manager.create_index(due).await?;
        let by_account = index("message_account").col("account").col("created_at").take();
        manager.create_index(by_account).await?;
        manager.create_table(undeliverable()).await
    }
}

const CHANNELS: &[&str] = &["email", "sms"];

fn cust(rule: &'static str) -> SimpleExpr {
    Expr::cust(rule)
}

fn message() -> TableCreateStatement {
    Table::create()
        .table("message")
        .col(uuid("id").primary_key())
        .col(string("channel").check(one_of("channel", CHANNELS)))
        // Features add kinds of their own: any short name will do.
        .col(string("kind").check(cust("length(kind) between 1 and 40")))
        .col(string("recipient").check(cust("length(recipient) between 1 and 320")))
        .col(string("language").check(one_of("language", &["lo", "en", "vi"])))
        .col(string("subject"))
        .col(text_null("text"))
        .col(text_null("html"))
        .col(boolean("secret"))
        .col(uuid_null("account"))
        .col(string("status").check(one_of("status", &["waiting", "sent", "dead", "withdrawn"])))
        .col(integer("attempts").check(cust("attempts >= 0")))
        .col(timestamp_with_time_zone("next_attempt_at"))
        .col(uuid_null("claimed_by"))
        .col(timestamp_with_time_zone_null("claimed_until"))
        .col(string_null("last_error"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("sent_at"))
        .col(timestamp_with_time_zone_null("expires_at"))
        .check(cust("(status = 'sent') = (sent_at is not null)"))
        .check(cust("(claimed_by is null) = (claimed_until is null)"))
        // What is secret is kept only as long as it is to be sent, the rest is kept.
        .check(cust("(text is null) = (secret and status <> 'waiting')"))
        .check(cust("text is not null or html is null"))
        .take()
}

fn undeliverable() -> TableCreateStatement {
    Table::create()
        .table("undeliverable")
        .col(string("channel").check(one_of("channel", CHANNELS)))
        .col(string("recipient"))
        .col(timestamp_with_time_zone("since"))
        .col(string("reason"))
        .primary_key(Index::create().col("channel").col("recipient"))
        .take()
}
