//! Meilisearch: the same words in an index of its own, asked over HTTP.

mod place;
mod tasks;

use super::{Asked, Counts, Fed};
use crate::bench::http_client::{Connection, Reply};
use serde_json::{Value, json};
use std::io::{Error, ErrorKind};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tasks::wait_for;

pub(crate) use place::Place;

/// Documents sent with one request.
const BATCH: usize = 10_000;
/// How long the server may take to say that it is there.
const PATIENCE: Duration = Duration::from_secs(5);

/// Why Meilisearch did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum MeilisearchError {
    /// The URL is not one.
    #[error("the URL of Meilisearch has to be http://[KEY@]HOST[:PORT]")]
    Url,
    /// It cannot be reached, or went away.
    #[error("Meilisearch cannot be reached")]
    Unreachable(#[from] std::io::Error),
    /// It refused a request.
    #[error("Meilisearch refused {request}: status {status}, {said}")]
    Refused {
        /// Method and path.
        request: String,
        /// Status of the reply.
        status: u16,
        /// What it said.
        said: String,
    },
    /// Its reply is not one that it should give.
    #[error("Meilisearch gave no {0}")]
    Strange(&'static str),
    /// A task failed or did not end.
    #[error("a task of Meilisearch failed: {0}")]
    Task(String),
}

/// An index in a server.
pub(crate) struct Meilisearch {
    place: Place,
    index: String,
    idle: Mutex<Vec<Connection>>,
    /// Documents that were not sent yet.
    waiting: Mutex<Vec<Value>>,
    /// Tasks that have not been heard of since they were taken.
    tasks: Mutex<Vec<u64>>,
}

fn lock<T>(slot: &Mutex<T>) -> MutexGuard<'_, T> {
    slot.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Removes the index of a run that ended early; a server that is gone keeps it.
pub(crate) async fn drop_index(place: &Place, index: &str) {
    let rival = Meilisearch::at(place.clone(), index.to_owned());
    if let Err(error) = rival.close().await {
        tracing::warn!(index, %error, "the index of the benchmark could not be removed");
    }
}

impl Meilisearch {
    fn at(place: Place, index: String) -> Self {
        Self { place, index, idle: Mutex::default(), waiting: Mutex::default(), tasks: Mutex::default() }
    }

    /// An empty index of this name in the server at `place`.
    pub(crate) async fn create(place: Place, index: String) -> Result<Self, MeilisearchError> {
        let rival = Self::at(place, index);
        rival.greet().await?;
        rival.task("POST", "/indexes", &json!({"uid": rival.index, "primaryKey": "id"})).await?;
        rival.settle().await?;
        Ok(rival)
    }

    /// Is it there, and does it speak? Nothing is made by asking.
    async fn greet(&self) -> Result<(), MeilisearchError> {
        let asking = tokio::time::timeout(PATIENCE, self.call("GET", "/health", &Value::Null)).await;
        asking.map_err(|_| Error::new(ErrorKind::TimedOut, "it takes connections and says nothing"))??;
        Ok(())
    }

    /// Settings under which it does the work that the others do: exact words, and no words of answers.
    async fn settle(&self) -> Result<(), MeilisearchError> {
        let settings = json!({
            "searchableAttributes": ["title", "body"],
            "filterableAttributes": ["province", "occupation", "grp", "band"],
            "displayedAttributes": ["id"],
            "typoTolerance": {"enabled": false},
            "faceting": {"maxValuesPerFacet": 1_000},
            "pagination": {"maxTotalHits": i32::MAX},
        });
        self.task("PATCH", &self.path("/settings"), &settings).await?;
        // Servers before 1.12 always complete the last word and do not know the setting.
        let exact = self.task("PUT", &self.path("/settings/prefix-search"), &json!("disabled")).await;
        match exact {
            Err(MeilisearchError::Refused { .. }) | Ok(()) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Adds documents; the server may still be at work on them.
    pub(crate) async fn add(&self, documents: &[Fed]) -> Result<(), MeilisearchError> {
        lock(&self.waiting).extend(documents.iter().map(row));
        let enough = lock(&self.waiting).len() >= BATCH;
        if enough { self.send().await } else { Ok(()) }
    }

    async fn send(&self) -> Result<(), MeilisearchError> {
        let rows = std::mem::take(&mut *lock(&self.waiting));
        if rows.is_empty() {
            return Ok(());
        }
        let taken = self.taken("POST", &self.path("/documents"), &Value::Array(rows)).await?;
        lock(&self.tasks).push(taken);
        Ok(())
    }

    /// Waits until all documents are searchable.
    pub(crate) async fn finish(&self) -> Result<(), MeilisearchError> {
        self.send().await?;
        let tasks = std::mem::take(&mut *lock(&self.tasks));
        for task in tasks {
            wait_for(self, task).await?;
        }
        Ok(())
    }

    /// Bytes on disk, where the server tells.
    pub(crate) async fn bytes(&self) -> Option<f64> {
        let stats = self.call("GET", &self.path("/stats"), &Value::Null).await.ok()?;
        let documents = stats.get("numberOfDocuments")?.as_f64()?;
        stats.get("avgDocumentSize")?.as_f64().map(|size| size * documents)
    }

    /// The best twenty with counts where they are asked for, and how many documents meet the question as
    /// the server estimates it.
    pub(crate) async fn ask(&self, asked: &Asked) -> Result<(u64, Counts), MeilisearchError> {
        let answer = self.call("POST", &self.path("/search"), &question(asked)).await?;
        let total = answer.get("estimatedTotalHits").and_then(Value::as_u64);
        let total = total.ok_or(MeilisearchError::Strange("number of hits"))?;
        Ok((total, counts(&answer)))
    }

    /// Removes the index.
    pub(crate) async fn close(&self) -> Result<(), MeilisearchError> {
        self.task("DELETE", &self.path(""), &Value::Null).await
    }

    fn path(&self, more: &str) -> String {
        format!("/indexes/{}{more}", self.index)
    }

    /// A request that the server takes as a task, and the end of that task.
    async fn task(&self, method: &str, path: &str, body: &Value) -> Result<(), MeilisearchError> {
        let task = self.taken(method, path, body).await?;
        wait_for(self, task).await
    }

    /// The number of the task as which the server takes a request.
    async fn taken(&self, method: &str, path: &str, body: &Value) -> Result<u64, MeilisearchError> {
        let taken = self.call(method, path, body).await?;
        taken.get("taskUid").and_then(Value::as_u64).ok_or(MeilisearchError::Strange("task"))
    }

    /// A request, and the JSON of the reply.
    async fn call(&self, method: &str, path: &str, body: &Value) -> Result<Value, MeilisearchError> {
        let body = if body.is_null() { Vec::new() } else { body.to_string().into_bytes() };
        let head = self.place.head(method, path, body.len());
        let (connection, reply) = self.exchange(&head, &body).await?;
        let said: Value = serde_json::from_slice(connection.body()).unwrap_or_default();
        lock(&self.idle).push(connection);
        if (200..300).contains(&reply.status) {
            return Ok(said);
        }
        let why = said.get("message").and_then(Value::as_str).unwrap_or("no reason given").to_owned();
        let request = format!("{method} {path}");
        Err(MeilisearchError::Refused { request, status: reply.status, said: why })
    }

    /// Asks over a connection that is not in use; one that the server has closed meanwhile is replaced.
    async fn exchange(&self, head: &str, body: &[u8]) -> std::io::Result<(Connection, Reply)> {
        let idle = lock(&self.idle).pop();
        if let Some(mut connection) = idle
            && let Ok(reply) = connection.ask(head, body).await
        {
            return Ok((connection, reply));
        }
        let mut connection = Connection::to(&self.place.host).await?;
        let reply = connection.ask(head, body).await?;
        Ok((connection, reply))
    }
}

fn row(document: &Fed) -> Value {
    let Fed { id, title, body, province, occupation, group, band } = document;
    json!({
        "id": id, "title": title.join(" "), "body": body.join(" "),
        "province": province, "occupation": occupation, "grp": group, "band": band,
    })
}

/// The dimensions that are counted, in the order of [`Counts`].
const DIMENSIONS: [&str; 3] = ["province", "grp", "band"];

/// A question in the words of Meilisearch. There is no "any word": `last` leaves out words from the end
/// until enough is found.
fn question(asked: &Asked) -> Value {
    let mut question = json!({
        "q": asked.words.join(" "),
        "limit": 20,
        "matchingStrategy": if asked.all { "all" } else { "last" },
    });
    if let Some(fields) = question.as_object_mut() {
        if let Some((province, occupation)) = asked.filters {
            fields.insert(
                "filter".to_owned(),
                format!("province = {province} AND occupation = {occupation}").into(),
            );
        }
        if asked.facets {
            fields.insert("facets".to_owned(), DIMENSIONS.as_slice().into());
        }
    }
    question
}

fn counts(answer: &Value) -> Counts {
    let mut found = Counts::new();
    for (dimension, name) in (0..).zip(DIMENSIONS) {
        let values = answer.pointer(&format!("/facetDistribution/{name}")).and_then(Value::as_object);
        for (value, count) in values.into_iter().flatten() {
            if let (Ok(value), Some(count)) = (value.parse(), count.as_i64()) {
                found.insert((dimension, value), count);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;
