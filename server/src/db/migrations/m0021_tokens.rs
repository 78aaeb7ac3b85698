//! Tokens that end: an id by which they are named, an area, their end, their last use, and who took them back.

use super::one_of;
use ::uuid::Uuid;
use sea_orm::{ConnectionTrait, Statement};
use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Expr, ExprTrait, Index, MigrationTrait, Query, SchemaManager, Table,
    TableCreateStatement, async_trait,
};
use sea_orm_migration::schema::{
    integer_null, string, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// The columns that tokens had before.
const BEFORE: [&str; 6] = ["digest", "role", "label", "source", "created_at", "organisation_id"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        // SQLite adds no column that may not be empty: the table of tokens is made anew.
        connection.execute_unprepared("alter table api_token rename to api_token_before").await?;
        manager.create_table(api_token()).await?;
        let digests = Statement::from_string(
            connection.get_database_backend(),
            "select digest from api_token_before order by digest",
        );
        for row in connection.query_all_raw(digests).await? {
            let digest: String = row.try_get("", "digest")?;
            let mut held = Query::select();
            held.expr(Expr::val(named_by(&digest)?));
            for column in BEFORE {
                held.column(column);
            }
            held.from("api_token_before").and_where(Expr::col("digest").eq(digest));
            let columns = std::iter::once("id").chain(BEFORE);
            let mut kept = Query::insert().into_table("api_token").columns(columns).take();
            kept.select_from(held).map_err(|error| DbErr::Custom(error.to_string()))?;
            manager.execute(kept).await?;
        }
        connection.execute_unprepared("drop table api_token_before").await?;
        // How many short messages were sent today is asked before each.
        let sent = Index::create().name("message_sent").table("message").col("channel").col("sent_at").take();
        manager.create_index(sent).await?;
        for (name, column, unique) in
            [("api_token_id", "id", true), ("api_token_organisation", "organisation_id", false)]
        {
            let mut index = Index::create().name(name).table("api_token").col(column).take();
            if unique {
                index.unique();
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

/// A token of before is named by the beginning of its digest, as in the audit trail: every process names it alike.
fn named_by(digest: &str) -> Result<Uuid, DbErr> {
    let beginning = digest.get(..32).unwrap_or_default();
    Uuid::parse_str(beginning).map_err(|_| DbErr::Custom(format!("the digest {beginning}… is none")))
}

fn api_token() -> TableCreateStatement {
    Table::create()
        .table("api_token")
        .col(uuid("id"))
        .col(string("digest"))
        .col(string("role").check(one_of("role", &["operator", "publisher", "employer_user", "agency_user"])))
        .col(string("label"))
        .col(string("source"))
        .col(timestamp_with_time_zone("created_at"))
        // Programs of an organisation see what its members see.
        .col(uuid_null("organisation_id"))
        // Whose programs look at people in a part of the country alone.
        .col(integer_null("province_id"))
        .col(integer_null("district_id"))
        // Tokens that were made before they had to end have none.
        .col(timestamp_with_time_zone_null("ends_at"))
        .col(timestamp_with_time_zone_null("told_at"))
        .col(timestamp_with_time_zone_null("used_at"))
        .col(timestamp_with_time_zone_null("revoked_at"))
        // Nobody where it was taken back at the command line.
        .col(uuid_null("revoked_by"))
        .check(Expr::cust("(organisation_id is null) = (role in ('operator', 'publisher'))"))
        .check(Expr::cust("province_id is null or role = 'operator'"))
        .check(Expr::cust("district_id is null or province_id is not null"))
        .check(Expr::cust("ends_at is null or ends_at > created_at"))
        .check(Expr::cust("revoked_by is null or revoked_at is not null"))
        .primary_key(Index::create().name("api_token_by").col("digest"))
        .take()
}
