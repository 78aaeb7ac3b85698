//! Logs: where they go and in which form.

use std::io::IsTerminal;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// Starts logging to stderr; `VIAK_LOG` chooses what (default: warnings, and what the server itself says),
/// `VIAK_LOG_FORMAT=json` makes one JSON object of each line. Nothing finer than DEBUG is said, whatever is chosen:
/// below, libraries write the values that they hand on.
pub fn start() {
    let filter = EnvFilter::try_from_env("VIAK_LOG").unwrap_or_else(|_| EnvFilter::new("warn,server=info"));
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        // A full disk behind stderr must not end what is being logged about.
        .log_internal_errors(false)
        .with_ansi(std::io::stderr().is_terminal());
    let json = std::env::var("VIAK_LOG_FORMAT").is_ok_and(|format| format == "json");
    let finest = LevelFilter::DEBUG;
    let started = if json {
        subscriber.json().finish().with(finest).try_init()
    } else {
        subscriber.finish().with(finest).try_init()
    };
    if let Err(error) = started {
        eprintln!("viak: logs could not be started: {error}");
    }
}
