//! Applications, and the steps that were taken with them.

use super::one_of;
use sea_orm::ConnectionTrait;
use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Expr, ForeignKey, ForeignKeyAction, Index, MigrationTrait, SchemaManager,
    Table, TableCreateStatement, async_trait,
};
use sea_orm_migration::schema::{
    date_null, integer, json_binary, json_binary_null, string, string_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(application()).await?;
        manager.create_table(application_step()).await?;
        for index in [
            Index::create().name("application_person").table("application").col("person_id").take(),
            Index::create()
                .name("application_vacancy")
                .table("application")
                .col("vacancy_id")
                .col("stage")
                .take(),
            Index::create()
                .name("application_organisation")
                .table("application")
                .col("organisation_id")
                .take(),
            Index::create()
                .name("application_step_number")
                .table("application_step")
                .col("application_id")
                .col("number")
                .unique()
                .take(),
        ] {
            manager.create_index(index).await?;
        }
        let connection = manager.get_connection();
        // Nobody applies twice for one vacancy while the first is open.
        let open = "create unique index application_open \
                    on application (vacancy_id, person_id) where closed_at is null";
        connection.execute_unprepared(open).await?;
        // Whoever looks for what is due asks for what is open alone.
        let since = "create index application_since on application (since) where closed_at is null";
        connection.execute_unprepared(since).await?;
        Ok(())
    }
}

const STAGES: &[&str] = &[
    "invited",
    "applied",
    "shortlisted",
    "interview_set",
    "offered",
    "terms_changed",
    "accepted",
    "started",
    "verified",
    "retained_3m",
    "retained_6m",
    "retained_12m",
    "withdrawn",
    "rejected",
    "no_show",
    "offer_declined",
    "vacancy_closed",
    "lapsed",
];
const STEPS: &[&str] = &[
    "invite",
    "apply",
    "shortlist",
    "set_interview",
    "pick_time",
    "note_absence",
    "offer",
    "offer_other",
    "accept",
    "confirm_start",
    "verify",
    "retain",
    "withdraw",
    "reject",
    "give_up",
    "decline_offer",
    "close_with_vacancy",
    "lapse",
];
const HANDS: &[&str] = &["person", "employer", "platform"];

/// What is over has ended at a moment and for a reason; nothing of it is due.
const ENDED: &str = "(closed_at is not null) = (stage in ('withdrawn', 'rejected', 'no_show', 'offer_declined', \
     'vacancy_closed', 'lapsed'))";

fn application() -> TableCreateStatement {
    Table::create()
        .table("application")
        .col(uuid("id").primary_key())
        .col(uuid("vacancy_id"))
        .col(uuid("person_id"))
        // Whose members answer: of a record of an import the organisation that holds it.
        .col(uuid("organisation_id"))
        .col(string("stage").check(one_of("stage", STAGES)))
        .col(integer("version").check(Expr::cust("version >= 1")))
        // The advert as it stood.
        .col(json_binary("terms"))
        .col(string("terms_hash").check(Expr::cust("length(terms_hash) = 64")))
        .col(json_binary_null("offer"))
        .col(timestamp_with_time_zone("since"))
        .col(string_null("next_actor").check(one_of("next_actor", HANDS)))
        .col(date_null("due_on"))
        .col(string_null("reason").check(Expr::cust("length(reason) between 1 and 40")))
        .col(timestamp_with_time_zone_null("reminded_at"))
        .col(timestamp_with_time_zone("made_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .check(Expr::cust(ENDED))
        .check(Expr::cust("(closed_at is null) = (reason is null)"))
        .check(Expr::cust("closed_at is null or due_on is null"))
        .check(Expr::cust("(due_on is null) = (next_actor is null)"))
        .foreign_key(
            &mut ForeignKey::create()
                .from("application", "person_id")
                .to("person", "id")
                .on_delete(ForeignKeyAction::Cascade)
                .take(),
        )
        .foreign_key(&mut ForeignKey::create().from("application", "vacancy_id").to("vacancy", "id").take())
        .take()
}

fn application_step() -> TableCreateStatement {
    Table::create()
        .table("application_step")
        .col(uuid("id").primary_key())
        .col(uuid("application_id"))
        // The version that the application has after it.
        .col(integer("number").check(Expr::cust("number >= 1")))
        .col(string("step").check(one_of("step", STEPS)))
        .col(string("hand").check(one_of("hand", HANDS)))
        .col(string_null("stage_before").check(one_of("stage_before", STAGES)))
        .col(string("stage_after").check(one_of("stage_after", STAGES)))
        // Who of the organisation.
        .col(uuid_null("member_id"))
        .col(string_null("reason").check(Expr::cust("length(reason) between 1 and 40")))
        .col(string_null("template").check(Expr::cust("length(template) between 1 and 40")))
        .col(timestamp_with_time_zone("at"))
        .check(Expr::cust("(hand = 'employer') = (member_id is not null)"))
        .check(Expr::cust("(stage_before is null) = (number = 1)"))
        .foreign_key(
            &mut ForeignKey::create()
                .from("application_step", "application_id")
                .to("application", "id")
                .on_delete(ForeignKeyAction::Cascade)
                .take(),
        )
        .take()
}
