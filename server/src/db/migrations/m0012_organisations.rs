//! What organisations are, how far that was verified, by which papers, and who decided.

use super::one_of;
use sea_orm::ConnectionTrait;
use sea_orm_migration::prelude::{
    ColumnDef, DbErr, DeriveMigrationName, Expr, Index, MigrationTrait, SchemaManager, Table,
    TableCreateStatement, async_trait,
};
use sea_orm_migration::schema::{
    boolean, date_null, integer_null, string, string_null, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

const KINDS: &[&str] =
    &["employer", "labour_unit", "agency", "school", "test_centre", "office", "foreign_employer"];

const STANDINGS: &[&str] = &[
    "unverified",
    "documents_in",
    "registry_checked",
    "verified",
    "site_checked",
    "lapsed",
    "restricted",
    "suspended",
    "barred",
];

const STEPS: &[&str] = &[
    "submit",
    "amend",
    "send_back",
    "check_registry",
    "verify",
    "check_site",
    "renew",
    "lapse",
    "restrict",
    "lift",
    "suspend",
    "reinstate",
    "bar",
    "grant_appeal",
];

const EVIDENCE: &[&str] =
    &["enterprise_registration", "tax_certificate", "licence", "representative", "office_decision", "other"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        more_kinds(manager).await?;
        for column in [
            string_null("latin_name"),
            string_null("registration_no"),
            string_null("tax_no"),
            string_null("country"),
            integer_null("province_id"),
            integer_null("district_id"),
            string_null("isic"),
            string_null("website"),
            text_null("about"),
            boolean("in_zone").default(false).take(),
            string("standing").default("unverified").check(one_of("standing", STANDINGS)).take(),
            date_null("verified_until"),
            date_null("site_checked_on"),
            // The next day on which something is to be done about its verification.
            date_null("look_on"),
            timestamp_with_time_zone_null("updated_at"),
        ] {
            add(manager, column).await?;
        }
        for table in [site(), evidence(), decision()] {
            manager.create_table(table).await?;
        }
        let index = |name: &'static str, table: &'static str| Index::create().name(name).table(table).take();
        for index in [
            index("organisation_standing", "organisation").col("standing").take(),
            index("organisation_look", "organisation").col("look_on").take(),
            index("organisation_registration", "organisation").col("registration_no").take(),
            index("vacancy_employer", "vacancy").col("employer_id").take(),
            index("organisation_site_of", "organisation_site").col("organisation_id").take(),
            index("organisation_evidence_of", "organisation_evidence").col("organisation_id").take(),
            index("organisation_decision_of", "organisation_decision").col("organisation_id").take(),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

async fn add(manager: &SchemaManager<'_>, mut column: ColumnDef) -> Result<(), DbErr> {
    manager.alter_table(Table::alter().table("organisation").add_column(&mut column).take()).await
}

/// Another list of kinds: neither database changes a CHECK in place, so that the column is made anew.
async fn more_kinds(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let kind = string("kind_of_more").default("employer").check(one_of("kind_of_more", KINDS)).take();
    add(manager, kind).await?;
    let connection = manager.get_connection();
    connection.execute_unprepared("update organisation set kind_of_more = kind").await?;
    manager.alter_table(Table::alter().table("organisation").drop_column("kind").take()).await?;
    let renamed = Table::alter().table("organisation").rename_column("kind_of_more", "kind").take();
    manager.alter_table(renamed).await
}

fn site() -> TableCreateStatement {
    Table::create()
        .table("organisation_site")
        .col(uuid("id").primary_key())
        .col(uuid("organisation_id"))
        .col(string("name").check(Expr::cust("length(trim(name)) > 0")))
        .col(integer_null("province_id"))
        .col(integer_null("district_id"))
        .col(string_null("address"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .take()
}

fn evidence() -> TableCreateStatement {
    Table::create()
        .table("organisation_evidence")
        .col(uuid("id").primary_key())
        .col(uuid("organisation_id"))
        .col(string("kind").check(one_of("kind", EVIDENCE)))
        .col(string("number"))
        .col(date_null("issued_on"))
        .col(date_null("valid_until"))
        .col(string_null("note"))
        .col(uuid_null("added_by"))
        .col(timestamp_with_time_zone("added_at"))
        .col(timestamp_with_time_zone_null("withdrawn_at"))
        .check(Expr::cust("valid_until is null or issued_on is null or valid_until > issued_on"))
        .take()
}

fn decision() -> TableCreateStatement {
    Table::create()
        .table("organisation_decision")
        .col(uuid("id").primary_key())
        .col(uuid("organisation_id"))
        .col(string("step").check(one_of("step", STEPS)))
        .col(string("before").check(one_of("before", STANDINGS)))
        .col(string("after").check(one_of("after", STANDINGS)))
        // Nobody where a day did it.
        .col(uuid_null("decided_by"))
        .col(timestamp_with_time_zone("decided_at"))
        .col(text("reason"))
        .col(date_null("valid_until"))
        .take()
}
