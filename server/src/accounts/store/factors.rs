//! The second factor of accounts, and the codes that stand for it.

use crate::db::entities::{account, recovery_code};
use crate::ids::AccountId;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

/// Keeps a proposed secret, sealed; it counts once a code of it has been given.
pub(in crate::accounts) async fn propose_totp(
    connection: &impl ConnectionTrait,
    id: AccountId,
    sealed: &str,
) -> Result<(), DbErr> {
    account::Entity::update_many()
        .col_expr(account::Column::TotpSecret, Expr::value(sealed))
        .col_expr(account::Column::TotpStep, Expr::value(Option::<i64>::None))
        .filter(account::Column::Id.eq(id))
        .filter(account::Column::TotpSince.is_null())
        .exec(connection)
        .await?;
    Ok(())
}

/// Accounts after `after` that have a secret, with it as it is sealed; nobody else changes them until the transaction ends.
pub(in crate::accounts) async fn secrets_after(
    transaction: &DatabaseTransaction,
    after: Option<AccountId>,
    limit: u64,
) -> Result<Vec<(AccountId, String)>, DbErr> {
    let mut those = account::Entity::find().filter(account::Column::TotpSecret.is_not_null());
    if let Some(after) = after {
        those = those.filter(account::Column::Id.gt(after));
    }
    those
        .select_only()
        .columns([account::Column::Id, account::Column::TotpSecret])
        .order_by_asc(account::Column::Id)
        .limit(limit)
        .lock_exclusive()
        .into_tuple()
        .all(transaction)
        .await
}

/// Writes a secret that was sealed anew.
pub(in crate::accounts) async fn seal_secret(
    transaction: &DatabaseTransaction,
    id: AccountId,
    sealed: String,
) -> Result<(), DbErr> {
    account::Entity::update_many()
        .col_expr(account::Column::TotpSecret, Expr::value(sealed))
        .filter(account::Column::Id.eq(id))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Drops a proposed secret that was not confirmed.
pub(in crate::accounts) async fn drop_proposal(
    connection: &impl ConnectionTrait,
    id: AccountId,
) -> Result<(), DbErr> {
    account::Entity::update_many()
        .col_expr(account::Column::TotpSecret, Expr::value(Option::<String>::None))
        .filter(account::Column::Id.eq(id))
        .filter(account::Column::TotpSince.is_null())
        .exec(connection)
        .await?;
    Ok(())
}

/// From now on the second factor is asked for.
pub(in crate::accounts) async fn confirm_totp(
    connection: &impl ConnectionTrait,
    id: AccountId,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    account::Entity::update_many()
        .col_expr(account::Column::TotpSince, Expr::value(at))
        .col_expr(account::Column::UpdatedAt, Expr::value(at))
        .filter(account::Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}

/// The second factor is asked for no more.
pub(in crate::accounts) async fn remove_totp(
    connection: &impl ConnectionTrait,
    id: AccountId,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    account::Entity::update_many()
        .col_expr(account::Column::TotpSecret, Expr::value(Option::<String>::None))
        .col_expr(account::Column::TotpSince, Expr::value(Option::<DateTime<Utc>>::None))
        .col_expr(account::Column::TotpStep, Expr::value(Option::<i64>::None))
        .col_expr(account::Column::UpdatedAt, Expr::value(at))
        .filter(account::Column::Id.eq(id))
        .exec(connection)
        .await?;
    recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::AccountId.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}

/// Notes that the code of a step of time was used; no, where that step or a later one was before.
pub(in crate::accounts) async fn note_totp_step(
    connection: &impl ConnectionTrait,
    id: AccountId,
    step: i64,
) -> Result<bool, DbErr> {
    let earlier =
        Condition::any().add(account::Column::TotpStep.is_null()).add(account::Column::TotpStep.lt(step));
    let noted = account::Entity::update_many()
        .col_expr(account::Column::TotpStep, Expr::value(step))
        .filter(account::Column::Id.eq(id))
        .filter(earlier)
        .exec(connection)
        .await?;
    Ok(noted.rows_affected == 1)
}

/// Gives an account these recovery codes in place of all it had.
pub(in crate::accounts) async fn replace_recovery_codes(
    connection: &impl ConnectionTrait,
    id: AccountId,
    digests: &[String],
) -> Result<(), DbErr> {
    recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::AccountId.eq(id))
        .exec(connection)
        .await?;
    let rows = digests.iter().map(|digest| recovery_code::ActiveModel {
        account_id: Set(id),
        digest: Set(digest.clone()),
        used_at: Set(None),
    });
    recovery_code::Entity::insert_many(rows).exec_without_returning(connection).await?;
    Ok(())
}

/// Uses a recovery code; no, where there is no such code or it was used before.
pub(in crate::accounts) async fn use_recovery_code(
    connection: &impl ConnectionTrait,
    id: AccountId,
    digest: &str,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let used = recovery_code::Entity::update_many()
        .col_expr(recovery_code::Column::UsedAt, Expr::value(at))
        .filter(recovery_code::Column::AccountId.eq(id))
        .filter(recovery_code::Column::Digest.eq(digest))
        .filter(recovery_code::Column::UsedAt.is_null())
        .exec(connection)
        .await?;
    Ok(used.rows_affected == 1)
}

/// How many recovery codes are left.
pub(in crate::accounts) async fn unused_recovery_codes(
    connection: &impl ConnectionTrait,
    id: AccountId,
) -> Result<u64, DbErr> {
    recovery_code::Entity::find()
        .filter(recovery_code::Column::AccountId.eq(id))
        .filter(recovery_code::Column::UsedAt.is_null())
        .count(connection)
        .await
}
