//! What the law asks for: instruments, their rules, the values of each rule with their days, and who decided about them.

use super::one_of;
use sea_orm::ConnectionTrait;
use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Expr, ForeignKey, Index, MigrationTrait, SchemaManager, Table,
    TableCreateStatement, async_trait,
};
use sea_orm_migration::schema::{
    boolean, date_null, integer, integer_null, pk_auto, string, string_null, text, text_null,
    timestamp_with_time_zone, timestamp_with_time_zone_null, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [instrument(), rule(), rule_version(), rule_step()] {
            manager.create_table(table).await?;
        }
        let mut of_rule = Index::create().name("rule_version_number").table("rule_version").take();
        let of_rule = of_rule.col("rule_code").col("number").unique().take();
        let of_version =
            Index::create().name("rule_step_version").table("rule_step").col("version_id").take();
        for index in [of_rule, of_version] {
            manager.create_index(index).await?;
        }
        // Of a rule no two versions begin on one day; that none reaches into the next is held by the commands.
        let first_days = "create unique index rule_version_first_day \
                          on rule_version (rule_code, coalesce(valid_from, '0001-01-01')) \
                          where state in ('scheduled', 'in_force', 'superseded')";
        manager.get_connection().execute_unprepared(first_days).await?;
        Ok(())
    }
}

const EFFECTS: &[&str] = &["inform", "warn", "review", "refuse"];
const STATES: &[&str] =
    &["proposed", "legal_check", "approved", "scheduled", "in_force", "superseded", "rejected"];
const STEPS: &[&str] =
    &["propose", "check", "approve", "schedule", "begin", "end", "reject", "confirm", "unconfirm", "shorten"];
const CONFIDENCES: &[&str] = &["H", "M", "L"];

const CODE: &str = "length(code) between 1 and 60";

fn instrument() -> TableCreateStatement {
    Table::create()
        .table("instrument")
        .col(string("code").primary_key().check(Expr::cust(CODE)))
        .col(integer("position"))
        // As the files of the program say it, in JSON.
        .col(text("definition"))
        .take()
}

fn rule() -> TableCreateStatement {
    Table::create()
        .table("rule")
        .col(string("code").primary_key().check(Expr::cust(CODE)))
        .col(integer("position"))
        .col(string("instrument_code"))
        .col(string("topic"))
        .col(string("effect").check(one_of("effect", EFFECTS)))
        .col(text("definition"))
        .foreign_key(ForeignKey::create().from("rule", "instrument_code").to("instrument", "code"))
        .take()
}

fn rule_version() -> TableCreateStatement {
    Table::create()
        .table("rule_version")
        .col(pk_auto("id"))
        .col(string("rule_code"))
        .col(integer("number").check(Expr::cust("number >= 1")))
        .col(string_null("label"))
        .col(string("state").check(one_of("state", STATES)))
        .col(date_null("issued_on"))
        .col(date_null("valid_from"))
        .col(date_null("valid_until"))
        .col(string("confidence").check(one_of("confidence", CONFIDENCES)))
        // Whether it refuses nothing until somebody confirms it.
        .col(boolean("verify"))
        .col(timestamp_with_time_zone_null("confirmed_at"))
        // Nobody where it was confirmed at the command line.
        .col(uuid_null("confirmed_by"))
        .col(string_null("instrument_code"))
        // The instrument in words, where it is none of the program's.
        .col(string_null("citation"))
        .col(string_null("article"))
        .col(text("sources"))
        .col(text_null("note"))
        .col(text("parameters"))
        .col(text("alternatives"))
        .col(uuid_null("proposed_by"))
        .col(timestamp_with_time_zone("proposed_at"))
        // Version of the reference data that brought it; none for one that was proposed here.
        .col(integer_null("shipped"))
        .check(Expr::cust("valid_from is null or valid_until is null or valid_until >= valid_from"))
        .check(Expr::cust("verify or confirmed_at is null"))
        .check(Expr::cust("confirmed_by is null or confirmed_at is not null"))
        .foreign_key(ForeignKey::create().from("rule_version", "rule_code").to("rule", "code"))
        .foreign_key(ForeignKey::create().from("rule_version", "instrument_code").to("instrument", "code"))
        .take()
}

fn rule_step() -> TableCreateStatement {
    Table::create()
        .table("rule_step")
        .col(pk_auto("id"))
        .col(integer("version_id"))
        .col(string("step").check(one_of("step", STEPS)))
        .col(string_null("state_before").check(one_of("state_before", STATES)))
        .col(string("state_after").check(one_of("state_after", STATES)))
        // Nobody where a day did it, or the command line.
        .col(uuid_null("account_id"))
        .col(timestamp_with_time_zone("at"))
        .col(text("reason"))
        .foreign_key(ForeignKey::create().from("rule_step", "version_id").to("rule_version", "id"))
        .take()
}
