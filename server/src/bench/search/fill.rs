//! Rivals get the documents; only their own work is timed, not the segmentation that is done for them.

use super::ask::Engine;
use super::engines::Engines;
use crate::bench::report::Report;
use crate::bench::rivals::{Fed, Feed};
use crate::bench::world::Site;
use crate::bench::{BenchError, Part, Tell};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Documents between two words about it.
const TELL_EVERY: usize = 50_000;

/// Fills all rivals among `engines`, and notes how fast and how large.
pub(super) async fn fill(
    site: &Site,
    engines: &Engines<'_>,
    report: &mut Report,
    tell: Tell<'_>,
) -> Result<(), BenchError> {
    tell("filling the rivals");
    let mut feed = Feed::new(&site.platform);
    let rivals: Vec<Arc<Engine>> = engines.running().cloned().collect();
    let mut took = vec![Duration::ZERO; rivals.len()];
    let is_lost = |engine: &Engine| engines.running().all(|running| running.name() != engine.name());
    let (mut documents, mut told) = (0, 0);
    loop {
        let page = feed.page().await?;
        if page.is_empty() {
            break;
        }
        documents += page.len();
        for (engine, took) in rivals.iter().zip(&mut took).filter(|(engine, _)| !is_lost(engine)) {
            let begun = Instant::now();
            engines.heard(engine, add(engine, &page).await)?;
            *took += begun.elapsed();
        }
        if documents >= told + TELL_EVERY {
            told = documents;
            tell(&format!("filling the rivals: {documents} of {} documents", site.ground.people));
        }
    }
    for (engine, took) in rivals.iter().zip(&mut took).filter(|(engine, _)| !is_lost(engine)) {
        let begun = Instant::now();
        if engines.heard(engine, finish(engine).await)?.is_none() {
            continue;
        }
        *took += begun.elapsed();
        if let Some(bytes) = engines.heard(engine, bytes(engine).await)?.flatten() {
            note(engine.name(), documents.max(1) as f64, (*took, bytes), report);
        }
    }
    let text = format!("rivals were given every word: {} of {documents} texts were cut", feed.cut);
    report.check(Part::Search, text, feed.cut == 0);
    Ok(())
}

fn note(name: &str, documents: f64, (took, bytes): (Duration, f64), report: &mut Report) {
    let part = Some(Part::Search);
    let what = format!("index build, people, {name}, words given");
    report.figure(part, what, documents / took.as_secs_f64(), "documents/s");
    report.figure(part, format!("index size, people, {name}"), bytes / documents, "bytes/document");
}

async fn add(engine: &Engine, page: &[Fed]) -> Result<(), BenchError> {
    match engine {
        Engine::Ours(_) => {}
        Engine::Fts5(rival) => rival.add(page).await?,
        Engine::Postgres(rival) => rival.add(page).await?,
        Engine::Meilisearch(rival) => rival.add(page).await?,
    }
    Ok(())
}

async fn finish(engine: &Engine) -> Result<(), BenchError> {
    match engine {
        Engine::Ours(_) => {}
        Engine::Fts5(rival) => rival.finish().await?,
        Engine::Postgres(rival) => rival.finish().await?,
        Engine::Meilisearch(rival) => rival.finish().await?,
    }
    Ok(())
}

/// Bytes that a rival keeps; none for ourselves, and for who does not tell.
async fn bytes(engine: &Engine) -> Result<Option<f64>, BenchError> {
    Ok(match engine {
        Engine::Ours(_) => None,
        Engine::Fts5(rival) => Some(rival.bytes() as f64),
        Engine::Postgres(rival) => Some(rival.bytes().await? as f64),
        Engine::Meilisearch(rival) => rival.bytes().await,
    })
}
