//! Organisations, vacancies and people, with what was understood of their texts.

use super::one_of;
use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Expr, ForeignKey, ForeignKeyAction, Index, IndexCreateStatement,
    MigrationTrait, SchemaManager, Table, TableCreateStatement, async_trait,
};
use sea_orm_migration::schema::{
    big_integer_null, boolean, boolean_null, date, date_null, double, double_null, integer, integer_null,
    json_binary, json_binary_null, string, string_null, text, timestamp_with_time_zone, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(organisation()).await?;
        manager.create_index(by_source("organisation")).await?;
        manager.create_table(vacancy()).await?;
        manager.create_index(by_source("vacancy")).await?;
        manager
            .create_index(
                Index::create()
                    .name("vacancy_open")
                    .table("vacancy")
                    .col("status")
                    .col("valid_through")
                    .to_owned(),
            )
            .await?;
        manager.create_table(vacancy_skill()).await?;
        manager.create_table(person()).await?;
        manager.create_index(by_source("person")).await?;
        manager.create_table(person_occupation()).await?;
        manager.create_table(person_skill()).await
    }
}

fn by_source(table: &'static str) -> IndexCreateStatement {
    let name = format!("{table}_source");
    Index::create().name(name).table(table).col("source").col("source_key").unique().to_owned()
}

fn organisation() -> TableCreateStatement {
    Table::create()
        .table("organisation")
        .col(uuid("id").primary_key())
        .col(string("source"))
        .col(string("source_key"))
        .col(string("kind").check(one_of("kind", &["employer", "school", "agency", "office"])))
        .col(string("name").check(Expr::cust("length(trim(name)) > 0")))
        .col(timestamp_with_time_zone("created_at"))
        .take()
}

fn vacancy() -> TableCreateStatement {
    Table::create()
        .table("vacancy")
        .col(uuid("id").primary_key())
        .col(string("source"))
        .col(string("source_key"))
        .col(string("content_hash"))
        .col(uuid_null("last_import"))
        .col(uuid("employer_id"))
        .col(string("title").check(Expr::cust("length(trim(title)) > 0")))
        .col(text("description"))
        .col(string("language"))
        .col(integer_null("occupation_id"))
        .col(double_null("occupation_confidence").check(Expr::cust("occupation_confidence between 0 and 1")))
        .col(string_null("place_text"))
        .col(integer_null("country_id"))
        .col(integer_null("province_id"))
        .col(integer_null("district_id"))
        .col(double_null("place_confidence").check(Expr::cust("place_confidence between 0 and 1")))
        .col(boolean("abroad"))
        .col(string_null("contract").check(one_of("contract", CONTRACTS)))
        .col(string_null("arrangement").check(one_of("arrangement", &["on_site", "hybrid", "remote"])))
        .col(string_null("wage_text"))
        .col(big_integer_null("wage_min").check(Expr::cust("wage_min >= 0")))
        .col(big_integer_null("wage_max").check(Expr::cust("wage_max >= 0")))
        .col(string_null("wage_currency").check(Expr::cust("length(wage_currency) = 3")))
        .col(string_null("wage_period").check(one_of("wage_period", PERIODS)))
        .col(integer_null("qualification").check(Expr::cust("qualification between 1 and 8")))
        .col(integer_null("experience_months").check(Expr::cust("experience_months >= 0")))
        .col(json_binary("languages"))
        .col(json_binary("conditions"))
        .col(integer("openings").check(Expr::cust("openings >= 1")))
        .col(date_null("starts_on"))
        .col(date("posted_on"))
        .col(date_null("valid_through"))
        .col(string("closing").check(one_of("closing", &["stated", "sixty_days", "kept_open"])))
        .col(string("status").check(one_of("status", &["published", "expired", "withdrawn"])))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .check(Expr::cust("wage_min is null or wage_max is null or wage_min <= wage_max"))
        .check(Expr::cust("(closing = 'kept_open') = (valid_through is null)"))
        .foreign_key(ForeignKey::create().from("vacancy", "employer_id").to("organisation", "id"))
        .foreign_key(ForeignKey::create().from("vacancy", "occupation_id").to("concept", "id"))
        .take()
}

const CONTRACTS: &[&str] = &["full_time", "part_time", "temporary", "seasonal", "day_labour", "internship"];
const PERIODS: &[&str] = &["hour", "day", "week", "month", "year", "piece"];

fn vacancy_skill() -> TableCreateStatement {
    Table::create()
        .table("vacancy_skill")
        .col(uuid("vacancy_id"))
        .col(integer("skill_id"))
        .col(boolean("essential"))
        .col(integer_null("level").check(Expr::cust("level between 1 and 4")))
        .col(double("confidence").check(Expr::cust("confidence between 0 and 1")))
        .primary_key(Index::create().col("vacancy_id").col("skill_id"))
        .foreign_key(
            ForeignKey::create()
                .from("vacancy_skill", "vacancy_id")
                .to("vacancy", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(ForeignKey::create().from("vacancy_skill", "skill_id").to("concept", "id"))
        .take()
}

fn person() -> TableCreateStatement {
    Table::create()
        .table("person")
        .col(uuid("id").primary_key())
        .col(string("source"))
        .col(string("source_key"))
        .col(string("content_hash"))
        .col(string_null("given_name"))
        .col(string_null("family_name"))
        .col(string_null("latin_name"))
        .col(string("sex").check(one_of("sex", &["female", "male", "unknown"])))
        .col(date_null("birth_date"))
        .col(string_null("birth_precision").check(one_of("birth_precision", &["day", "month", "year"])))
        .col(string_null("phone"))
        .col(string_null("place_text"))
        .col(integer_null("province_id"))
        .col(integer_null("district_id"))
        .col(string("headline"))
        .col(text("profile"))
        .col(string("language"))
        .col(big_integer_null("wage_wish").check(Expr::cust("wage_wish >= 0")))
        .col(string_null("wage_currency").check(Expr::cust("length(wage_currency) = 3")))
        .col(integer_null("qualification").check(Expr::cust("qualification between 1 and 8")))
        .col(integer_null("experience_months").check(Expr::cust("experience_months >= 0")))
        .col(date_null("available_from"))
        .col(boolean_null("shifts"))
        .col(boolean_null("abroad"))
        .col(integer_null("max_distance_km").check(Expr::cust("max_distance_km >= 0")))
        .col(json_binary_null("licences"))
        .col(json_binary("languages"))
        .col(string("visibility").check(one_of("visibility", &["hidden", "anonymous", "open"])))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .check(Expr::cust("(birth_date is null) = (birth_precision is null)"))
        .take()
}

fn person_occupation() -> TableCreateStatement {
    Table::create()
        .table("person_occupation")
        .col(uuid("person_id"))
        .col(integer("occupation_id"))
        .col(integer_null("months").check(Expr::cust("months >= 0")))
        .col(double("confidence").check(Expr::cust("confidence between 0 and 1")))
        .primary_key(Index::create().col("person_id").col("occupation_id"))
        .foreign_key(
            ForeignKey::create()
                .from("person_occupation", "person_id")
                .to("person", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(ForeignKey::create().from("person_occupation", "occupation_id").to("concept", "id"))
        .take()
}

fn person_skill() -> TableCreateStatement {
    Table::create()
        .table("person_skill")
        .col(uuid("person_id"))
        .col(integer("skill_id"))
        .col(integer_null("level").check(Expr::cust("level between 1 and 4")))
        .col(
            string("evidence")
                .check(one_of("evidence", &["inferred", "claimed", "experience", "certificate"])),
        )
        .col(double("confidence").check(Expr::cust("confidence between 0 and 1")))
        .primary_key(Index::create().col("person_id").col("skill_id"))
        .foreign_key(
            ForeignKey::create()
                .from("person_skill", "person_id")
                .to("person", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(ForeignKey::create().from("person_skill", "skill_id").to("concept", "id"))
        .take()
}
