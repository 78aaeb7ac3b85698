//! The schema, step by step; the same steps on SQLite and PostgreSQL.

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr, Statement};
use sea_orm_migration::prelude::{Expr, ExprTrait, MigrationTrait, MigratorTrait, SimpleExpr, async_trait};

mod m0001_reference;
mod m0002_labour_market;
mod m0003_operation;
mod m0004_published_by_id;
mod m0005_several_processes;
mod m0006_search_log;
mod m0007_accounts;
mod m0008_messages;
mod m0009_audit;
mod m0010_notices;
mod m0011_access;
mod m0012_organisations;
mod m0013_profiles;
mod m0014_consents;
mod m0015_looks;
mod m0016_registration;
mod m0017_identities;
mod m0018_administration;
mod m0019_erasure;
mod m0020_held_records;
mod m0021_tokens;
mod m0022_education;
mod m0023_trail_of_accounts;
mod m0024_rules;
mod m0025_posting;
mod m0026_hiring;
mod m0027_alerts;

/// All steps in order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_reference::Migration),
            Box::new(m0002_labour_market::Migration),
            Box::new(m0003_operation::Migration),
            Box::new(m0004_published_by_id::Migration),
            Box::new(m0005_several_processes::Migration),
            Box::new(m0006_search_log::Migration),
            Box::new(m0007_accounts::Migration),
            Box::new(m0008_messages::Migration),
            Box::new(m0009_audit::Migration),
            Box::new(m0010_notices::Migration),
            Box::new(m0011_access::Migration),
            Box::new(m0012_organisations::Migration),
            Box::new(m0013_profiles::Migration),
            Box::new(m0014_consents::Migration),
            Box::new(m0015_looks::Migration),
            Box::new(m0016_registration::Migration),
            Box::new(m0017_identities::Migration),
            Box::new(m0018_administration::Migration),
            Box::new(m0019_erasure::Migration),
            Box::new(m0020_held_records::Migration),
            Box::new(m0021_tokens::Migration),
            Box::new(m0022_education::Migration),
            Box::new(m0023_trail_of_accounts::Migration),
            Box::new(m0024_rules::Migration),
            Box::new(m0025_posting::Migration),
            Box::new(m0026_hiring::Migration),
            Box::new(m0027_alerts::Migration),
        ]
    }
}

/// The names of all steps, in order.
pub(crate) fn names() -> Vec<String> {
    Migrator::migrations().iter().map(|step| step.name().to_owned()).collect()
}

/// The names of the steps that a database has seen, in order.
pub(crate) async fn applied(connection: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let sql = "select version from seaql_migrations order by version";
    let rows =
        connection.query_all_raw(Statement::from_string(connection.get_database_backend(), sql)).await?;
    rows.iter().map(|row| row.try_get("", "version")).collect()
}

/// Brings the schema forward within a transaction: by so many steps, or to the end.
pub(crate) async fn forward(transaction: &DatabaseTransaction, steps: Option<u32>) -> Result<(), DbErr> {
    Migrator::up(transaction, steps).await
}

/// A CHECK that a text column holds one of `values`, or nothing where the column allows it.
fn one_of(column: &'static str, values: &[&'static str]) -> SimpleExpr {
    Expr::col(column).is_in(values.iter().copied())
}
