//! Concepts with their labels, places, classifications and exchange rates.

use super::one_of;
use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Expr, ForeignKey, Index, IndexCreateStatement, MigrationTrait, SchemaManager,
    Table, TableCreateStatement, async_trait,
};
use sea_orm_migration::schema::{
    boolean, date, date_null, double, double_null, integer, integer_null, pk_auto, string, string_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(concept()).await?;
        manager.create_index(unique("concept_code", "concept", &["kind", "code"])).await?;
        manager.create_table(label()).await?;
        manager.create_index(unique("label_text", "label", &["concept_id", "language", "text"])).await?;
        manager.create_table(place()).await?;
        manager.create_table(skill_link()).await?;
        manager.create_table(country()).await?;
        manager.create_table(isic_section()).await?;
        manager.create_table(exchange_rate()).await
    }
}

fn unique(name: &str, table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(name).table(table).unique();
    for column in columns {
        index.col(*column);
    }
    index
}

fn concept() -> TableCreateStatement {
    Table::create()
        .table("concept")
        .col(pk_auto("id"))
        .col(string("kind").check(one_of("kind", &["occupation", "skill", "place"])))
        .col(string("code"))
        .col(integer_null("parent_id"))
        .col(string_null("detail"))
        .col(integer("version"))
        .col(boolean("edited").default(false))
        .foreign_key(ForeignKey::create().from("concept", "parent_id").to("concept", "id"))
        .take()
}

fn label() -> TableCreateStatement {
    Table::create()
        .table("label")
        .col(pk_auto("id"))
        .col(integer("concept_id"))
        .col(string("language").check(one_of("language", &["lo", "en", "vi", "th"])))
        .col(string("kind").check(one_of("kind", &["preferred", "synonym", "title"])))
        .col(string("text").check(Expr::cust("length(trim(text)) > 0")))
        .col(string("source"))
        .col(string("checked"))
        .col(boolean("shared").default(false))
        .col(string("status").check(one_of("status", &["active", "removed"])))
        .col(integer("version"))
        .col(boolean("edited").default(false))
        .foreign_key(ForeignKey::create().from("label", "concept_id").to("concept", "id"))
        .take()
}

fn place() -> TableCreateStatement {
    Table::create()
        .table("place")
        .col(integer("concept_id").primary_key())
        .col(string("level").check(one_of("level", &["country", "province", "district"])))
        .col(string_null("iso"))
        .col(double_null("lat").check(Expr::cust("lat between -90 and 90")))
        .col(double_null("lon").check(Expr::cust("lon between -180 and 180")))
        .col(date_null("valid_from"))
        .col(date_null("valid_to"))
        .col(string_null("successor"))
        .col(string("source"))
        .col(string("confidence"))
        .foreign_key(ForeignKey::create().from("place", "concept_id").to("concept", "id"))
        .take()
}

fn skill_link() -> TableCreateStatement {
    Table::create()
        .table("skill_link")
        .col(integer("occupation_id"))
        .col(integer("skill_id"))
        .col(string("relation").check(one_of("relation", &["essential", "useful"])))
        .col(integer("version"))
        .primary_key(Index::create().col("occupation_id").col("skill_id"))
        .foreign_key(ForeignKey::create().from("skill_link", "occupation_id").to("concept", "id"))
        .foreign_key(ForeignKey::create().from("skill_link", "skill_id").to("concept", "id"))
        .take()
}

fn country() -> TableCreateStatement {
    Table::create()
        .table("country")
        .col(string("code").primary_key())
        .col(string("alpha3"))
        .col(string("name_en"))
        .col(string_null("name_lo"))
        .col(string_null("name_vi"))
        .col(string_null("name_th"))
        .take()
}

fn isic_section() -> TableCreateStatement {
    Table::create()
        .table("isic_section")
        .col(string("code").primary_key())
        .col(string("title_en"))
        .col(string_null("title_lo"))
        .col(string_null("title_vi"))
        .take()
}

fn exchange_rate() -> TableCreateStatement {
    Table::create()
        .table("exchange_rate")
        .col(string("currency"))
        .col(date("day"))
        .col(double("kip_per_unit").check(Expr::cust("kip_per_unit > 0")))
        .col(string("source"))
        .col(string("confidence"))
        .primary_key(Index::create().col("currency").col("day"))
        .take()
}
