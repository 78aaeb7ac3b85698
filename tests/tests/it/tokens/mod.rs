//! Tokens of programs: they end, are taken back, see an area alone, and are told of before they end.

mod command;
mod machines;
mod pages;

use server::db::Database;
use server::tokens::commands::{Wanted, make};
use server::tokens::model::{Role, SOURCE};
use tests::TestApp;

/// What a token of the operator shall be.
pub(crate) fn operator(name: &str) -> Wanted<'_> {
    Wanted { role: Role::Operator, source: SOURCE, organisation: None, area: None, days: None, name }
}

/// Makes a token.
pub(crate) async fn made(app: &TestApp, wanted: Wanted<'_>) -> (String, String) {
    made_in(&app.platform().database, wanted, app).await
}

async fn made_in(database: &Database, wanted: Wanted<'_>, app: &TestApp) -> (String, String) {
    let made = make(database, wanted, app.now()).await.unwrap();
    (made.token, made.id.to_string())
}
