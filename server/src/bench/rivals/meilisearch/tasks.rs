//! When has Meilisearch done what it took on?

use super::{Meilisearch, MeilisearchError};
use serde_json::Value;
use std::time::{Duration, Instant};

/// Time between two questions about a task.
const PAUSE: Duration = Duration::from_millis(20);
/// A task that takes longer has failed.
const PATIENCE: Duration = Duration::from_mins(30);

/// Waits for the end of a task.
pub(super) async fn wait_for(server: &Meilisearch, task: u64) -> Result<(), MeilisearchError> {
    let begun = Instant::now();
    let path = format!("/tasks/{task}");
    while begun.elapsed() < PATIENCE {
        let state = server.call("GET", &path, &Value::Null).await?;
        match state.get("status").and_then(Value::as_str) {
            Some("succeeded") => return Ok(()),
            Some("enqueued" | "processing") => tokio::time::sleep(PAUSE).await,
            _ => return Err(MeilisearchError::Task(reason(&state))),
        }
    }
    Err(MeilisearchError::Task(format!("it did not end within {} s", PATIENCE.as_secs())))
}

fn reason(state: &Value) -> String {
    let said = state.pointer("/error/message").and_then(Value::as_str);
    said.unwrap_or("no reason given").to_owned()
}
