//! Which organisation holds a record that an import made of an employer.

use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Index, MigrationTrait, SchemaManager, Table, async_trait,
};
use sea_orm_migration::schema::uuid_null;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // None where nobody decided that it is another's.
        let mut held_by = uuid_null("held_by");
        manager.alter_table(Table::alter().table("organisation").add_column(&mut held_by).take()).await?;
        let index = Index::create().name("organisation_held").table("organisation").col("held_by").take();
        manager.create_index(index).await
    }
}
