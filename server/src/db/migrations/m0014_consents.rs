//! What people consented to and are asked to consent to, and a way to what owners did with their accounts.

use super::one_of;
use sea_orm::ConnectionTrait;
use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Expr, ForeignKey, ForeignKeyAction, ForeignKeyCreateStatement, Index,
    MigrationTrait, SchemaManager, Table, TableCreateStatement, async_trait,
};
use sea_orm_migration::schema::{
    date, date_null, integer, string, string_null, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(consent()).await?;
        manager.create_table(consent_request()).await?;
        for index in [
            Index::create().name("consent_person").table("consent").col("person_id").take(),
            Index::create().name("consent_organisation").table("consent").col("organisation_id").take(),
            Index::create().name("consent_request_person").table("consent_request").col("person_id").take(),
        ] {
            manager.create_index(index).await?;
        }
        let owner = "create index audit_event_owner on audit_event (actor, id) where subject = 'account'";
        manager.get_connection().execute_unprepared(owner).await?;
        // Nobody is asked twice for the same at once.
        let open = "create unique index consent_request_open \
                    on consent_request (organisation_id, person_id, purpose) where answered_at is null";
        manager.get_connection().execute_unprepared(open).await?;
        Ok(())
    }
}

const AUDIENCES: &[&str] = &["officers_of_my_area", "counterparts"];
const CHANNELS: &[&str] = &["own", "officer_assisted", "audio"];
const LANGUAGES: &[&str] = &["lo", "en", "vi"];
const ANSWERS: &[&str] = &["given", "refused", "lapsed"];

/// Purposes are data, and so only short codes here.
const PURPOSE: &str = "length(purpose) between 1 and 40";

fn of_person(table: &'static str) -> ForeignKeyCreateStatement {
    let key = ForeignKey::create().from(table, "person_id").to("person", "id").take();
    key.clone().on_delete(ForeignKeyAction::Cascade).take()
}

fn consent() -> TableCreateStatement {
    Table::create()
        .table("consent")
        .col(uuid("id").primary_key())
        .col(uuid("person_id"))
        .col(string("purpose").check(Expr::cust(PURPOSE)))
        .col(uuid_null("organisation_id"))
        .col(string_null("audience").check(one_of("audience", AUDIENCES)))
        .col(string("classes").check(Expr::cust("length(classes) > 0")))
        .col(integer("text_version").check(Expr::cust("text_version >= 1")))
        .col(string("language").check(one_of("language", LANGUAGES)))
        .col(string("channel").check(one_of("channel", CHANNELS)))
        .col(string_null("witness"))
        // Nobody where it was done at the command line.
        .col(uuid_null("recorded_by"))
        .col(timestamp_with_time_zone("given_at"))
        .col(date("starts"))
        .col(date_null("ends"))
        .col(timestamp_with_time_zone_null("withdrawn_at"))
        .check(Expr::cust("(organisation_id is null) <> (audience is null)"))
        .check(Expr::cust("channel = 'own' or length(trim(witness)) > 0"))
        .check(Expr::cust("ends is null or ends >= starts"))
        .foreign_key(&mut of_person("consent"))
        .take()
}

fn consent_request() -> TableCreateStatement {
    Table::create()
        .table("consent_request")
        .col(uuid("id").primary_key())
        .col(uuid("person_id"))
        .col(uuid("organisation_id"))
        .col(string("purpose").check(Expr::cust(PURPOSE)))
        .col(text("reason").check(Expr::cust("length(trim(reason)) > 0")))
        .col(uuid("asked_by"))
        .col(timestamp_with_time_zone("asked_at"))
        // The last day on which it can be answered.
        .col(date("open_until"))
        .col(timestamp_with_time_zone_null("answered_at"))
        .col(string_null("answer").check(one_of("answer", ANSWERS)))
        .col(uuid_null("consent_id"))
        .check(Expr::cust("(answered_at is null) = (answer is null)"))
        .check(Expr::cust("consent_id is null or answer = 'given'"))
        .foreign_key(&mut of_person("consent_request"))
        .take()
}
