//! `viak token create`

use super::failure::Failure;
use super::{catch_up, output};
use crate::api::token;
use crate::clock::Clock;
use crate::config::Settings;
use clap::{Args, Subcommand};

/// What is to be done with tokens.
#[derive(Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Make a token; it is shown once
    Create {
        /// What the token may do
        #[arg(long, value_parser = ["operator", "publisher"])]
        role: String,
        /// Whose vacancies it publishes and withdraws; several tokens may share a source
        #[arg(long, default_value = token::SOURCE, value_name = "NAME")]
        source: String,
        /// What it is for
        #[arg(long, default_value = "")]
        label: String,
    },
}

/// Makes a token and prints it.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    let Verb::Create { role, source, label } = arguments.verb;
    let platform = catch_up::open(settings, clock).await?;
    let at = platform.clock.now();
    output::line(token::create_for(&platform.database, &role, &source, &label, at).await?);
    Ok(())
}
