//! Our engine and its rivals, filled; and those that cannot be had, with the reason.

use super::ask::Engine;
use crate::bench::report::Report;
use crate::bench::rivals::Feed;
use crate::bench::rivals::fts5::Fts5;
use crate::bench::rivals::postgres::Postgres;
use crate::bench::world::Site;
use crate::bench::{BenchError, Part, Plan, Tell, Traces};
use sea_orm::DbErr;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Names in the report.
pub(crate) const FTS5: &str = "SQLite FTS5";
pub(crate) const POSTGRES: &str = "PostgreSQL";
const MEILISEARCH: &str = "Meilisearch";

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
        traces: &'a Traces,
        report: &mut Report,
        tell: Tell<'_>,
    ) -> Result<Self, BenchError> {
        let mut absent = Vec::new();
        let fts5 = Fts5::create(&site.folder).await?;
        let postgres = match &plan.postgres {
            None => Err("no --postgres URL".to_owned()),
            Some(url) => Postgres::create(url)
                .await
                .map_err(|error| format!("it does not answer ({})", plainly(&error))),
        };
        let postgres = match postgres {
            Ok(rival) => {
                let url = plan.postgres.clone().unwrap_or_default();
                traces.note_schema(Some((url, rival.schema.clone())));
                Some(rival)
            }
            Err(why) => {
                absent.push((POSTGRES, why));
                None
            }
        };
        let meilisearch = match &plan.meilisearch {
            None => "no --meilisearch URL",
            Some(_) => "this program does not speak to it yet",
        };
        absent.push((MEILISEARCH, meilisearch.to_owned()));
        fill(site, &fts5, postgres.as_ref(), report, tell).await?;
        let mut running = vec![Arc::new(Engine::Ours(site.platform.clone())), Arc::new(Engine::Fts5(fts5))];
        running.extend(postgres.map(|rival| Arc::new(Engine::Postgres(rival))));
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
            }
        }
        Ok(())
    }
}

/// Gives rivals the documents; only their own work is timed, not the segmentation that is done for them.
async fn fill(
    site: &Site,
    fts5: &Fts5,
    postgres: Option<&Postgres>,
    report: &mut Report,
    tell: Tell<'_>,
) -> Result<(), BenchError> {
    tell("filling the rivals");
    let mut feed = Feed::new(&site.platform);
    let mut took = [Duration::ZERO; 2];
    let [fts5_took, postgres_took] = &mut took;
    let mut documents = 0;
    loop {
        let page = feed.page().await?;
        if page.is_empty() {
            break;
        }
        documents += page.len();
        timed(fts5_took, fts5.add(&page)).await?;
        if let Some(postgres) = postgres {
            timed(postgres_took, postgres.add(&page)).await?;
        }
    }
    timed(fts5_took, fts5.finish()).await?;
    if let Some(postgres) = postgres {
        timed(postgres_took, postgres.finish()).await?;
    }
    let documents = documents.max(1) as f64;
    let mut note = |name: &str, took: &Duration, bytes: f64| {
        let what = format!("index build, people, {name}, words given");
        report.figure(Some(Part::Search), what, documents / took.as_secs_f64(), "documents/s");
        report.figure(
            Some(Part::Search),
            format!("index size, people, {name}"),
            bytes / documents,
            "bytes/document",
        );
    };
    note(FTS5, fts5_took, fts5.bytes() as f64);
    if let Some(postgres) = postgres {
        note(POSTGRES, postgres_took, postgres.bytes().await? as f64);
    }
    let text = format!("rivals were given every word: {} of {documents} texts were cut", feed.cut);
    report.check(Part::Search, text, feed.cut == 0);
    Ok(())
}

async fn timed(took: &mut Duration, work: impl Future<Output = Result<(), DbErr>>) -> Result<(), DbErr> {
    let begun = Instant::now();
    let done = work.await;
    *took += begun.elapsed();
    done
}

/// The innermost cause, fit for a cell of a table.
fn plainly(error: &DbErr) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string().replace(['|', '\n'], " ")
}
