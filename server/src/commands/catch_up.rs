//! Bringing the index to the present before a command answers or ends; `viak reindex`.

use super::failure::Failure;
use super::output;
use crate::app::{Platform, Schema, open_database};
use crate::clock::Clock;
use crate::config::Settings;
use crate::db::Database;
use crate::indexing;
use crate::outbox::Subject;
use std::sync::Arc;

/// Opens the platform for a command.
pub(super) async fn open(settings: Settings, clock: Clock) -> Result<Arc<Platform>, Failure> {
    Ok(Platform::open(settings, clock, Schema::Expect).await?)
}

/// Opens data that are there, for a command that only looks at them: a mistyped folder is not made into a new, empty
/// platform in which all is well.
pub(super) async fn open_held(settings: Settings, clock: Clock) -> Result<Arc<Platform>, Failure> {
    held(&settings).await?;
    open(settings, clock).await
}

/// The tables alone, for a command that needs neither reference data nor index; as above, none are made.
pub(super) async fn database_held(settings: &Settings) -> Result<Database, Failure> {
    held(settings).await?;
    Ok(open_database(settings, Schema::Expect).await?)
}

async fn held(settings: &Settings) -> Result<(), Failure> {
    if settings.database_url.is_none() && !Database::is_in(&settings.data).await {
        let folder = settings.data.display();
        return Err(Failure::Failed(
            format!("{folder} holds no data of Viak; --data names another folder, `viak serve` or `viak demo` fill this one").into(),
        ));
    }
    Ok(())
}

/// Brings the index to the present; where a server holds it, the server does that, and a command that
/// reads says how far it is behind.
pub(super) async fn before_answering(platform: &Platform, subject: Subject) -> Result<(), Failure> {
    if platform.indexes.writable() {
        platform.close_the_day().await?;
        platform.catch_up_indexes().await?;
        return Ok(());
    }
    let behind = platform.behind(subject).await?;
    if behind > 0 {
        output::progress(format_args!("the index is {behind} changes behind; the running server follows"));
        output::end_progress();
    }
    Ok(())
}

/// After a command has written: without a server the index follows at once.
pub(super) async fn after_writing(platform: &Platform) -> Result<(), Failure> {
    if platform.indexes.writable() {
        platform.catch_up_indexes().await?;
    }
    Ok(())
}

/// `viak reindex`: both indexes from the tables into fresh folders, then a swap; then the matching columns.
pub(super) async fn reindex(settings: Settings, clock: Clock) -> Result<(), Failure> {
    let platform = open(settings, clock).await?;
    if !platform.indexes.writable() {
        return Err(Failure::Failed(
            "a running server holds the index; stop it, or delete its index folder and start it again".into(),
        ));
    }
    for (subject, name) in [(Subject::Vacancy, "vacancies"), (Subject::Person, "people")] {
        let book = platform.book();
        let written =
            indexing::rebuild(&platform.database, &book, &platform.indexes, subject, &platform.clock).await?;
        output::line(format_args!("{written} {name} indexed"));
    }
    platform.columns.forget().await;
    platform.catch_up_columns().await?;
    let (people, openings) = platform.columns.sizes();
    output::line(format_args!("{people} people and {openings} vacancies ready for matching"));
    Ok(())
}
