//! Work in the background of a server: following the outbox, and what one process does for all.

use crate::accounts;
use crate::admin;
use crate::alerts;
use crate::app::Platform;
use crate::audit;
use crate::erasure;
use crate::figures::{FAILURES, FOLLOWED, LEASE, LIST_ROWS, READY};
use crate::hiring;
use crate::identities;
use crate::learning;
use crate::leases;
use crate::mail::{self, Channel};
use crate::organisations;
use crate::people;
use crate::retention;
use crate::rules;
use crate::seen;
use crate::tokens;
use crate::vacancies;
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;

mod tell_alerts;
mod watch_figures;

pub use tell_alerts::tell_alerts;

/// How often followers look for changes; a change is searchable within a second of its commit.
const FOLLOW_EVERY: Duration = Duration::from_millis(200);
/// How often the figures that nobody counts by the way are taken.
const MEASURE_EVERY: Duration = Duration::from_secs(5);
/// How often searches are written down; those of this stretch are lost with a process that is killed.
const WRITE_SEARCHES_EVERY: Duration = Duration::from_secs(2);
/// How often it is looked for letters that are due: whoever waits for a code waits.
const SEND_EVERY: Duration = Duration::from_millis(500);
/// How often rows that nobody needs are forgotten.
const FORGET_EVERY: Duration = Duration::from_mins(10);
/// The lease of what is done once for all processes: closing days, sealing the audit trail, forgetting old rows.
pub const CHORES: &str = "chores";

/// Starts the background work; it ends when `ended` turns true.
pub(crate) fn start(platform: &Arc<Platform>, ended: &watch::Receiver<bool>) -> Vec<JoinHandle<()>> {
    let (p, e) = (|| platform.clone(), || ended.clone());
    for from in ["memory", "tables"] {
        metrics::counter!(LIST_ROWS, "from" => from).absolute(0);
    }
    mail::worker::begin_counts();
    vec![
        tokio::spawn(every("index", FOLLOW_EVERY, p(), e(), follow)),
        tokio::spawn(every("rows", FOLLOW_EVERY, p(), e(), follow_rows)),
        tokio::spawn(every("columns", FOLLOW_EVERY, p(), e(), follow_columns)),
        tokio::spawn(every("figures", MEASURE_EVERY, p(), e(), watch_figures::measure)),
        tokio::spawn(every("forgetting", FORGET_EVERY, p(), e(), forget)),
        tokio::spawn(chores(p(), e())),
        tokio::spawn(searches(p(), e())),
        tokio::spawn(letters("mail", Channel::Email, p(), e())),
        tokio::spawn(letters("sms", Channel::Sms, p(), e())),
    ]
}

/// Does `work` again and again; a failure is logged once and tried again at the next turn.
async fn every<F, E>(
    name: &'static str,
    pause: Duration,
    platform: Arc<Platform>,
    mut ended: watch::Receiver<bool>,
    work: impl Fn(Arc<Platform>) -> F,
) where
    F: Future<Output = Result<(), E>>,
    E: Error + 'static,
{
    metrics::counter!(FAILURES, "work" => name).absolute(0);
    let mut failing = false;
    loop {
        match work(platform.clone()).await {
            Ok(()) => {
                if failing {
                    tracing::info!(work = name, "background work succeeds again");
                }
                failing = false;
            }
            Err(error) => {
                metrics::counter!(FAILURES, "work" => name).increment(1);
                if !failing {
                    let error: &(dyn Error + 'static) = &error;
                    tracing::error!(error, work = name, "background work failed; it is tried again");
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

async fn follow(platform: Arc<Platform>) -> Result<(), WorkFailure> {
    platform.reread_book().await?;
    let changed = platform.catch_up_indexes().await?;
    metrics::counter!(FOLLOWED).increment(changed);
    metrics::gauge!(READY).set(f64::from(u8::from(platform.is_ready())));
    Ok(())
}

async fn follow_rows(platform: Arc<Platform>) -> Result<(), WorkFailure> {
    Ok(platform.recent_rows.catch_up(&platform.database).await?)
}

async fn follow_columns(platform: Arc<Platform>) -> Result<(), WorkFailure> {
    platform.catch_up_columns().await?;
    // So that the first employer who asks does not wait for it.
    Ok(platform.columns.narrow(&platform.database).await?)
}

/// Writes down what this process was asked, and at its end what is left.
async fn searches(platform: Arc<Platform>, ended: watch::Receiver<bool>) {
    every("searches", WRITE_SEARCHES_EVERY, platform.clone(), ended, write_searches).await;
    if let Err(error) = write_searches(platform).await {
        let error: &(dyn Error + 'static) = &error;
        tracing::warn!(error, "the last searches could not be written down");
    }
}

async fn write_searches(platform: Arc<Platform>) -> Result<(), WorkFailure> {
    platform.write_searches().await?;
    Ok(())
}

/// Sends what is due on one channel; a server that is silent holds up no other channel.
async fn letters(
    name: &'static str,
    channel: Channel,
    platform: Arc<Platform>,
    ended: watch::Receiver<bool>,
) {
    let worker = platform.mail_worker();
    let told = ended.clone();
    let send = move |_| {
        let (worker, told) = (worker.clone(), told.clone());
        async move { worker.send_due(channel, &told).await.map(drop).map_err(WorkFailure::from) }
    };
    every(name, SEND_EVERY, platform, ended, send).await;
}

/// What is done once for all processes, by the one that holds the lease; given back at the end.
async fn chores(platform: Arc<Platform>, ended: watch::Receiver<bool>) {
    every("chores", leases::LOOK, platform.clone(), ended, do_chores).await;
    if let Err(error) = end_chores(&platform).await {
        let error: &(dyn Error + 'static) = &error;
        tracing::warn!(
            error,
            "the audit trail could not be sealed at the end; another process or start does it"
        );
    }
    metrics::gauge!(LEASE, "lease" => CHORES).set(0);
    if let Err(error) = leases::release(&platform.database, CHORES, platform.process).await {
        tracing::warn!(%error, "the lease could not be given back; it runs out by itself");
    }
}

/// One turn of the chores: the lease, then the work if it is ours.
pub async fn do_chores(platform: Arc<Platform>) -> Result<(), WorkFailure> {
    let held = leases::take(&platform.database, CHORES, platform.process).await;
    metrics::gauge!(LEASE, "lease" => CHORES).set(f64::from(u8::from(matches!(held, Ok(true)))));
    if !held? {
        return Ok(());
    }
    // What was done is sealed first: no other chore that fails keeps it waiting.
    platform.audit.keep(&platform.database, platform.clock.now()).await?;
    let closed = platform.close_the_day().await;
    organisations::commands::close_day(&platform.database, &platform.base_url(), platform.clock.now())
        .await?;
    renew_profiles(&platform).await?;
    look_for_twins(&platform).await?;
    keep_terms(&platform).await?;
    admin::commands::short_messages::watch(&platform.database, &platform.base_url(), platform.clock.now())
        .await?;
    platform.rules.turn(&platform.database, platform.clock.now()).await?;
    tell_alerts(&platform).await?;
    hiring::commands::turn(&platform.database, &platform.base_url(), platform.clock.now()).await?;
    tokens::commands::remind(&platform.database, &platform.base_url(), platform.clock.now()).await?;
    Ok(closed?)
}

/// Asks owners again whether employers shall see their profiles, warns them, and hides what nobody answers for.
async fn renew_profiles(platform: &Platform) -> Result<(), WorkFailure> {
    let base_url = platform.base_url();
    let link = format!("{base_url}{}", crate::http::paths::PROFILE_VISIBILITY);
    people::commands::visibility::renew(&platform.database, (&base_url, &link), platform.clock.now()).await?;
    Ok(())
}

/// Looks for people who may be registered twice among those that came or changed.
async fn look_for_twins(platform: &Platform) -> Result<(), WorkFailure> {
    let (book, base_url) = (platform.book(), platform.base_url());
    let told = (base_url.as_str(), platform.clock.now());
    identities::commands::follow::look((&platform.database, &book), told).await?;
    Ok(())
}

/// Erases those who asked for it, and records that nobody claimed, once their term is over; says of others that they go.
pub async fn keep_terms(platform: &Platform) -> Result<(), WorkFailure> {
    let (base_url, now) = (platform.base_url(), platform.clock.now());
    let link = |path| format!("{base_url}{path}");
    let back = link(crate::http::paths::ERASURE);
    let turned = erasure::commands::turn(&platform.database, (&base_url, &back), now).await?;
    let claim = link(crate::http::paths::CLAIM);
    let lapsed = turned.lapsed as u64;
    retention::commands::turn(&platform.database, (&base_url, &claim), lapsed, now).await?;
    Ok(())
}

/// What the holder of the lease does last: what waits is sealed, and the head stands outside of the database.
pub async fn end_chores(platform: &Platform) -> Result<(), WorkFailure> {
    if leases::holder(&platform.database, CHORES).await? == Some(platform.process) {
        platform.audit.end(&platform.database, platform.clock.now()).await?;
    }
    Ok(())
}

/// Forgets rows that nobody needs any more, in the process that does the chores.
pub async fn forget(platform: Arc<Platform>) -> Result<(), WorkFailure> {
    if !leases::take(&platform.database, CHORES, platform.process).await? {
        return Ok(());
    }
    let now = platform.clock.now();
    let transaction = platform.database.begin().await?;
    crate::api::idempotency::forget(&transaction, now).await?;
    retention::commands::forget(&transaction, now).await?;
    alerts::commands::forget(&transaction, now).await?;
    transaction.commit().await?;
    accounts::commands::forget(&platform.database, now).await?;
    learning::commands::forget(&platform.database, platform.clock.today()).await?;
    seen::commands::forget_old(&platform.database, platform.clock.now()).await?;
    Ok(())
}

/// Why a turn of background work failed.
#[derive(Debug, thiserror::Error)]
pub enum WorkFailure {
    /// An index could not follow.
    #[error(transparent)]
    Index(#[from] crate::indexing::FollowError),
    /// The matching columns could not follow.
    #[error(transparent)]
    Columns(#[from] crate::discovery::FollowColumnsError),
    /// Reference data could not be read.
    #[error(transparent)]
    Reference(#[from] crate::reference::ReadReferenceError),
    /// The day could not be closed.
    #[error(transparent)]
    Expire(#[from] vacancies::commands::PublishError),
    /// The audit trail could not be sealed, or its head not written.
    #[error(transparent)]
    Audit(#[from] audit::KeepError),
    /// Owners of profiles could not be asked again.
    #[error(transparent)]
    Renew(#[from] people::commands::visibility::RenewError),
    /// Nobody could look for people who are registered twice.
    #[error(transparent)]
    Twins(#[from] identities::commands::follow::LookError),
    /// Somebody who asked for it could not be erased.
    #[error(transparent)]
    Erase(#[from] erasure::commands::TurnError),
    /// What is kept for a term could not be looked after.
    #[error(transparent)]
    Retention(#[from] retention::commands::RetentionError),
    /// Vacancies could not be held against alerts.
    #[error(transparent)]
    Alerts(#[from] alerts::commands::FindError),
    /// The rules of the day could not be begun or ended.
    #[error(transparent)]
    Rules(#[from] rules::commands::ReadRulesError),
    /// Nobody could be reminded of applications, or what nobody answers not be closed.
    #[error(transparent)]
    Hiring(#[from] hiring::commands::StepError),
    /// The searches could not be written down.
    #[error(transparent)]
    Searches(#[from] learning::commands::WriteSearchesError),
    /// The database refused.
    #[error("the database refused")]
    Database(#[from] sea_orm::DbErr),
}
