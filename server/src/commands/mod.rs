//! The command line: one file a verb.

mod bench;
mod catch_up;
mod check;
mod demo;
mod evaluate;
mod failure;
mod import;
mod match_;
mod match_all;
mod migrate;
mod output;
mod search;
mod seed;
mod serve;
mod token;

use crate::clock::Clock;
use crate::config::Options;
use clap::{Parser, Subcommand};
use failure::Failure;
use std::process::ExitCode;

/// The open labour-market platform: finds jobs for people and people for jobs.
#[derive(Parser)]
#[command(name = "viak", version, propagate_version = true)]
struct CommandLine {
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// A believable country in one command: generates it on first start, then serves
    Demo(demo::Arguments),
    /// Serve pages and the interface for machines
    Serve(serve::Arguments),
    /// Bring the schema of the database and its reference data up to date
    Migrate,
    /// Make the index again from the tables
    Reindex,
    /// Check what must always hold, with a line for each failure
    Check,
    /// Generate a world of any size
    Seed(seed::Arguments),
    /// Take over records from a file
    Import(import::Arguments),
    /// Search jobs or people
    Search(search::Arguments),
    /// Rank people for a vacancy, or vacancies for a person, with reasons
    Match(match_::Arguments),
    /// Judge the quality of answers on labelled data
    Evaluate(evaluate::Arguments),
    /// Measure the platform on a generated world in a temporary folder, beside rivals
    Bench(bench::Arguments),
    /// Make keys to the interface for machines
    Token(token::Arguments),
}

/// Runs the command line; 0 done, 1 failed, 2 wrong usage.
pub async fn main() -> ExitCode {
    let CommandLine { options, verb } = CommandLine::parse();
    crate::telemetry::start();
    match Box::pin(run(options, verb, Clock::system())).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

async fn run(options: Options, verb: Verb, clock: Clock) -> Result<(), Failure> {
    let settings = options.settle()?;
    match verb {
        Verb::Demo(arguments) => demo::run(settings, clock, arguments).await,
        Verb::Serve(arguments) => serve::run(settings, clock, arguments).await,
        Verb::Migrate => migrate::run(settings, clock).await,
        Verb::Reindex => catch_up::reindex(settings, clock).await,
        Verb::Check => check::run(settings, clock).await,
        Verb::Seed(arguments) => seed::run(settings, clock, arguments).await,
        Verb::Import(arguments) => import::run(settings, clock, arguments).await,
        Verb::Search(arguments) => search::run(settings, clock, arguments).await,
        Verb::Match(arguments) => match_::run(settings, clock, arguments).await,
        Verb::Evaluate(arguments) => evaluate::run(arguments).await,
        Verb::Bench(arguments) => bench::run(clock, arguments).await,
        Verb::Token(arguments) => token::run(settings, clock, arguments).await,
    }
}
