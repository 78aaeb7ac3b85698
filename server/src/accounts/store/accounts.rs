//! The accounts themselves.

use crate::accounts::model::{AccountStatus, Contact, Entry};
use crate::db::entities::account;
use crate::ids::AccountId;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

/// A row of an account.
pub(in crate::accounts) use crate::db::entities::account::Model as Account;

/// Keys in one question.
const BATCH: usize = 500;

/// An account to be made.
pub(in crate::accounts) struct NewAccount<'a> {
    pub(in crate::accounts) id: AccountId,
    pub(in crate::accounts) contact: &'a Contact,
    pub(in crate::accounts) password_hash: Option<String>,
    pub(in crate::accounts) language: &'a str,
}

/// The account with this key.
pub(in crate::accounts) async fn account(
    connection: &impl ConnectionTrait,
    id: AccountId,
) -> Result<Option<Account>, DbErr> {
    account::Entity::find_by_id(id).one(connection).await
}

/// The account that is reached by `contact`.
pub(in crate::accounts) async fn account_of(
    connection: &impl ConnectionTrait,
    contact: &Contact,
) -> Result<Option<Account>, DbErr> {
    account::Entity::find().filter(column(contact).eq(contact.as_str())).one(connection).await
}

fn column(contact: &Contact) -> account::Column {
    match contact {
        Contact::Phone(_) => account::Column::Phone,
        Contact::Email(_) => account::Column::Email,
    }
}

/// Makes an account.
pub(in crate::accounts) async fn insert_account(
    connection: &impl ConnectionTrait,
    new: NewAccount<'_>,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let NewAccount { id, contact, password_hash, language } = new;
    let (phone, email) = match contact {
        Contact::Phone(phone) => (Some(phone.as_str().to_owned()), None),
        Contact::Email(email) => (None, Some(email.as_str().to_owned())),
    };
    let row = account::ActiveModel {
        phone: Set(phone),
        email: Set(email),
        password_hash: Set(password_hash),
        ..unentered(id, language, at)
    };
    account::Entity::insert(row).exec_without_returning(connection).await?;
    Ok(())
}

/// An account that nothing enters yet.
pub(super) fn unentered(id: AccountId, language: &str, at: DateTime<Utc>) -> account::ActiveModel {
    account::ActiveModel {
        id: Set(id),
        phone: Set(None),
        email: Set(None),
        password_hash: Set(None),
        language: Set(language.to_owned()),
        totp_secret: Set(None),
        totp_since: Set(None),
        totp_step: Set(None),
        status: Set(AccountStatus::Active),
        created_at: Set(at),
        updated_at: Set(at),
        card: Set(None),
        card_pin: Set(None),
        card_contact: Set(None),
        demo: Set(false),
        locked_at: Set(None),
        lock_reason: Set(None),
    }
}

/// Gives an account another phone number or address in place of the one of its kind.
pub(in crate::accounts) async fn set_contact(
    connection: &impl ConnectionTrait,
    id: AccountId,
    contact: &Contact,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    account::Entity::update_many()
        .col_expr(column(contact), Expr::value(contact.as_str()))
        .col_expr(account::Column::UpdatedAt, Expr::value(at))
        .filter(account::Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}

/// Gives an account another password. Whoever can sign in with it needs no card any more, whose PIN a helper may know.
pub(in crate::accounts) async fn set_password(
    connection: &impl ConnectionTrait,
    id: AccountId,
    hash: &str,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::value(hash))
        .col_expr(account::Column::UpdatedAt, Expr::value(at))
        .filter(account::Column::Id.eq(id))
        .exec(connection)
        .await?;
    let reached =
        Condition::any().add(account::Column::Phone.is_not_null()).add(account::Column::Email.is_not_null());
    account::Entity::update_many()
        .col_expr(account::Column::Card, Expr::value(Option::<String>::None))
        .col_expr(account::Column::CardPin, Expr::value(Option::<String>::None))
        .col_expr(account::Column::CardContact, Expr::value(Option::<String>::None))
        .filter(account::Column::Id.eq(id))
        .filter(reached)
        .exec(connection)
        .await?;
    Ok(())
}

/// How these accounts are reached; those that are gone are left out.
pub(in crate::accounts) async fn entries(
    connection: &impl ConnectionTrait,
    ids: &[AccountId],
) -> Result<Vec<Entry>, DbErr> {
    let mut found = Vec::with_capacity(ids.len());
    for batch in ids.chunks(BATCH) {
        let rows = account::Entity::find()
            .filter(account::Column::Id.is_in(batch.iter().copied()))
            .all(connection)
            .await?;
        found.extend(rows.into_iter().map(|row| Entry {
            id: row.id,
            phone: row.phone,
            email: row.email,
            language: row.language,
            second_factor: row.totp_since.is_some(),
        }));
    }
    Ok(found)
}

/// Letters to an account are in this language from now on.
pub(in crate::accounts) async fn set_language(
    connection: &impl ConnectionTrait,
    id: AccountId,
    code: &str,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    account::Entity::update_many()
        .col_expr(account::Column::Language, Expr::value(code))
        .col_expr(account::Column::UpdatedAt, Expr::value(at))
        .filter(account::Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}
