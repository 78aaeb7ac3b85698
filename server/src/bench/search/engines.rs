//! Our engine and its rivals, filled; and those that cannot be had, with the reason.

use super::ask::Engine;
use super::fill::fill;
use crate::bench::error::plainly;
use crate::bench::memory::Memory;
use crate::bench::report::Report;
use crate::bench::rivals::fresh_name;
use crate::bench::rivals::fts5::Fts5;
use crate::bench::rivals::meilisearch::{Meilisearch, MeilisearchError, Place};
use crate::bench::rivals::postgres::Postgres;
use crate::bench::world::Site;
use crate::bench::{BenchError, Part, Plan, Tell, Traces};
use crate::db::check_url;
use std::sync::{Arc, Mutex, PoisonError};

/// Names in the report.
pub(crate) const FTS5: &str = "SQLite FTS5";
pub(crate) const POSTGRES: &str = "PostgreSQL";
pub(crate) const MEILISEARCH: &str = "Meilisearch";

/// Who takes part.
pub(crate) struct Engines<'a> {
    running: Vec<Arc<Engine>>,
    /// Those that cannot be had, or were lost on the way, with the reason.
    absent: Mutex<Vec<(&'static str, String)>>,
    traces: &'a Traces,
}

impl<'a> Engines<'a> {
    /// Our engine, and rivals filled with the same documents.
    pub(crate) async fn gather(
        site: &Site,
        plan: &Plan,
        (traces, memory): (&'a Traces, &Memory),
        report: &mut Report,
        tell: Tell<'_>,
    ) -> Result<Self, BenchError> {
        let mut running = vec![Engine::Ours(site.platform.clone())];
        let mut absent = Vec::new();
        running.push(Engine::Fts5(Fts5::create(&site.ground.scratch).await?));
        match postgres(plan, traces).await {
            Ok(rival) => {
                watch(&rival, memory, report).await?;
                running.push(Engine::Postgres(rival));
            }
            Err(why) => absent.push((POSTGRES, why)),
        }
        match meilisearch(plan, traces).await {
            Ok(rival) => running.push(Engine::Meilisearch(rival)),
            Err(why) => absent.push((MEILISEARCH, why)),
        }
        let running = running.into_iter().map(Arc::new).collect();
        let engines = Self { running, absent: Mutex::new(absent), traces };
        fill(site, &engines, report, tell).await?;
        Ok(engines)
    }

    /// Those that take part and were not lost, ours first.
    pub(crate) fn running(&self) -> impl Iterator<Item = &Arc<Engine>> {
        let lost: Vec<&str> =
            self.absent.lock().unwrap_or_else(PoisonError::into_inner).iter().map(|one| one.0).collect();
        self.running.iter().filter(move |engine| !lost.contains(&engine.name()))
    }

    /// Those that do not, with the reason.
    pub(crate) fn absent(&self) -> Vec<(&'static str, String)> {
        self.absent.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What `engine` answered. A rival in a server of its own that fails is lost from then on, which ends
    /// nothing: what we measure of ourselves took long. Without ourselves there is nothing to measure.
    pub(crate) fn heard<T>(
        &self,
        engine: &Engine,
        answer: Result<T, BenchError>,
    ) -> Result<Option<T>, BenchError> {
        match (answer, engine) {
            (Ok(answer), _) => Ok(Some(answer)),
            (Err(error), Engine::Ours(_) | Engine::Fts5(_)) => Err(error),
            (Err(error), Engine::Postgres(_) | Engine::Meilisearch(_)) => {
                let why = format!("it was lost on the way ({})", plainly(&error));
                let mut absent = self.absent.lock().unwrap_or_else(PoisonError::into_inner);
                if !absent.iter().any(|one| one.0 == engine.name()) {
                    absent.push((engine.name(), why));
                }
                Ok(None)
            }
        }
    }

    /// Ends the rivals.
    pub(crate) async fn close(self) -> Result<(), BenchError> {
        for engine in self.running.into_iter().filter_map(Arc::into_inner) {
            match engine {
                Engine::Ours(_) => {}
                Engine::Fts5(rival) => rival.close().await?,
                // What a rival that was lost keeps is tried once more with all other traces.
                Engine::Postgres(rival) => {
                    if rival.close().await.is_ok() {
                        self.traces.note_schema(None);
                    }
                }
                Engine::Meilisearch(rival) => {
                    if rival.close().await.is_ok() {
                        self.traces.note_index(None);
                    }
                }
            }
        }
        Ok(())
    }
}

/// PostgreSQL with an empty table, or why not.
async fn postgres(plan: &Plan, traces: &Traces) -> Result<Postgres, String> {
    let Some(url) = &plan.postgres else { return Err("no --postgres URL".to_owned()) };
    check_url(url).map_err(|error| plainly(&error))?;
    let schema = fresh_name();
    traces.note_schema(Some((url.clone(), schema.clone())));
    Postgres::create(url, &schema).await.map_err(|error| format!("it does not answer ({})", plainly(&error)))
}

/// Meilisearch with an empty index, or why not.
async fn meilisearch(plan: &Plan, traces: &Traces) -> Result<Meilisearch, String> {
    let Some(url) = &plan.meilisearch else { return Err("no --meilisearch URL".to_owned()) };
    let place: Place = url.parse().map_err(|error| plainly(&error))?;
    let index = fresh_name();
    traces.note_index(Some((place.clone(), index.clone())));
    Meilisearch::create(place, index).await.map_err(|error: MeilisearchError| {
        if matches!(error, MeilisearchError::Unreachable(_)) {
            // Where nobody is, nothing was made.
            traces.note_index(None);
            return format!("it does not answer ({})", plainly(&error));
        }
        plainly(&error)
    })
}

/// Counts the memory of PostgreSQL where it runs on this machine.
async fn watch(rival: &Postgres, memory: &Memory, report: &mut Report) -> Result<(), BenchError> {
    let here = rival.process().await?.is_some_and(|(process, shared)| memory.postgres(process, shared));
    let combined = if rival.combined { "" } else { ", without the extension btree_gin" };
    let place =
        if here { "on this machine, its memory counted" } else { "elsewhere, its memory not counted" };
    report.note(Part::Search, format!("PostgreSQL runs {place}{combined}; statements prepared, jit off."));
    Ok(())
}
