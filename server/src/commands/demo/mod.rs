//! `viak demo`: a believable country in one command, with an account for each role.

mod accounts;
mod organisations;
mod said;

use super::failure::Failure;
use super::{catch_up, output, seed, serve};
use crate::accounts::commands::demo;
use crate::accounts::model::Contact;
use crate::api::token;
use crate::app::{Platform, Schema};
use crate::audit::By;
use crate::clock::{Clock, day_number};
use crate::config::Settings;
use crate::db::settings;
use crate::installation;
use crate::keys::KeysError;
use crate::rules;
use crate::seeding;
use clap::{Args, Subcommand};
use seed_data::world::World;
use std::sync::Arc;

/// People of the demonstration.
const PEOPLE: u32 = 2_000;
/// Vacancies of the demonstration.
const VACANCIES: u32 = 300;
/// Seed of the demonstration.
const SEED: u64 = 1;

/// What is to be done beside serving.
#[derive(Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Subcommand)]
enum Verb {
    /// The code that the second step of a demonstration account asks for now
    Code {
        /// The account, by the address that it signs in with
        contact: Contact,
    },
}

/// Loads the demonstration on first start, then serves; or says a code.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    if let Some(Verb::Code { contact }) = arguments.verb {
        return say_code(&settings, &clock, &contact).await;
    }
    let platform = Platform::open(settings, clock, Schema::Migrate).await?;
    let reader = platform.database.reader();
    let marked = settings::read(reader, settings::DEMO).await?;
    if marked.is_none()
        && (crate::people::store::any(reader).await? || crate::vacancies::store::any(reader).await?)
    {
        return Err(Failure::Failed(
            "this data folder holds real records; give the demonstration a folder of its own with --data"
                .into(),
        ));
    }
    if marked.as_deref() != Some(seed::LOADED) {
        let world = Arc::new(World::new(SEED, PEOPLE, VACANCIES, day_number(platform.clock.today()))?);
        seed::load(&platform, &world, PEOPLE, VACANCIES).await?;
        seeding::again::load(&platform, &world).await?;
    }
    // The demonstration is a world in which the ministry has confirmed what waits for it.
    let reason = "demonstration: taken for confirmed by the ministry";
    let now = platform.clock.now();
    rules::commands::confirm_all(&platform.database, &By::at_command_line(), reason, now).await?;
    let cast = accounts::make(&platform).await?;
    let operator = token::create(&platform.database, "operator", "demo", platform.clock.now()).await?;
    said::print(&cast);
    output::line(format_args!("operator token: {operator}"));
    serve::serve(platform).await
}

/// Says the present code of a demonstration account, while its server runs or not.
async fn say_code(settings: &Settings, clock: &Clock, contact: &Contact) -> Result<(), Failure> {
    let database = catch_up::database_held(settings).await?;
    let keys = installation::keys_of(&database, &settings.keys, Schema::Expect).await?;
    let keys = keys.ok_or_else(|| KeysError::Missing(settings.keys.display().to_string()))?;
    let code = demo::code(database.reader(), &keys, contact, clock.now()).await?;
    let (code, seconds) = code.ok_or_else(|| {
        Failure::Usage(format!("{} is no demonstration account that asks for a code", contact.as_str()))
    })?;
    output::line(format_args!("{code}"));
    output::progress(format_args!("works for {seconds} seconds, once"));
    output::end_progress();
    Ok(())
}
