//! Who looks at people: how often in a day, alarms about those who look too often, and programs of organisations.

use super::one_of;
use sea_orm::ConnectionTrait;
use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Expr, Index, MigrationTrait, SchemaManager, Table, TableCreateStatement,
    async_trait,
};
use sea_orm_migration::schema::{
    date, integer, string, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
    uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(look_count()).await?;
        manager.create_table(alarm()).await?;
        let once = Index::create()
            .name("alarm_once_a_day")
            .table("alarm")
            .col("account_id")
            .col("kind")
            .col("day")
            .unique()
            .take();
        manager.create_index(once).await?;
        // SQLite cannot change a CHECK: the table of tokens is made anew.
        let connection = manager.get_connection();
        connection.execute_unprepared("alter table api_token rename to api_token_before").await?;
        manager.create_table(api_token()).await?;
        let rows = "insert into api_token (digest, role, label, source, created_at) \
                    select digest, role, label, source, created_at from api_token_before";
        connection.execute_unprepared(rows).await?;
        connection.execute_unprepared("drop table api_token_before").await?;
        Ok(())
    }
}

fn look_count() -> TableCreateStatement {
    Table::create()
        .table("look_count")
        .col(uuid("account_id"))
        .col(string("what").check(one_of("what", &["revealed", "opened", "searched"])))
        .col(date("day"))
        .col(integer("count").check(Expr::cust("count >= 0")))
        .primary_key(Index::create().col("account_id").col("what").col("day"))
        .take()
}

fn alarm() -> TableCreateStatement {
    Table::create()
        .table("alarm")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(string("kind").check(one_of("kind", &["many", "refused"])))
        .col(date("day"))
        .col(integer("count").check(Expr::cust("count >= 0")))
        .col(timestamp_with_time_zone("raised_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .col(uuid_null("closed_by"))
        .col(text_null("words"))
        .check(Expr::cust("(closed_at is null) = (closed_by is null)"))
        .check(Expr::cust("(closed_at is null) = (words is null)"))
        .check(Expr::cust("words is null or length(trim(words)) > 0"))
        // Nobody looks into what they did themselves.
        .check(Expr::cust("closed_by is null or closed_by <> account_id"))
        .take()
}

fn api_token() -> TableCreateStatement {
    Table::create()
        .table("api_token")
        .col(string("digest"))
        .col(string("role").check(one_of("role", &["operator", "publisher", "employer_user", "agency_user"])))
        .col(string("label"))
        .col(string("source"))
        .col(timestamp_with_time_zone("created_at"))
        // Programs of an organisation see what its members see.
        .col(uuid_null("organisation_id"))
        .check(Expr::cust("(organisation_id is null) = (role in ('operator', 'publisher'))"))
        .primary_key(Index::create().name("api_token_of").col("digest"))
        .take()
}
