//! Profiles that people keep themselves: whose they are, when their owners said who may see them, and their work so far.

use sea_orm_migration::prelude::{
    ColumnDef, DbErr, DeriveMigrationName, Expr, ForeignKey, ForeignKeyAction, Index, MigrationTrait,
    SchemaManager, Table, TableCreateStatement, async_trait,
};
use sea_orm_migration::schema::{
    date, date_null, integer, integer_null, string, string_null, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            // None where others registered the person and nobody has claimed the record.
            uuid_null("account_id"),
            string_null("email"),
            timestamp_with_time_zone_null("visibility_since"),
            timestamp_with_time_zone_null("visibility_asked_at"),
            // How far the owner was told: 0 nothing yet, 1 asked, 2 and 3 warned.
            integer("visibility_told").default(0).check(Expr::cust("visibility_told between 0 and 3")).take(),
        ] {
            add(manager, column).await?;
        }
        manager.create_table(experience()).await?;
        let account =
            Index::create().name("person_account").table("person").col("account_id").unique().take();
        manager.create_index(account).await?;
        let of =
            Index::create().name("person_experience_of").table("person_experience").col("person_id").take();
        manager.create_index(of).await
    }
}

async fn add(manager: &SchemaManager<'_>, mut column: ColumnDef) -> Result<(), DbErr> {
    manager.alter_table(Table::alter().table("person").add_column(&mut column).take()).await
}

/// Months are kept as their first days.
fn experience() -> TableCreateStatement {
    Table::create()
        .table("person_experience")
        .col(uuid("id").primary_key())
        .col(uuid("person_id"))
        .col(string("title").check(Expr::cust("length(trim(title)) > 0")))
        .col(string("employer"))
        .col(integer_null("occupation_id"))
        .col(date("began"))
        .col(date_null("ended"))
        .col(text("tasks"))
        .col(timestamp_with_time_zone("created_at"))
        .check(Expr::cust("ended is null or ended >= began"))
        .foreign_key(
            ForeignKey::create()
                .from("person_experience", "person_id")
                .to("person", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(ForeignKey::create().from("person_experience", "occupation_id").to("concept", "id"))
        .take()
}
