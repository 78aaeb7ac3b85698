//! The command line: one file a verb.

mod allocate;
mod audit;
mod backup;
mod bench;
mod board;
mod board_said;
mod catch_up;
mod check;
mod demo;
mod duplicates;
mod evaluate;
mod extract;
mod failure;
mod fairness;
mod import;
mod keys;
mod mail;
mod match_;
mod match_all;
mod migrate;
mod noted;
mod organisation;
mod outbox;
mod output;
mod parts;
mod private;
mod restore;
mod retention;
mod role;
mod search;
mod seed;
mod serve;
mod token;
mod train;

use crate::clock::Clock;
use crate::config::{Options, SettingsError};
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
    Check(check::Arguments),
    /// List what was done and read, by whom and what for
    Audit(audit::Arguments),
    /// Write the whole platform into one file, while a server runs or not
    Backup(backup::Arguments),
    /// Restore a backup into an empty data folder, or an empty PostgreSQL database
    Restore(restore::Arguments),
    /// Generate a world of any size
    Seed(seed::Arguments),
    /// Take over records from a file
    Import(import::Arguments),
    /// Search jobs or people
    Search(search::Arguments),
    /// Rank people for a vacancy, or vacancies for a person, with reasons
    Match(match_::Arguments),
    /// What was searched for in vain, and synonyms to approve for it
    Board(board::Arguments),
    /// Who is recommended, by sex, age and province
    Fairness(fairness::Arguments),
    /// List people who may be registered twice, for a person to judge
    Duplicates(duplicates::Arguments),
    /// Judge the platform's answers on labelled data
    Evaluate(evaluate::Arguments),
    /// Allocate seats to people, at the highest total or stably, with a bound and reasons
    Allocate(allocate::Arguments),
    /// Measure the platform on a generated world in a temporary folder, beside rivals
    Bench(bench::Arguments),
    /// Train models of the platform's own
    Train(train::Arguments),
    /// Letters and short messages: what waits, what was given up, and sending it again
    Outbox(outbox::Arguments),
    /// Try whether mail and SMS can be sent
    Mail(mail::Arguments),
    /// Offices are made, and organisations of every kind listed
    Organisation(organisation::Arguments),
    /// Keys that seal what is stored
    Keys(keys::Arguments),
    /// Who has which role
    Role(role::Arguments),
    /// What is kept for how long, what is due, and doing it now
    Retention(retention::Arguments),
    /// The text of a file on stdin, as JSON: what a server starts for each uploaded file
    #[command(hide = true)]
    Extract,
    /// Keys to the interface for machines: made, listed, taken back
    Token(token::Arguments),
    /// Parts of others of which this program was built, with versions and checksums
    Parts(parts::Arguments),
}

/// Runs the command line; 0 done, 1 failed, 2 wrong usage.
pub async fn main() -> ExitCode {
    let CommandLine { options, verb } = CommandLine::parse();
    crate::telemetry::start();
    // All verbs together are one large future, which need not lie on the stack.
    match Box::pin(run(options, verb, Clock::system())).await {
        Ok(()) if output::is_lost() => ExitCode::FAILURE,
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

async fn run(options: Options, verb: Verb, clock: Clock) -> Result<(), Failure> {
    // It has no settings, and asks for none.
    if let Verb::Extract = verb {
        return extract::run();
    }
    let settings = options.settle().map_err(|error| match error {
        SettingsError::Sending(wrong) => Failure::Usage(wrong.to_string()),
        SettingsError::Contact(wrong) => Failure::Usage(wrong.to_string()),
        other => other.into(),
    })?;
    match verb {
        Verb::Demo(arguments) => demo::run(settings, clock, arguments).await,
        Verb::Serve(arguments) => serve::run(settings, clock, arguments).await,
        Verb::Migrate => migrate::run(settings, clock).await,
        Verb::Reindex => catch_up::reindex(settings, clock).await,
        Verb::Check(arguments) => check::run(settings, clock, arguments).await,
        Verb::Audit(arguments) => audit::run(settings, clock, arguments).await,
        Verb::Backup(arguments) => backup::run(settings, clock, arguments).await,
        Verb::Restore(arguments) => restore::run(settings, arguments).await,
        Verb::Seed(arguments) => seed::run(settings, clock, arguments).await,
        Verb::Import(arguments) => import::run(settings, clock, arguments).await,
        Verb::Search(arguments) => search::run(settings, clock, arguments).await,
        Verb::Match(arguments) => match_::run(settings, clock, arguments).await,
        Verb::Board(arguments) => board::run(settings, clock, arguments).await,
        Verb::Fairness(arguments) => fairness::run(settings, clock, arguments).await,
        Verb::Duplicates(arguments) => duplicates::run(settings, clock, arguments).await,
        Verb::Evaluate(arguments) => evaluate::run(settings, arguments).await,
        Verb::Allocate(arguments) => allocate::run(settings, clock, arguments).await,
        Verb::Bench(arguments) => Box::pin(bench::run(clock, arguments)).await,
        Verb::Train(arguments) => train::run(arguments).await,
        Verb::Outbox(arguments) => outbox::run(settings, clock, arguments).await,
        Verb::Mail(arguments) => mail::run(settings, clock, arguments).await,
        Verb::Organisation(arguments) => organisation::run(settings, clock, arguments).await,
        Verb::Keys(arguments) => keys::run(settings, clock, arguments).await,
        Verb::Role(arguments) => role::run(settings, clock, arguments).await,
        Verb::Retention(arguments) => retention::run(settings, clock, arguments).await,
        Verb::Extract => extract::run(),
        Verb::Token(arguments) => token::run(settings, clock, arguments).await,
        Verb::Parts(arguments) => parts::run(&arguments),
    }
}
