//! Accounts that an administrator closes and opens again.

use crate::accounts::model::AccountStatus;
use crate::db::entities::account;
use crate::ids::AccountId;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};

/// Closes an account in use; no, where it is not.
pub(in crate::accounts) async fn lock(
    connection: &impl ConnectionTrait,
    id: AccountId,
    reason: &str,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let locked = account::Entity::update_many()
        .col_expr(account::Column::Status, Expr::value(AccountStatus::Closed))
        .col_expr(account::Column::LockedAt, Expr::value(at))
        .col_expr(account::Column::LockReason, Expr::value(reason))
        .col_expr(account::Column::UpdatedAt, Expr::value(at))
        .filter(account::Column::Id.eq(id))
        .filter(account::Column::Status.eq(AccountStatus::Active))
        .exec(connection)
        .await?;
    Ok(locked.rows_affected > 0)
}

/// Opens an account that an administrator closed; no, where none did.
pub(in crate::accounts) async fn unlock(
    connection: &impl ConnectionTrait,
    id: AccountId,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let unlocked = account::Entity::update_many()
        .col_expr(account::Column::Status, Expr::value(AccountStatus::Active))
        .col_expr(account::Column::LockedAt, Expr::value(Option::<DateTime<Utc>>::None))
        .col_expr(account::Column::LockReason, Expr::value(Option::<String>::None))
        .col_expr(account::Column::UpdatedAt, Expr::value(at))
        .filter(account::Column::Id.eq(id))
        .filter(account::Column::LockedAt.is_not_null())
        .exec(connection)
        .await?;
    Ok(unlocked.rows_affected > 0)
}

/// How many accounts there are, and how many of them an administrator closed.
pub(in crate::accounts) async fn counts(connection: &impl ConnectionTrait) -> Result<(u64, u64), DbErr> {
    let all = account::Entity::find().count(connection).await?;
    let locked = account::Entity::find().filter(account::Column::LockedAt.is_not_null());
    Ok((all, locked.count(connection).await?))
}
