//! Many keys in one row: a driver hands over each row by itself, which takes longer than finding it.

use sea_orm::sea_query::{Expr, ExprTrait, Func, SimpleExpr};
use sea_orm::{ColumnTrait, DbErr};

/// All keys of a group in one text, in no order; see [`read`].
pub(crate) fn keys(column: impl ColumnTrait) -> SimpleExpr {
    let key = Expr::col(column.as_column_ref()).cast_as("text");
    Func::cust("string_agg").arg(key).arg(",").into()
}

/// The keys of such a text, ascending.
pub(crate) fn read(keys: &str) -> Result<Vec<i32>, DbErr> {
    let read: Result<Vec<i32>, _> = keys.split(',').map(str::parse).collect();
    let mut keys = read.map_err(|error| DbErr::Type(format!("`{keys}` is no list of keys: {error}")))?;
    keys.sort_unstable();
    Ok(keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_in_any_order_and_anything_else_is_an_error() {
        assert_eq!(read("30,4,12").unwrap(), [4, 12, 30]);
        assert!(read("").is_err() && read("4,x").is_err());
    }
}
