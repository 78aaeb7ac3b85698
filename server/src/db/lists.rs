//! Many keys in one row: a driver hands over each row by itself, which takes longer than finding it.

use sea_orm::ColumnTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Func, SimpleExpr};

/// All keys of a group in one text, in no order; see [`read`].
pub(crate) fn keys(column: impl ColumnTrait) -> SimpleExpr {
    let key = Expr::col(column.as_column_ref()).cast_as("text");
    Func::cust("string_agg").arg(key).arg(",").into()
}

/// The keys of such a text, ascending.
pub(crate) fn read(keys: &str) -> Vec<i32> {
    let mut keys: Vec<i32> = keys.split(',').filter_map(|key| key.parse().ok()).collect();
    keys.sort_unstable();
    keys
}
