//! What people learnt at schools.

use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Expr, ForeignKey, ForeignKeyAction, Index, MigrationTrait, SchemaManager,
    Table, TableCreateStatement, async_trait,
};
use sea_orm_migration::schema::{
    boolean, integer_null, string, string_null, timestamp_with_time_zone, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(education()).await?;
        let of =
            Index::create().name("person_education_of").table("person_education").col("person_id").take();
        manager.create_index(of).await
    }
}

/// Levels and fields are data, and so only short codes here.
fn education() -> TableCreateStatement {
    Table::create()
        .table("person_education")
        .col(uuid("id").primary_key())
        .col(uuid("person_id"))
        .col(string("level").check(Expr::cust("length(level) between 1 and 40")))
        .col(string_null("field").check(Expr::cust("length(field) between 1 and 10")))
        .col(string("school"))
        // The school, where it is an organisation of that very name.
        .col(uuid_null("school_id"))
        .col(integer_null("year").check(Expr::cust("year between 1900 and 2200")))
        .col(boolean("finished"))
        .col(string("certificate"))
        .col(timestamp_with_time_zone("created_at"))
        .check(Expr::cust("school_id is null or length(trim(school)) > 0"))
        .foreign_key(
            ForeignKey::create()
                .from("person_education", "person_id")
                .to("person", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}
