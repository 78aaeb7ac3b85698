//! Accounts that are entered by a card.

use super::accounts::{Account, unentered};
use crate::accounts::model::{AccountStatus, CardNumber};
use crate::db::entities::account;
use crate::ids::AccountId;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

/// What of a card is kept.
pub(in crate::accounts) struct NewCardRow<'a> {
    pub(in crate::accounts) number: &'a CardNumber,
    pub(in crate::accounts) hash: &'a str,
    pub(in crate::accounts) contact: Option<&'a str>,
}

/// The account that a card enters.
pub(in crate::accounts) async fn account_of_card(
    connection: &impl ConnectionTrait,
    number: &CardNumber,
) -> Result<Option<Account>, DbErr> {
    account::Entity::find().filter(account::Column::Card.eq(number.as_str())).one(connection).await
}

/// Makes an account that a card enters.
pub(in crate::accounts) async fn insert_with_card(
    connection: &impl ConnectionTrait,
    (id, language): (AccountId, &str),
    card: NewCardRow<'_>,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = account::ActiveModel {
        card: Set(Some(card.number.as_str().to_owned())),
        card_pin: Set(Some(card.hash.to_owned())),
        card_contact: Set(card.contact.map(str::to_owned)),
        ..unentered(id, language, at)
    };
    account::Entity::insert(row).exec_without_returning(connection).await?;
    Ok(())
}

/// Another card enters the account from now on.
pub(in crate::accounts) async fn set_card(
    connection: &impl ConnectionTrait,
    id: AccountId,
    card: NewCardRow<'_>,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    account::Entity::update_many()
        .col_expr(account::Column::Card, Expr::value(card.number.as_str()))
        .col_expr(account::Column::CardPin, Expr::value(card.hash))
        .col_expr(account::Column::CardContact, Expr::value(card.contact.map(str::to_owned)))
        .col_expr(account::Column::UpdatedAt, Expr::value(at))
        .filter(account::Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}

/// Closes an account that only a card entered; the card is worth nothing any more.
pub(in crate::accounts) async fn close_card(
    connection: &impl ConnectionTrait,
    id: AccountId,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    account::Entity::update_many()
        .col_expr(account::Column::Status, Expr::value(AccountStatus::Closed))
        .col_expr(account::Column::Card, Expr::value(Option::<String>::None))
        .col_expr(account::Column::CardPin, Expr::value(Option::<String>::None))
        .col_expr(account::Column::CardContact, Expr::value(Option::<String>::None))
        .col_expr(account::Column::UpdatedAt, Expr::value(at))
        .filter(account::Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}
