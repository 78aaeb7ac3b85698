//! How often did an account look at people today? Counted in the database, so that all processes count together.

use crate::db::entities::look_count;
use crate::ids::AccountId;
use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::seen) enum Counted {
    /// Covered values that were shown.
    Revealed,
    /// People that were opened.
    Opened,
    /// Pages of results.
    Searched,
}

impl Counted {
    fn code(self) -> &'static str {
        match self {
            Self::Revealed => "revealed",
            Self::Opened => "opened",
            Self::Searched => "searched",
        }
    }
}

/// Counts looks more on a day, and says how many there are then; none where that is more than `most`. Of two at once the
/// second waits until the first has committed.
pub(in crate::seen) async fn take(
    transaction: &DatabaseTransaction,
    (account, what, looks): (AccountId, Counted, u32),
    day: NaiveDate,
    most: u32,
) -> Result<Option<u32>, DbErr> {
    let Some(before) = most.checked_sub(looks) else { return Ok(None) };
    let number = |number| i32::try_from(number).unwrap_or(i32::MAX);
    let key = (account, what.code().to_owned(), day);
    let row = look_count::ActiveModel {
        account_id: Set(key.0),
        what: Set(key.1.clone()),
        day: Set(key.2),
        count: Set(0),
    };
    let held = OnConflict::columns([
        look_count::Column::AccountId,
        look_count::Column::What,
        look_count::Column::Day,
    ])
    .do_nothing()
    .to_owned();
    look_count::Entity::insert(row).on_conflict(held).exec_without_returning(transaction).await?;
    let counted = look_count::Entity::update_many()
        .col_expr(look_count::Column::Count, Expr::col(look_count::Column::Count).add(number(looks)))
        .filter(look_count::Column::AccountId.eq(key.0))
        .filter(look_count::Column::What.eq(key.1.as_str()))
        .filter(look_count::Column::Day.eq(key.2))
        .filter(look_count::Column::Count.lte(number(before)))
        .exec(transaction)
        .await?;
    if counted.rows_affected == 0 {
        return Ok(None);
    }
    let row = look_count::Entity::find_by_id(key).one(transaction).await?;
    Ok(row.and_then(|row| u32::try_from(row.count).ok()))
}

/// Forgets the counts of days before one.
pub(in crate::seen) async fn forget_before(
    transaction: &DatabaseTransaction,
    day: NaiveDate,
) -> Result<(), DbErr> {
    let old = look_count::Column::Day.lt(day);
    look_count::Entity::delete_many().filter(old).exec(transaction).await?;
    Ok(())
}
