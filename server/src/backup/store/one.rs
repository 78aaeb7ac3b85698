//! Rows of a table that belong to one thing, by the column that names it.

use super::cells::{to_json, value};
use super::tables::described;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Order, Query};
use sea_orm::{ConnectionTrait, DbErr, Value};
use serde_json::{Map, Value as Json};
use uuid::Uuid;

/// All rows of a table in which `column` holds `key`, in the order of their keys, without the columns `hidden`; none where
/// there is no such table.
pub async fn rows_of(
    connection: &impl ConnectionTrait,
    (table, column): (&str, &str),
    key: Uuid,
    hidden: &[&str],
) -> Result<Option<Vec<Map<String, Json>>>, DbErr> {
    let Some(table) = described(table) else { return Ok(None) };
    let shown = || table.columns.iter().filter(move |of| !hidden.contains(&of.name.as_str()));
    let mut query = Query::select();
    query.columns(shown().map(|of| Alias::new(&of.name))).from(Alias::new(table.name));
    query.and_where(Expr::col(Alias::new(column)).eq(Expr::value(Value::Uuid(Some(key)))));
    for name in &table.key {
        query.order_by(Alias::new(*name), Order::Asc);
    }
    let found = connection.query_all(&query).await?;
    let mut rows = Vec::with_capacity(found.len());
    for row in &found {
        let mut cells = Map::new();
        for of in shown() {
            cells.insert(of.name.clone(), to_json(&value(row, &of.name, of.kind)?));
        }
        rows.push(cells);
    }
    Ok(Some(rows))
}
