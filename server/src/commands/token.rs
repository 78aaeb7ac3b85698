//! `viak token create`

use super::failure::Failure;
use super::{catch_up, output};
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
        #[arg(long, value_parser = ["operator"])]
        role: String,
        /// What it is for
        #[arg(long, default_value = "")]
        label: String,
    },
}

/// Makes a token and prints it.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    let Verb::Create { role, label } = arguments.verb;
    let platform = catch_up::open(settings, clock).await?;
    let token = crate::api::token::create(&platform.database, &role, &label, platform.clock.now()).await?;
    output::line(token);
    Ok(())
}
