//! Published vacancies in the order of their ids.
//!
//! Questions about open vacancies ask by id or page through all of them by id. With the last day in the
//! index instead, SQLite took the index for each of them and walked every open vacancy.

use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Index, MigrationTrait, SchemaManager, async_trait,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let by_id =
            Index::create().name("vacancy_published").table("vacancy").col("status").col("id").to_owned();
        manager.create_index(by_id).await
    }
}
