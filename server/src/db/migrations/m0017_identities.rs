//! Numbers by which people are known, records that may be of one person, who decided about them, and what was joined.

use super::one_of;
use sea_orm::ConnectionTrait;
use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Expr, ForeignKey, ForeignKeyAction, ForeignKeyCreateStatement, Index,
    MigrationTrait, SchemaManager, Table, TableCreateStatement, async_trait,
};
use sea_orm_migration::schema::{
    date_null, double, json_binary, string, string_null, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

const KINDS: &[&str] = &[
    "chip_card",
    "old_card",
    "household_book",
    "passport",
    "border_pass",
    "social_security",
    "tax",
    "school",
];
const METHODS: &[&str] = &["original", "copy", "register"];
const STATES: &[&str] = &["suspected", "proposed", "unsure", "merged", "different", "undone"];
const ORIGINS: &[&str] = &["registration", "import", "document"];
const JUDGEMENTS: &[&str] = &["same", "different", "unsure", "undo"];

/// A household book is of a whole household; every other verified number is one person's.
const VERIFIED_ONCE: &str = "create unique index person_identifier_verified on person_identifier (kind, digest) \
     where verified_at is not null and kind <> 'household_book'";
/// A record is joined with one other at a time.
const MERGED_ONCE: &str =
    "create unique index person_merge_standing on person_merge (merged) where undone_at is null";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // None while the record stands for itself.
        let mut merged_into = uuid_null("merged_into");
        manager.alter_table(Table::alter().table("person").add_column(&mut merged_into).take()).await?;
        for table in [identifier(), case(), decision(), merge(), linkage_key()] {
            manager.create_table(table).await?;
        }
        let index = |name: &'static str, table: &'static str| Index::create().name(name).table(table).take();
        for index in [
            index("person_merged", "person").col("merged_into").take(),
            index("person_identifier_once", "person_identifier")
                .col("person_id")
                .col("kind")
                .col("digest")
                .unique()
                .take(),
            index("person_identifier_digest", "person_identifier").col("digest").take(),
            index("duplicate_case_pair", "duplicate_case").col("one").col("other").unique().take(),
            index("duplicate_case_other", "duplicate_case").col("other").take(),
            index("duplicate_case_state", "duplicate_case").col("state").take(),
            index("duplicate_decision_of", "duplicate_decision").col("case_id").take(),
            index("person_merge_of", "person_merge").col("case_id").take(),
            index("linkage_key_key", "linkage_key").col("key").take(),
        ] {
            manager.create_index(index).await?;
        }
        for sql in [VERIFIED_ONCE, MERGED_ONCE] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }
}

/// Goes with the person.
fn of_person(table: &'static str, column: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(table, column).to("person", "id").on_delete(ForeignKeyAction::Cascade).take()
}

fn identifier() -> TableCreateStatement {
    Table::create()
        .table("person_identifier")
        .col(uuid("id").primary_key())
        .col(uuid("person_id"))
        .col(string("kind").check(one_of("kind", KINDS)))
        .col(text("number"))
        .col(string("digest"))
        .col(string("last_four"))
        .col(string_null("issuer"))
        .col(date_null("issued_on"))
        .col(date_null("expires_on"))
        .col(timestamp_with_time_zone("added_at"))
        .col(uuid_null("added_by"))
        .col(uuid_null("verified_by"))
        .col(timestamp_with_time_zone_null("verified_at"))
        .col(string_null("method").check(one_of("method", METHODS)))
        .check(Expr::cust("expires_on is null or issued_on is null or expires_on > issued_on"))
        .check(Expr::cust("(verified_at is null) = (method is null)"))
        .foreign_key(&mut of_person("person_identifier", "person_id"))
        .take()
}

/// The pair stands in the order of its keys, so that it stands once.
fn case() -> TableCreateStatement {
    Table::create()
        .table("duplicate_case")
        .col(uuid("id").primary_key())
        .col(uuid("one"))
        .col(uuid("other"))
        .col(double("weight"))
        .col(json_binary("says"))
        .col(string("state").check(one_of("state", STATES)))
        .col(string("origin").check(one_of("origin", ORIGINS)))
        .col(timestamp_with_time_zone("opened_at"))
        .col(uuid_null("proposed_by"))
        .col(timestamp_with_time_zone("changed_at"))
        .check(Expr::cust("one < other"))
        .check(Expr::cust("state <> 'proposed' or proposed_by is not null"))
        .foreign_key(&mut of_person("duplicate_case", "one"))
        .foreign_key(&mut of_person("duplicate_case", "other"))
        .take()
}

fn of_case(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, "case_id")
        .to("duplicate_case", "id")
        .on_delete(ForeignKeyAction::Cascade)
        .take()
}

fn decision() -> TableCreateStatement {
    Table::create()
        .table("duplicate_decision")
        .col(uuid("id").primary_key())
        .col(uuid("case_id"))
        .col(string("judgement").check(one_of("judgement", JUDGEMENTS)))
        .col(string("after").check(one_of("after", STATES)))
        .col(uuid("decided_by"))
        .col(timestamp_with_time_zone("decided_at"))
        .col(text("reason").check(Expr::cust("length(trim(reason)) > 0")))
        .foreign_key(&mut of_case("duplicate_decision"))
        .take()
}

fn merge() -> TableCreateStatement {
    Table::create()
        .table("person_merge")
        .col(uuid("id").primary_key())
        .col(uuid("case_id"))
        .col(uuid("survivor"))
        .col(uuid("merged"))
        .col(json_binary("moved"))
        .col(timestamp_with_time_zone("merged_at"))
        .col(timestamp_with_time_zone_null("undone_at"))
        .check(Expr::cust("survivor <> merged"))
        .foreign_key(&mut of_case("person_merge"))
        .take()
}

/// What records share that are worth comparing; made of the records, and made again at any time.
fn linkage_key() -> TableCreateStatement {
    Table::create()
        .table("linkage_key")
        .col(uuid("person_id"))
        .col(string("key"))
        .primary_key(Index::create().col("person_id").col("key"))
        .foreign_key(&mut of_person("linkage_key", "person_id"))
        .take()
}
