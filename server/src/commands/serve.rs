//! `viak serve`: pages, the interface for machines, and the followers of the outbox.

use super::failure::Failure;
use super::{output, private};
use crate::accounts::commands::demo;
use crate::app::{Platform, Schema};
use crate::clock::Clock;
use crate::config::Settings;
use crate::db::{goes_in_the_open, settings};
use crate::http::connections::{self, Terms};
use crate::http::{metrics, router};
use crate::service;
use clap::Args;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// Nothing to choose beyond the settings.
#[derive(Args)]
pub(super) struct Arguments {}

/// Serves until it is told to end.
pub(super) async fn run(settings: Settings, clock: Clock, _arguments: Arguments) -> Result<(), Failure> {
    private::check(&settings)?;
    if settings.database_url.as_deref().is_some_and(goes_in_the_open) {
        tracing::warn!(
            "the address of the database names another machine and no sslmode: records and password may go over the \
             network in the open; add ?sslmode=verify-full"
        );
    }
    let platform = Platform::open(settings, clock, Schema::Migrate).await?;
    let reader = platform.database.reader();
    if settings::read(reader, settings::DEMO).await?.is_some() || demo::count(reader).await? > 0 {
        return Err(Failure::Failed(
            "this database holds a demonstration with known passwords; use `viak demo`, or another data folder".into(),
        ));
    }
    serve(platform).await
}

/// Listens, follows and serves. It answers at once and says that it listens when it is ready: while it
/// catches up, `/healthz` says that it lives and `/readyz` that others should be asked.
pub(super) async fn serve(platform: Arc<Platform>) -> Result<(), Failure> {
    let listener = TcpListener::bind(platform.settings.listen)
        .await
        .map_err(|error| format!("{} cannot be listened on: {error}", platform.settings.listen))
        .map_err(|message| Failure::Failed(message.into()))?;
    let address = listener.local_addr()?;
    let (ending, ended) = watch::channel(false);
    watch_figures(&platform).await?;
    let app = router::router(platform.clone());
    let mut serving = tokio::spawn(connections::serve(listener, app, Terms::of_pages(), told_to_end()));
    if let Err(error) = platform.close_the_day().await {
        tracing::warn!(%error, "the day could not be closed yet; it is tried again");
    }
    let followers = service::start(&platform, &ended);
    let served = tokio::select! {
        served = &mut serving => served,
        () = ready(&platform) => {
            output::line(format_args!("listening on http://{address}"));
            serving.await
        }
    };
    ending.send_replace(true);
    for follower in followers {
        follower.await?;
    }
    Ok(served?)
}

/// Waits until indexes and matching columns have been brought to the present.
async fn ready(platform: &Platform) {
    while !platform.is_ready() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// Serves `/metrics` on its own listener. Its address in use is no reason not to serve pages.
async fn watch_figures(platform: &Platform) -> Result<(), Failure> {
    let Some(address) = platform.settings.metrics else { return Ok(()) };
    match TcpListener::bind(address).await {
        Ok(listener) => {
            let figures = metrics::start()?;
            let routes = metrics::routes(figures.clone());
            tokio::spawn(connections::serve(listener, routes, Terms::of_figures(), std::future::pending()));
            tokio::spawn(metrics::drain(figures));
        }
        Err(error) => tracing::warn!(%address, %error, "no figures: the address cannot be listened on"),
    }
    Ok(())
}

/// Waits for Ctrl-C or SIGTERM.
pub(super) async fn told_to_end() {
    let interrupt = tokio::signal::ctrl_c();
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => signal.recv().await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = interrupt => {}
        _ = terminate => {}
    }
}
