//! `viak bench`: builds a world in a temporary folder and measures, rivals beside us in one run.

use super::failure::Failure;
use super::output;
use crate::bench::{self, Earlier, Part, Plan, Report, Traces};
use crate::clock::Clock;
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::signal::unix::{Signal, SignalKind, signal};

/// What is measured, on how large a world, beside whom.
#[derive(Args)]
pub(super) struct Arguments {
    /// What to measure
    #[arg(value_enum, default_value = "all")]
    what: Vec<What>,
    /// People of the world
    #[arg(long, default_value_t = 10_000, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    people: u32,
    /// Vacancies of the world
    #[arg(long, default_value_t = 2_000, value_name = "M", value_parser = clap::value_parser!(u32).range(1..))]
    vacancies: u32,
    /// The same seed makes the same world and asks the same questions
    #[arg(long, default_value_t = 1, value_name = "S")]
    seed: u64,
    /// PostgreSQL to compare with; a schema of its own is made there and removed (postgres://…)
    #[arg(long, value_name = "URL")]
    postgres: Option<String>,
    /// Meilisearch to compare with (http://[KEY@]HOST[:PORT]; the key may stand in `VIAK_MEILISEARCH_KEY`);
    /// an index of its own is made there and removed
    #[arg(long, value_name = "URL")]
    meilisearch: Option<String>,
    /// Keep the world in this folder, and use it again in a later run over the same world
    #[arg(long, value_name = "DIR")]
    keep: Option<PathBuf>,
    /// Set the figures beside those of an earlier run over a world of another size, as its --json told them
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// Index and queries
    Search,
    /// People and openings
    Match,
    /// Pages over HTTP
    Pages,
    /// Files taken over
    Import,
    /// Titles to occupations
    Titles,
    /// People who are registered twice
    Linkage,
    /// Seats to people: 20,000 people × 500 openings if no size is given; needs no world
    Allocation,
    /// Events of the audit trail: 1,000,000 if no size is given, else 10 a person; needs no world
    Audit,
    /// Stored searches and the new vacancies that meet them: 250 for each vacancy, 500,000 at most
    Alerts,
    /// Everything
    All,
}

/// Exit code of a program that Ctrl-C ended.
pub(super) const INTERRUPTED: i32 = 130;
/// How long a run that is told to end may take to notice.
const ENDING: Duration = Duration::from_millis(500);

/// Measures and prints. Whatever ends it, the temporary folder is removed.
pub(super) async fn run(clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    let Arguments { what, people, vacancies, seed, postgres, meilisearch, keep, against, json } = arguments;
    let parts = what.iter().flat_map(|what| parts(*what)).collect();
    let plan = Plan { parts, people, vacancies, seed, postgres, meilisearch, keep };
    let earlier = against.map(|file| earlier(&file)).transpose()?;
    // One pair of ears for both times: what is said while a folder is being removed must not be lost.
    let mut told = Told::listen();
    let traces = Arc::new(Traces::default());
    let left = traces.clone();
    let mut measuring = tokio::spawn(async move {
        Box::pin(bench::run(&plan, &clock, &left, &|text| output::progress(text))).await
    });
    let outcome = tokio::select! {
        outcome = &mut measuring => outcome,
        () = told.end() => {
            // What waits ends at once; threads in the middle of measuring do not listen.
            measuring.abort();
            drop(tokio::time::timeout(ENDING, &mut measuring).await);
            end_early(&traces, &mut told).await
        }
    };
    output::end_progress();
    let gone = traces.remove().await;
    let mut report = outcome??;
    if let Some(earlier) = earlier {
        report.compare(&earlier);
    }
    print(&report, json)?;
    if gone { Ok(()) } else { Err(Failure::Failed("the temporary folder could not be removed".into())) }
}

/// The run that `--against` names.
fn earlier(file: &Path) -> Result<Earlier, Failure> {
    Earlier::read(file).map_err(|error| {
        Failure::Failed(format!("{} holds no figures of an earlier run: {error}", file.display()).into())
    })
}

fn parts(what: What) -> Vec<Part> {
    match what {
        What::Search => vec![Part::Search],
        What::Match => vec![Part::Match],
        What::Pages => vec![Part::Pages],
        What::Import => vec![Part::Import],
        What::Titles => vec![Part::Titles],
        What::Linkage => vec![Part::Linkage],
        What::Allocation => vec![Part::Allocation],
        What::Audit => vec![Part::Audit],
        What::Alerts => vec![Part::Alerts],
        What::All => Part::ALL.to_vec(),
    }
}

/// Hears Ctrl-C, SIGTERM and the end of its terminal from its making on, also while nobody waits.
pub(super) struct Told([Option<Signal>; 3]);

impl Told {
    /// Begins to listen; from here on none ends the process by itself.
    pub(super) fn listen() -> Self {
        let kinds = [SignalKind::interrupt(), SignalKind::terminate(), SignalKind::hangup()];
        Self(kinds.map(|kind| signal(kind).ok()))
    }

    /// Waits until the process is told to end.
    pub(super) async fn end(&mut self) {
        let [interrupt, terminate, hangup] = &mut self.0;
        tokio::select! {
            () = heard(interrupt) => {}
            () = heard(terminate) => {}
            () = heard(hangup) => {}
        }
    }
}

async fn heard(signal: &mut Option<Signal>) {
    match signal {
        Some(signal) => {
            signal.recv().await;
        }
        None => std::future::pending().await,
    }
}

/// Waits for Ctrl-C, SIGTERM or the end of the terminal.
pub(super) async fn told_to_end() {
    Told::listen().end().await;
}

/// Removes what the run has made and ends the process; told once more, it waits for no rival.
async fn end_early<T>(traces: &Traces, told: &mut Told) -> T {
    output::end_progress();
    let gone = tokio::select! {
        gone = traces.remove() => gone,
        () = told.end() => std::process::exit(INTERRUPTED),
    };
    output::progress(if gone {
        "stopped, the temporary folder is removed"
    } else {
        "stopped, the temporary folder could not be removed"
    });
    output::end_progress();
    std::process::exit(INTERRUPTED)
}

fn print(report: &Report, json: bool) -> Result<(), Failure> {
    if json {
        output::json(&serde_json::to_value(report)?);
    } else {
        output::line(report);
    }
    if report.holds() { Ok(()) } else { Err(Failure::Found) }
}
