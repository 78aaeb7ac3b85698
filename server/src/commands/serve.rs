//! `viak serve`: pages, the interface for machines, and the followers of the outbox.

use super::failure::Failure;
use super::output;
use crate::app::{Platform, Schema};
use crate::clock::Clock;
use crate::config::Settings;
use crate::db::settings;
use crate::http::long_lines::{Listener, Peer, name_peer};
use crate::http::{metrics, router};
use crate::service;
use clap::Args;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// Nothing to choose beyond the settings.
#[derive(Args)]
pub(super) struct Arguments {}

/// Serves until it is told to end.
pub(super) async fn run(settings: Settings, clock: Clock, _arguments: Arguments) -> Result<(), Failure> {
    let platform = Platform::open(settings, clock, Schema::Migrate).await?;
    if settings::read(platform.database.reader(), settings::DEMO).await?.is_some() {
        return Err(Failure::Failed(
            "this database holds a demonstration with known passwords; use `viak demo`, or another data folder".into(),
        ));
    }
    serve(platform).await
}

/// Listens, follows and serves.
pub(super) async fn serve(platform: Arc<Platform>) -> Result<(), Failure> {
    let listener = TcpListener::bind(platform.settings.listen)
        .await
        .map_err(|error| format!("{} cannot be listened on: {error}", platform.settings.listen))
        .map_err(|message| Failure::Failed(message.into()))?;
    platform.close_the_day().await?;
    platform.catch_up_indexes().await?;
    let (ending, ended) = watch::channel(false);
    let followers = service::start(&platform, &ended);
    watch_figures(&platform).await?;
    output::line(format_args!("listening on http://{}", listener.local_addr()?));
    let listener = Listener(listener);
    let app = router::router(platform).layer(axum::middleware::from_fn(name_peer));
    let app = app.into_make_service_with_connect_info::<Peer>();
    axum::serve(listener, app).with_graceful_shutdown(told_to_end()).await?;
    ending.send_replace(true);
    for follower in followers {
        follower.await?;
    }
    Ok(())
}

/// Serves `/metrics` on its own listener. Its address in use is no reason not to serve pages.
async fn watch_figures(platform: &Platform) -> Result<(), Failure> {
    let Some(address) = platform.settings.metrics else { return Ok(()) };
    let routes = metrics::routes(metrics::start()?);
    match TcpListener::bind(address).await {
        Ok(listener) => {
            tokio::spawn(async move { axum::serve(listener, routes).await });
        }
        Err(error) => tracing::warn!(%address, %error, "no figures: the address cannot be listened on"),
    }
    Ok(())
}

/// Waits for Ctrl-C or SIGTERM.
async fn told_to_end() {
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
