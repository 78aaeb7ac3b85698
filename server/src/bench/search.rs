//! Part `search`: questions to the index of people, beside rivals that hold the same documents.

mod ask;
mod compare;
mod engines;
mod fill;

use super::memory::Memory;
use super::questions;
use super::report::{OURS, Outcome, Report, Row};
use super::timing::{Latency, ROUNDS};
use super::world::Site;
use super::{BenchError, Part, Plan, Tell, Traces};
use ask::{Engine, Question};
use engines::Engines;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Questions that are asked before anything is timed.
const WARM_UP: usize = 200;
/// A round of one engine and one kind of question ends here, so that slow engines do not hold up the rest.
const BUDGET: Duration = Duration::from_secs(8);
/// Clients that ask side by side when saturation is measured.
const CLIENTS: usize = 2;

/// What is not equal between the engines.
const SEARCH_NOTE: &str = "Unequal work in search: ours runs in this process and counts all hits, six facets, \
and hits by stem and inside unspaced stretches; rivals are asked through their driver, need not count hits, \
count three facets, and hold words segmented by us, Latin ones without diacritics and function words left out. \
Meilisearch is asked over HTTP, without typos and prefixes; where any word suffices it leaves out words from the \
end until it has enough (`last`), which finds less.";

/// A kind of question with its questions.
struct Kind {
    what: &'static str,
    questions: Arc<Vec<Question>>,
    /// Rivals have something of the kind.
    shared: bool,
}

/// Measures all kinds of questions.
pub(crate) async fn measure(
    site: &Site,
    plan: &Plan,
    (traces, memory): (&Traces, &Memory),
    report: &mut Report,
    tell: Tell<'_>,
) -> Result<(), BenchError> {
    let words = questions::three_words(site);
    if words.is_empty() {
        return Err(BenchError::TooSmall("no profile has three words"));
    }
    let today = crate::clock::day_number(site.platform.clock.today());
    let engines = Engines::gather(site, plan, (traces, memory), report, tell).await?;
    let shared = |what, questions| Kind { what, questions, shared: true };
    let our_own = |what, questions| Kind { what, questions, shared: false };
    let kinds = [
        shared(ask::ALL_WORDS, ask::three(&words, today, true, true)),
        shared(ask::ANY_WORD, ask::three(&words, today, false, true)),
        shared(ask::ALL_ANYWHERE, ask::three(&words, today, true, false)),
        shared(ask::ANY_ANYWHERE, ask::three(&words, today, false, false)),
        shared(ask::FACETS, ask::with_facets(&words, today)),
        our_own(ask::TYPED, ask::typed(questions::typed(site), today)),
        our_own(ask::SUGGESTION, ask::beginnings(questions::beginnings(site))),
    ];
    report.note(Part::Search, SEARCH_NOTE);
    for kind in &kinds {
        tell(&format!("asking {} questions: {}", kind.questions.len(), kind.what));
        let distinct = kind.questions.len() as f64;
        report.figure(
            Some(Part::Search),
            format!("distinct questions, {}", kind.what),
            distinct,
            "questions",
        );
        if kind.shared && !kind.questions.is_empty() {
            compare::compare(&engines, kind.what, &kind.questions, report).await?;
        }
        rows(&engines, kind, site.ground.budget(BUDGET), report).await?;
        tell_rates(&report.rows, kind.what, tell);
    }
    engines.close().await
}

/// Says what came of a kind of question as soon as it is known: a run at the size of a country takes long.
fn tell_rates(rows: &[Row], what: &str, tell: Tell<'_>) {
    for Row { engine, outcome, .. } in rows.iter().filter(|row| row.what == what) {
        if let Outcome::Measured { latency, together } = outcome {
            let rate = together.map_or(latency.per_second, |(_, rate)| rate);
            tell(&format!(
                "{engine}: p50 {:.2} ms, p99 {:.2} ms, {rate:.0} a second",
                latency.p50, latency.p99
            ));
        }
    }
}

/// Rounds in which the engines take turns, and what they come to.
async fn rows(
    engines: &Engines<'_>,
    kind: &Kind,
    budget: Duration,
    report: &mut Report,
) -> Result<(), BenchError> {
    let running: Vec<&Arc<Engine>> =
        engines.running().filter(|engine| kind.shared || engine.name() == OURS).collect();
    for engine in &running {
        engines.heard(engine, round(engine, &kind.questions, budget, (1, 0, WARM_UP)).await)?;
    }
    let mut alone: Vec<Vec<Latency>> = vec![Vec::new(); running.len()];
    let mut together: Vec<Vec<Latency>> = vec![Vec::new(); running.len()];
    let all = kind.questions.len();
    for number in 0..ROUNDS {
        for (engine, (one, many)) in running.iter().zip(alone.iter_mut().zip(&mut together)) {
            let from = number * all / ROUNDS;
            if engines.running().all(|running| running.name() != engine.name()) {
                continue;
            }
            let times = round(engine, &kind.questions, budget, (1, from, all)).await;
            one.extend(engines.heard(engine, times)?.flatten());
            let times = round(engine, &kind.questions, budget, (CLIENTS, from, all)).await;
            many.extend(engines.heard(engine, times)?.flatten());
        }
    }
    let row = |engine: &str, outcome| Row {
        part: Part::Search,
        what: kind.what.to_owned(),
        engine: engine.to_owned(),
        outcome,
    };
    let absent = engines.absent();
    for (engine, (alone, together)) in running.iter().zip(alone.iter().zip(&together)) {
        if absent.iter().any(|(name, _)| *name == engine.name()) {
            continue;
        }
        let outcome = match Latency::median(alone) {
            Some(latency) => {
                let together = Latency::median(together).map(|latency| (CLIENTS, latency.per_second));
                Outcome::Measured { latency, together }
            }
            None => Outcome::NotRun("the world gives no such question".to_owned()),
        };
        report.rows.push(row(engine.name(), outcome));
    }
    for (engine, why) in absent.into_iter().filter(|_| kind.shared) {
        report.rows.push(row(engine, Outcome::NotRun(why)));
    }
    Ok(())
}

/// One round: clients that each ask the next question when they have an answer, from one question on and
/// around, until all or so many are asked or the budget is spent.
async fn round(
    engine: &Arc<Engine>,
    questions: &Arc<Vec<Question>>,
    budget: Duration,
    (clients, from, count): (usize, usize, usize),
) -> Result<Option<Latency>, BenchError> {
    let next = Arc::new(AtomicUsize::new(0));
    let until = Instant::now() + budget;
    let asking: Vec<_> = (0..clients)
        .map(|_| {
            let (engine, questions, next) = (engine.clone(), questions.clone(), next.clone());
            tokio::spawn(async move {
                let mut times = Vec::new();
                while Instant::now() < until {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let around = (from + at).checked_rem(questions.len());
                    let Some(question) = around.and_then(|at| questions.get(at)).filter(|_| at < count)
                    else {
                        break;
                    };
                    times.push(engine.ask(question).await?);
                }
                Ok::<_, BenchError>(times)
            })
        })
        .collect();
    let mut times = Vec::new();
    for client in asking {
        times.extend(client.await??);
    }
    Ok(Latency::of(times, clients))
}
