//! Vacancies that organisations post themselves: where each stands, what was done about it, on which terms the work is,
//! what was found in its text, and what people said of it.

use super::one_of;
use sea_orm::ConnectionTrait;
use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Expr, ForeignKey, ForeignKeyAction, ForeignKeyCreateStatement, Index,
    MigrationTrait, SchemaManager, Table, TableCreateStatement, async_trait,
};
use sea_orm_migration::schema::{
    boolean, boolean_null, double_null, integer, integer_null, json_binary, pk_auto, string, string_null,
    text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        more_statuses(manager).await?;
        let mut posted_by = uuid_null("posted_by");
        let more = Table::alter().table("vacancy").add_column(&mut posted_by).take();
        manager.alter_table(more).await?;
        for table in [terms(), step(), check(), mark(), report()] {
            manager.create_table(table).await?;
        }
        let index = |name: &'static str, table: &'static str| Index::create().name(name).table(table).take();
        for index in [
            index("vacancy_open", "vacancy").col("status").col("valid_through").take(),
            index("vacancy_posted_by", "vacancy").col("posted_by").take(),
            index("vacancy_step_of", "vacancy_step").col("vacancy_id").take(),
            index("vacancy_check_of", "vacancy_check").col("vacancy_id").take(),
            index("vacancy_mark_by", "vacancy_mark").col("kind").col("digest").take(),
            index("advert_report_of", "advert_report").col("vacancy_id").take(),
            index("advert_report_open", "advert_report").col("decided_at").take(),
        ] {
            manager.create_index(index).await?;
        }
        // Followers page through what anybody may find by its id: in one walk, whichever of the two statuses it has.
        let found =
            "create index vacancy_published on vacancy (id) where status in ('published', 'part_filled')";
        manager.get_connection().execute_unprepared(found).await?;
        Ok(())
    }
}

const STATUSES: &[&str] = &[
    "draft",
    "submitted",
    "returned",
    "rejected",
    "published",
    "paused",
    "part_filled",
    "filled",
    "expired",
    "taken_down",
    "withdrawn",
    "archived",
];
const STEPS: &[&str] = &[
    "draft",
    "change",
    "amend",
    "submit",
    "publish",
    "hold",
    "return",
    "reject",
    "appeal",
    "pause",
    "resume",
    "extend",
    "fill_some",
    "fill",
    "expire",
    "withdraw",
    "take_down",
    "restore",
    "archive",
];
const HANDS: &[&str] = &["poster", "officer", "platform", "day", "source"];
const MARKS: &[&str] = &["phone", "email_domain", "account_number", "link", "chat", "device", "likeness"];
const COMPLAINTS: &[&str] = &["scam", "fee", "discrimination", "untrue", "closed", "danger", "other"];
const OUTCOMES: &[&str] = &["taken_down", "held", "nothing"];

/// Another list of statuses: neither database changes a CHECK in place, so that the column is made anew.
async fn more_statuses(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut status =
        string("status_of_more").default("published").check(one_of("status_of_more", STATUSES)).take();
    manager.alter_table(Table::alter().table("vacancy").add_column(&mut status).take()).await?;
    let connection = manager.get_connection();
    connection.execute_unprepared("update vacancy set status_of_more = status").await?;
    for index in ["vacancy_open", "vacancy_published"] {
        manager.drop_index(Index::drop().name(index).table("vacancy").to_owned()).await?;
    }
    manager.alter_table(Table::alter().table("vacancy").drop_column("status").take()).await?;
    let renamed = Table::alter().table("vacancy").rename_column("status_of_more", "status").take();
    manager.alter_table(renamed).await
}

fn of_vacancy(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, "vacancy_id")
        .to("vacancy", "id")
        .on_delete(ForeignKeyAction::Cascade)
        .take()
}

fn terms() -> TableCreateStatement {
    Table::create()
        .table("vacancy_terms")
        .col(uuid("vacancy_id").primary_key())
        .col(double_null("hours_a_day").check(Expr::cust("hours_a_day between 0 and 24")))
        .col(double_null("days_a_week").check(Expr::cust("days_a_week between 0 and 7")))
        .col(double_null("overtime_a_day").check(Expr::cust("overtime_a_day between 0 and 24")))
        .col(double_null("overtime_a_month").check(Expr::cust("overtime_a_month between 0 and 400")))
        .col(boolean_null("night"))
        .col(boolean_null("hazardous"))
        .col(boolean_null("manual"))
        .col(integer_null("probation_days").check(Expr::cust("probation_days between 0 and 1000")))
        .col(integer_null("term_months").check(Expr::cust("term_months between 1 and 600")))
        .col(integer_null("least_age").check(Expr::cust("least_age between 0 and 100")))
        // What comes on top of the wage, and is no part of it.
        .col(text_null("allowances"))
        // The occupation and the skills as they were typed.
        .col(string_null("occupation_typed"))
        .col(text_null("skills_typed"))
        // Why the work can be done by some people alone.
        .col(text_null("exception"))
        // Goes up with each change; a form that was opened before is old.
        .col(integer("revision").default(1).check(Expr::cust("revision >= 1")))
        .foreign_key(&mut of_vacancy("vacancy_terms"))
        .take()
}

fn step() -> TableCreateStatement {
    Table::create()
        .table("vacancy_step")
        // Counted up: of two steps of one moment the first has the smaller number.
        .col(pk_auto("id"))
        .col(uuid("vacancy_id"))
        .col(string("step").check(one_of("step", STEPS)))
        .col(string_null("status_before").check(one_of("status_before", STATUSES)))
        .col(string("status_after").check(one_of("status_after", STATUSES)))
        .col(string("hand").check(one_of("hand", HANDS)))
        .col(uuid_null("account_id"))
        .col(timestamp_with_time_zone("at"))
        // A code where there is a list of them, else empty.
        .col(string("reason_code"))
        .col(text("reason"))
        // What the advert said when it was taken away: evidence, which later changes do not touch.
        .col(text_null("kept"))
        .foreign_key(&mut of_vacancy("vacancy_step"))
        .take()
}

fn check() -> TableCreateStatement {
    Table::create()
        .table("vacancy_check")
        .col(uuid("id").primary_key())
        .col(uuid("vacancy_id"))
        .col(integer("revision"))
        .col(timestamp_with_time_zone("checked_at"))
        // What the rules said, with their versions, and what was found in the text.
        .col(json_binary("proof"))
        .col(json_binary("reading"))
        .col(integer("score").check(Expr::cust("score >= 0")))
        .col(boolean("held"))
        .foreign_key(&mut of_vacancy("vacancy_check"))
        .take()
}

fn mark() -> TableCreateStatement {
    Table::create()
        .table("vacancy_mark")
        .col(uuid("vacancy_id"))
        .col(string("kind").check(one_of("kind", MARKS)))
        // A keyed digest, so that numbers can be compared and not read.
        .col(string("digest"))
        .primary_key(Index::create().col("vacancy_id").col("kind").col("digest"))
        .foreign_key(&mut of_vacancy("vacancy_mark"))
        .take()
}

fn report() -> TableCreateStatement {
    Table::create()
        .table("advert_report")
        .col(uuid("id").primary_key())
        .col(uuid("vacancy_id"))
        .col(string("reason").check(one_of("reason", COMPLAINTS)))
        .col(text("said"))
        .col(uuid_null("account_id"))
        .col(timestamp_with_time_zone("reported_at"))
        .col(string_null("outcome").check(one_of("outcome", OUTCOMES)))
        .col(uuid_null("decided_by"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .check(Expr::cust("(outcome is null) = (decided_at is null)"))
        .foreign_key(&mut of_vacancy("advert_report"))
        .take()
}
