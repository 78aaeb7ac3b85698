//! Searches of which somebody wants to hear, and the vacancies that they met.

use super::one_of;
use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Expr, ForeignKey, ForeignKeyAction, Index, MigrationTrait, SchemaManager,
    Table, TableCreateStatement, async_trait,
};
use sea_orm_migration::schema::{
    string, string_null, text, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(alert()).await?;
        manager.create_table(alert_hit()).await?;
        // Where a reader ends letters of a kind, for programs that show a button for it.
        let ends = Table::alter().table("message").add_column(string_null("unsubscribe")).take();
        manager.alter_table(ends).await?;
        for index in [
            Index::create()
                .name("alert_account")
                .table("alert")
                .col("account_id")
                .col("query")
                .unique()
                .take(),
            Index::create()
                .name("alert_contact")
                .table("alert")
                .col("recipient")
                .col("query")
                .unique()
                .take(),
            Index::create().name("alert_changed").table("alert").col("changed_at").take(),
            Index::create().name("alert_due").table("alert").col("state").col("next_due").take(),
            Index::create().name("alert_hit_of_vacancy").table("alert_hit").col("vacancy_id").take(),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

const CHANNELS: &[&str] = &["email", "sms"];
const LANGUAGES: &[&str] = &["lo", "en", "vi"];
const FREQUENCIES: &[&str] = &["at_once", "daily", "weekly"];
const STATES: &[&str] = &["pending", "active", "paused", "stopped", "bounced"];

fn alert() -> TableCreateStatement {
    Table::create()
        .table("alert")
        .col(uuid("id").primary_key())
        // Of an account, or else of whoever has shown that the contact is theirs.
        .col(uuid_null("account_id"))
        .col(string_null("channel").check(one_of("channel", CHANNELS)))
        .col(string_null("recipient"))
        .col(string("language").check(one_of("language", LANGUAGES)))
        .col(text("query").check(Expr::cust("length(query) <= 4000")))
        .col(string("frequency").check(one_of("frequency", FREQUENCIES)))
        .col(string("state").check(one_of("state", STATES)))
        .col(timestamp_with_time_zone("next_due"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("changed_at"))
        .check(Expr::cust("(account_id is null) <> (recipient is null)"))
        .check(Expr::cust("(channel is null) = (recipient is null)"))
        .check(Expr::cust("account_id is null or state <> 'pending'"))
        .foreign_key(
            ForeignKey::create()
                .from("alert", "account_id")
                .to("account", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}

fn alert_hit() -> TableCreateStatement {
    Table::create()
        .table("alert_hit")
        .col(uuid("alert_id"))
        .col(uuid("vacancy_id"))
        .col(timestamp_with_time_zone("found_at"))
        // The letter that told of it, and when that was written.
        .col(uuid_null("message_id"))
        .col(timestamp_with_time_zone_null("sent_at"))
        .primary_key(Index::create().col("alert_id").col("vacancy_id"))
        .check(Expr::cust("(message_id is null) = (sent_at is null)"))
        .foreign_key(
            ForeignKey::create()
                .from("alert_hit", "alert_id")
                .to("alert", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(
            ForeignKey::create()
                .from("alert_hit", "vacancy_id")
                .to("vacancy", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}
