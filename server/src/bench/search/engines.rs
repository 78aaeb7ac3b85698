//! Our engine and its rivals, filled; and those that cannot be had, with the reason.

use super::ask::Engine;
use super::fill::fill;
use crate::bench::memory::Memory;
use crate::bench::report::Report;
use crate::bench::rivals::fresh_name;
use crate::bench::rivals::fts5::Fts5;
use crate::bench::rivals::meilisearch::{Meilisearch, MeilisearchError, Place};
use crate::bench::rivals::postgres::Postgres;
use crate::bench::world::Site;
use crate::bench::{BenchError, Part, Plan, Tell, Traces};
use std::error::Error;
use std::sync::Arc;

/// Names in the report.
pub(crate) const FTS5: &str = "SQLite FTS5";
pub(crate) const POSTGRES: &str = "PostgreSQL";
pub(crate) const MEILISEARCH: &str = "Meilisearch";

/// Who takes part.
pub(crate) struct Engines<'a> {
    running: Vec<Arc<Engine>>,
    absent: Vec<(&'static str, String)>,
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
        fill(site, &running, report, tell).await?;
        let running = running.into_iter().map(Arc::new).collect();
        Ok(Self { running, absent, traces })
    }

    /// Those that take part, ours first.
    pub(crate) fn running(&self) -> impl Iterator<Item = &Arc<Engine>> {
        self.running.iter()
    }

    /// Those that do not, with the reason.
    pub(crate) fn absent(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.absent.iter().map(|(name, why)| (*name, why.as_str()))
    }

    /// Ends the rivals.
    pub(crate) async fn close(self) -> Result<(), BenchError> {
        for engine in self.running.into_iter().filter_map(Arc::into_inner) {
            match engine {
                Engine::Ours(_) => {}
                Engine::Fts5(rival) => rival.close().await?,
                Engine::Postgres(rival) => {
                    rival.close().await?;
                    self.traces.note_schema(None);
                }
                Engine::Meilisearch(rival) => {
                    rival.close().await?;
                    self.traces.note_index(None);
                }
            }
        }
        Ok(())
    }
}

/// PostgreSQL with an empty table, or why not.
async fn postgres(plan: &Plan, traces: &Traces) -> Result<Postgres, String> {
    let Some(url) = &plan.postgres else { return Err("no --postgres URL".to_owned()) };
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
    let here = rival.process().await?.is_some_and(|process| memory.postgres(process));
    let combined = if rival.combined { "" } else { ", without the extension btree_gin" };
    let place =
        if here { "on this machine, its memory counted" } else { "elsewhere, its memory not counted" };
    report.note(Part::Search, format!("PostgreSQL runs {place}{combined}; statements prepared, jit off."));
    Ok(())
}

/// The innermost cause, fit for a cell of a table.
fn plainly(error: &(dyn Error + 'static)) -> String {
    let mut cause = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string().replace(['|', '\n'], " ")
}
