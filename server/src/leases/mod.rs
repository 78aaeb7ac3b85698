//! Who does what must be done once? A lease: a piece of work, its holder, and until when.
//!
//! Processes compare by the database's own clock, so that theirs need not agree. A holder renews long
//! before the end; one that is killed loses the lease when it runs out, and another takes over. A lease
//! keeps processes from doing the same work side by side; that the work counts once is up to the work
//! itself, in its own transaction (see `vacancies::commands::close_day`).

mod store;

use crate::db::Database;
use sea_orm::DbErr;
use std::time::Duration;
use uuid::Uuid;

/// How long a lease lasts that is not renewed.
pub const LASTS: Duration = Duration::from_secs(20);
/// How often a holder renews, and everybody else looks whether it has run out.
pub const LOOK: Duration = Duration::from_secs(5);

/// Takes or renews the lease of `work` for `holder`; says whether it holds it now.
pub async fn take(database: &Database, work: &str, holder: Uuid) -> Result<bool, DbErr> {
    let transaction = database.begin().await?;
    let held = store::take(&transaction, work, holder, LASTS).await?;
    transaction.commit().await?;
    Ok(held)
}

/// Gives the lease of `work` back, if `holder` has it.
pub async fn release(database: &Database, work: &str, holder: Uuid) -> Result<(), DbErr> {
    let transaction = database.begin().await?;
    store::release(&transaction, work, holder).await?;
    transaction.commit().await
}

/// Who holds the lease of `work` now.
pub async fn holder(database: &Database, work: &str) -> Result<Option<Uuid>, DbErr> {
    store::holder(database.reader(), work).await
}
