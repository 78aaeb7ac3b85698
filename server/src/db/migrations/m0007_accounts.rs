//! Accounts, their sessions, codes that were sent, recovery codes, and how often something was tried.

use super::one_of;
use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Expr, ExprTrait, Index, MigrationTrait, SchemaManager, Table,
    TableCreateStatement, async_trait,
};
use sea_orm_migration::schema::{
    big_integer_null, integer, string, string_null, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [account(), session(), challenge(), recovery_code(), throttle()] {
            manager.create_table(table).await?;
        }
        for (name, column) in [("account_phone", "phone"), ("account_email", "email")] {
            let unique = Index::create().name(name).table("account").col(column).unique().to_owned();
            manager.create_index(unique).await?;
        }
        for (name, table, column) in [
            ("session_account", "session", "account_id"),
            ("session_end", "session", "ends_at"),
            ("challenge_end", "challenge", "expires_at"),
            ("throttle_begin", "throttle", "began_at"),
        ] {
            manager.create_index(Index::create().name(name).table(table).col(column).to_owned()).await?;
        }
        Ok(())
    }
}

fn account() -> TableCreateStatement {
    Table::create()
        .table("account")
        .col(uuid("id").primary_key())
        .col(string_null("phone"))
        .col(string_null("email"))
        .col(string_null("password_hash"))
        .col(string("language").check(one_of("language", &["lo", "en", "vi"])))
        .col(text_null("totp_secret"))
        .col(timestamp_with_time_zone_null("totp_since"))
        .col(big_integer_null("totp_step"))
        .col(string("status").check(one_of("status", &["active", "closed"])))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .check(Expr::col("phone").is_not_null().or(Expr::col("email").is_not_null()))
        .take()
}

fn session() -> TableCreateStatement {
    Table::create()
        .table("session")
        .col(string("digest").primary_key())
        .col(uuid("id"))
        .col(uuid("account_id"))
        .col(string("factors").check(one_of("factors", &["one", "two"])))
        .col(string("device"))
        .col(string("network"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("seen_at"))
        .col(timestamp_with_time_zone("ends_at"))
        .take()
}

fn challenge() -> TableCreateStatement {
    let purposes = ["sign_up", "sign_in", "recover", "contact", "second_factor", "new_password"];
    Table::create()
        .table("challenge")
        .col(uuid("id").primary_key())
        .col(string("purpose").check(one_of("purpose", &purposes)))
        .col(string_null("contact"))
        .col(uuid_null("account_id"))
        .col(string_null("digest"))
        .col(text_null("payload"))
        .col(integer("attempts"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("used_at"))
        .take()
}

fn recovery_code() -> TableCreateStatement {
    Table::create()
        .table("recovery_code")
        .col(uuid("account_id"))
        .col(string("digest"))
        .col(timestamp_with_time_zone_null("used_at"))
        .primary_key(Index::create().col("account_id").col("digest"))
        .take()
}

fn throttle() -> TableCreateStatement {
    Table::create()
        .table("throttle")
        .col(string("bucket").primary_key())
        .col(timestamp_with_time_zone("began_at"))
        .col(integer("count"))
        .take()
}
