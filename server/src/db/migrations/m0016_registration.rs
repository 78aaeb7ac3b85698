//! People whom helpers register, and accounts that are entered by a card instead of a phone number or mailbox.

use super::one_of;
use sea_orm::ConnectionTrait;
use sea_orm_migration::prelude::{
    Alias, DbErr, DeriveMigrationName, Expr, ExprTrait, ForeignKey, ForeignKeyAction, Index, MigrationTrait,
    Query, SchemaManager, Table, TableCreateStatement, async_trait,
};
use sea_orm_migration::schema::{
    big_integer_null, integer, string, string_null, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// The columns that accounts had before.
const BEFORE: [&str; 11] = [
    "id",
    "phone",
    "email",
    "password_hash",
    "language",
    "totp_secret",
    "totp_since",
    "totp_step",
    "status",
    "created_at",
    "updated_at",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        accounts(manager).await?;
        // What was asked is of use for minutes: people ask for another code.
        manager.drop_table(Table::drop().table("challenge").take()).await?;
        manager.create_table(challenge()).await?;
        let end = Index::create().name("challenge_end").table("challenge").col("expires_at").take();
        manager.create_index(end).await?;
        manager.create_table(registration()).await?;
        // By which the record is found that holds a phone, however the phone was written.
        let phones = "create index person_phone_plain on person (replace(replace(replace(replace(replace(phone, \
                      ' ', ''), '-', ''), '.', ''), '(', ''), ')', ''))";
        manager.get_connection().execute_unprepared(phones).await?;
        for (name, columns) in [
            ("registration_key", ["account_id", "key"].as_slice()),
            ("registration_person", &["person_id"]),
            ("registration_card", &["card_account_id"]),
        ] {
            let mut index = Index::create().name(name).table("registration").unique().take();
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

/// Makes the table of accounts anew, for SQLite changes no CHECK of a table that is there.
async fn accounts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager.create_table(account()).await?;
    let columns = || BEFORE.map(Alias::new);
    let mut kept = Query::insert().into_table("account_new").columns(columns()).take();
    let held = Query::select().columns(columns()).from("account").take();
    kept.select_from(held).map_err(|error| DbErr::Custom(error.to_string()))?;
    manager.execute(kept).await?;
    manager.drop_table(Table::drop().table("account").take()).await?;
    manager.rename_table(Table::rename().table("account_new", "account").take()).await?;
    for (name, column) in [("account_phone", "phone"), ("account_email", "email"), ("account_card", "card")] {
        let unique = Index::create().name(name).table("account").col(column).unique().take();
        manager.create_index(unique).await?;
    }
    Ok(())
}

fn account() -> TableCreateStatement {
    let is = |column: &'static str| Expr::col(column).is_not_null();
    Table::create()
        .table("account_new")
        .col(uuid("id").primary_key())
        .col(string_null("phone"))
        .col(string_null("email"))
        .col(string_null("password_hash"))
        .col(string("language").check(one_of("language", &["lo", "en", "vi"])))
        .col(text_null("totp_secret"))
        .col(timestamp_with_time_zone_null("totp_since"))
        .col(big_integer_null("totp_step"))
        .col(string("status").check(one_of("status", &["active", "closed"])))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        // The number of the card that enters it, and the PIN as a hash.
        .col(string_null("card"))
        .col(string_null("card_pin"))
        // A phone to which a code is sent when the card is used: the person's, one that several share, or the helper's.
        .col(string_null("card_contact"))
        .check(is("phone").or(is("email")).or(is("card")).or(Expr::col("status").eq("closed")))
        .check(Expr::cust("(card is null) = (card_pin is null)"))
        .take()
}

fn challenge() -> TableCreateStatement {
    let purposes =
        ["sign_up", "sign_in", "recover", "contact", "second_factor", "new_password", "card", "claim"];
    Table::create()
        .table("challenge")
        .col(uuid("id").primary_key())
        .col(string("purpose").check(one_of("purpose", &purposes)))
        .col(string_null("contact"))
        .col(uuid_null("account_id"))
        .col(string_null("digest"))
        .col(text_null("payload"))
        .col(integer("attempts"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("used_at"))
        .take()
}

fn registration() -> TableCreateStatement {
    Table::create()
        .table("registration")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(uuid("key"))
        .col(string("digest"))
        .col(uuid("person_id"))
        .col(string("phone_of").check(one_of("phone_of", &["nobody", "own", "shared", "helper"])))
        .col(string("reads").check(one_of("reads", &["alone", "with_help", "not_at_all"])))
        .col(uuid_null("card_account_id"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("claimed_at"))
        .col(uuid_null("claimed_by"))
        .check(Expr::cust("(claimed_at is null) = (claimed_by is null)"))
        .foreign_key(
            ForeignKey::create()
                .from("registration", "person_id")
                .to("person", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}
