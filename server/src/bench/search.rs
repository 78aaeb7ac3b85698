//! Part `search`: questions to the index of people, beside rivals that hold the same documents.

mod ask;
mod compare;
mod engines;

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
    traces: &Traces,
    report: &mut Report,
    tell: Tell<'_>,
) -> Result<(), BenchError> {
    let words = questions::three_words(site);
    if words.is_empty() {
        return Err(BenchError::TooSmall("no profile has three words"));
    }
    let today = crate::clock::day_number(site.platform.clock.today());
    let engines = Engines::gather(site, plan, traces, report, tell).await?;
    let kinds = [
        Kind { what: ask::ANY_WORD, questions: ask::any_word(&words, today), shared: true },
        Kind { what: ask::FACETS, questions: ask::with_facets(&words, today), shared: true },
        Kind { what: ask::TYPED, questions: ask::typed(questions::typed(site), today), shared: false },
        Kind {
            what: ask::SUGGESTION,
            questions: ask::beginnings(questions::beginnings(site)),
            shared: false,
        },
    ];
    report.rows.push(Row {
        part: Part::Search,
        what: ask::ALL_WORDS.to_owned(),
        engine: OURS.to_owned(),
        outcome: Outcome::NotRun("the index cannot require all words yet".to_owned()),
    });
    for kind in &kinds {
        tell(&format!("asking {} questions: {}", kind.questions.len(), kind.what));
        if kind.shared && !kind.questions.is_empty() {
            compare::compare(&engines, kind.what, &kind.questions, report).await?;
        }
        rows(&engines, kind, report).await?;
    }
    engines.close().await
}

/// Rounds in which the engines take turns, and what they come to.
async fn rows(engines: &Engines<'_>, kind: &Kind, report: &mut Report) -> Result<(), BenchError> {
    let running: Vec<&Arc<Engine>> =
        engines.running().filter(|engine| kind.shared || engine.name() == OURS).collect();
    for engine in &running {
        round(engine, &kind.questions, (1, 0, WARM_UP)).await?;
    }
    let mut alone: Vec<Vec<Latency>> = vec![Vec::new(); running.len()];
    let mut together: Vec<Vec<Latency>> = vec![Vec::new(); running.len()];
    let all = kind.questions.len();
    for number in 0..ROUNDS {
        for (engine, (one, many)) in running.iter().zip(alone.iter_mut().zip(&mut together)) {
            let from = number * all / ROUNDS;
            one.extend(round(engine, &kind.questions, (1, from, all)).await?);
            many.extend(round(engine, &kind.questions, (CLIENTS, from, all)).await?);
        }
    }
    let row = |engine: &str, outcome| Row {
        part: Part::Search,
        what: kind.what.to_owned(),
        engine: engine.to_owned(),
        outcome,
    };
    for (engine, (alone, together)) in running.iter().zip(alone.iter().zip(&together)) {
        let outcome = match Latency::median(alone) {
            Some(latency) => {
                let together = Latency::median(together).map(|latency| (CLIENTS, latency.per_second));
                Outcome::Measured { latency, together }
            }
            None => Outcome::NotRun("the world gives no such question".to_owned()),
        };
        report.rows.push(row(engine.name(), outcome));
    }
    for (engine, why) in engines.absent().filter(|_| kind.shared) {
        report.rows.push(row(engine, Outcome::NotRun(why.to_owned())));
    }
    Ok(())
}

/// One round: clients that each ask the next question when they have an answer, from one question on and
/// around, until all or so many are asked or the budget is spent.
async fn round(
    engine: &Arc<Engine>,
    questions: &Arc<Vec<Question>>,
    (clients, from, count): (usize, usize, usize),
) -> Result<Option<Latency>, BenchError> {
    let next = Arc::new(AtomicUsize::new(0));
    let until = Instant::now() + BUDGET;
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
