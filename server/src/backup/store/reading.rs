//! Rows of a table, page by page in the order of its key.

use super::cells::{to_json, value};
use super::tables::Described;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DbErr, Value};
use serde_json::Value as Json;

/// Rows that are held at once.
const PAGE: u64 = 200;

/// How many rows of a table are taken.
pub(in crate::backup) async fn count(
    connection: &impl ConnectionTrait,
    table: &Described,
    only: Option<&'static str>,
) -> Result<u64, DbErr> {
    let mut query = Query::select();
    query.expr_as(Expr::cust("count(*)"), "rows").from(Alias::new(table.name));
    restrict(&mut query, only);
    let row = connection.query_one(&query).await?;
    let rows: i64 = row.map(|row| row.try_get("", "rows")).transpose()?.unwrap_or(0);
    Ok(u64::try_from(rows).unwrap_or(0))
}

fn restrict(query: &mut SelectStatement, only: Option<&'static str>) {
    if let Some(only) = only {
        query.and_where(Expr::cust(only));
    }
}

/// Reads a table to its end.
pub(in crate::backup) struct TableReader<'a> {
    table: &'a Described,
    only: Option<&'static str>,
    after: Option<Vec<Value>>,
    ended: bool,
}

impl<'a> TableReader<'a> {
    /// From its first row on.
    pub(in crate::backup) fn new(table: &'a Described, only: Option<&'static str>) -> Self {
        Self { table, only, after: None, ended: false }
    }

    /// The next rows; none at the end.
    pub(in crate::backup) async fn page(
        &mut self,
        connection: &impl ConnectionTrait,
    ) -> Result<Option<Vec<Vec<Json>>>, DbErr> {
        if self.ended {
            return Ok(None);
        }
        let found = connection.query_all(&self.query()).await?;
        self.ended = (found.len() as u64) < PAGE;
        let mut page = Vec::with_capacity(found.len());
        for row in &found {
            let cells = self.table.columns.iter().map(|column| value(row, &column.name, column.kind));
            let cells = cells.collect::<Result<Vec<Value>, DbErr>>()?;
            page.push(cells.iter().map(to_json).collect());
            self.after = Some(self.key_of(&cells));
        }
        Ok(Some(page))
    }

    fn key_of(&self, cells: &[Value]) -> Vec<Value> {
        let cell = |name: &&str| {
            let at = self.table.columns.iter().position(|column| column.name == *name);
            at.and_then(|at| cells.get(at)).cloned()
        };
        self.table.key.iter().filter_map(cell).collect()
    }

    fn query(&self) -> SelectStatement {
        let mut query = Query::select();
        query.columns(self.table.columns.iter().map(|column| Alias::new(&column.name)));
        query.from(Alias::new(self.table.name)).limit(PAGE);
        for key in &self.table.key {
            query.order_by(Alias::new(*key), Order::Asc);
        }
        restrict(&mut query, self.only);
        if let Some(after) = &self.after {
            let key = Expr::tuple(self.table.key.iter().map(|name| Expr::col(Alias::new(*name))));
            query.and_where(key.gt(Expr::tuple(after.iter().cloned().map(Expr::value))));
        }
        query
    }
}
