//! Accounts of a demonstration.

use crate::db::entities::account;
use crate::ids::AccountId;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};

/// Marks an account as one of a demonstration; a second factor that is given is asked for from the beginning.
pub(in crate::accounts) async fn mark_demo(
    connection: &impl ConnectionTrait,
    id: AccountId,
    sealed: Option<&str>,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    account::Entity::update_many()
        .col_expr(account::Column::Demo, Expr::value(true))
        .col_expr(account::Column::TotpSecret, Expr::value(sealed.map(str::to_owned)))
        .col_expr(account::Column::TotpSince, Expr::value(sealed.map(|_| at)))
        .filter(account::Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}

/// How many accounts belong to a demonstration.
pub(in crate::accounts) async fn count_demo(connection: &impl ConnectionTrait) -> Result<u64, DbErr> {
    account::Entity::find().filter(account::Column::Demo.eq(true)).count(connection).await
}
