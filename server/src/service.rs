//! Work in the background of a server: following the outbox, closing what has ended.

use crate::app::Platform;
use crate::db::settings;
use crate::http::metrics::{DOCUMENTS, FOLLOW_FAILURES, FOLLOWED};
use crate::outbox::{self, Subject};
use crate::vacancies;
use chrono::TimeDelta;
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How often followers look for changes; a change is searchable within a second of its commit.
const FOLLOW_EVERY: Duration = Duration::from_millis(200);
/// How often rows of the outbox that nobody needs are forgotten.
const PRUNE_EVERY: Duration = Duration::from_mins(10);
/// How long the outbox is kept for followers that are away.
const KEEP_OUTBOX: TimeDelta = TimeDelta::days(14);

/// Starts the background work; it ends when `ended` turns true.
pub(crate) fn start(platform: &Arc<Platform>, ended: &watch::Receiver<bool>) -> Vec<JoinHandle<()>> {
    vec![
        tokio::spawn(every(FOLLOW_EVERY, platform.clone(), ended.clone(), follow)),
        tokio::spawn(every(FOLLOW_EVERY, platform.clone(), ended.clone(), follow_columns)),
        tokio::spawn(every(PRUNE_EVERY, platform.clone(), ended.clone(), prune)),
    ]
}

/// Does `work` again and again; a failure is logged once and tried again at the next turn.
async fn every<F, E>(
    pause: Duration,
    platform: Arc<Platform>,
    mut ended: watch::Receiver<bool>,
    work: impl Fn(Arc<Platform>) -> F,
) where
    F: Future<Output = Result<(), E>>,
    E: Error + 'static,
{
    let mut failing = false;
    loop {
        match work(platform.clone()).await {
            Ok(()) => failing = false,
            Err(error) => {
                metrics::counter!(FOLLOW_FAILURES).increment(1);
                if !failing {
                    let error: &(dyn Error + 'static) = &error;
                    tracing::error!(error, "background work failed; it is tried again");
                }
                failing = true;
            }
        }
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = ended.changed() => return,
        }
    }
}

async fn follow(platform: Arc<Platform>) -> Result<(), FollowFailure> {
    let stamp = settings::read(platform.database.reader(), settings::REFERENCE_STAMP).await?;
    if platform.reference_seen() != stamp {
        platform.reread_book(stamp).await?;
    }
    platform.close_the_day().await?;
    let changed = platform.catch_up_indexes().await?;
    if changed > 0 {
        metrics::counter!(FOLLOWED).increment(changed);
    }
    for (subject, name) in [(Subject::Vacancy, "vacancies"), (Subject::Person, "people")] {
        metrics::gauge!(DOCUMENTS, "index" => name).set(platform.indexes.of(subject).len() as f64);
    }
    Ok(())
}

async fn follow_columns(platform: Arc<Platform>) -> Result<(), FollowFailure> {
    Ok(platform.catch_up_columns().await?)
}

async fn prune(platform: Arc<Platform>) -> Result<(), FollowFailure> {
    let transaction = platform.database.begin().await?;
    outbox::prune(&transaction, platform.clock.now() - KEEP_OUTBOX).await?;
    transaction.commit().await?;
    Ok(())
}

/// Why a turn of background work failed.
#[derive(Debug, thiserror::Error)]
enum FollowFailure {
    #[error(transparent)]
    Index(#[from] crate::indexing::FollowError),
    #[error(transparent)]
    Columns(#[from] crate::discovery::FollowColumnsError),
    #[error(transparent)]
    Reference(#[from] crate::reference::ReadReferenceError),
    #[error(transparent)]
    Expire(#[from] vacancies::commands::PublishError),
    #[error("the database refused")]
    Database(#[from] sea_orm::DbErr),
}
