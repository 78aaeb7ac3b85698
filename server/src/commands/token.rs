//! `viak token create`

use super::failure::Failure;
use super::{catch_up, output};
use crate::api::token;
use crate::clock::Clock;
use crate::config::Settings;
use crate::ids::OrganisationId;
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
        #[arg(long, value_parser = ["operator", "publisher", "employer_user", "agency_user"])]
        role: String,
        /// Whose vacancies it publishes and withdraws; several tokens may share a source
        #[arg(long, default_value = token::SOURCE, value_name = "NAME")]
        source: String,
        /// The organisation whose members' sight it has, for roles of members
        #[arg(long, value_name = "ID", required_if_eq_any([("role", "employer_user"), ("role", "agency_user")]))]
        organisation: Option<OrganisationId>,
        /// What it is for
        #[arg(long, default_value = "")]
        label: String,
    },
}

/// Makes a token and prints it.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    let Verb::Create { role, source, organisation, label } = arguments.verb;
    let platform = catch_up::open(settings, clock).await?;
    let at = platform.clock.now();
    let made = match organisation {
        Some(organisation) => token::create_of(&platform.database, &role, organisation, &label, at).await?,
        None => token::create_for(&platform.database, &role, &source, &label, at).await?,
    };
    output::line(made);
    Ok(())
}
