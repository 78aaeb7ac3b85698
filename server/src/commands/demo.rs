//! `viak demo`: a believable country in one command.

use super::failure::Failure;
use super::{output, seed, serve};
use crate::api::token;
use crate::app::{Platform, Schema};
use crate::clock::{Clock, day_number};
use crate::config::Settings;
use crate::db::settings;
use crate::seeding;
use clap::Args;
use seed_data::world::World;
use std::sync::Arc;

/// People of the demonstration.
const PEOPLE: u32 = 2_000;
/// Vacancies of the demonstration.
const VACANCIES: u32 = 300;
/// Seed of the demonstration.
const SEED: u64 = 1;

/// Nothing to choose beyond the settings.
#[derive(Args)]
pub(super) struct Arguments {}

/// Loads the demonstration on first start, then serves.
pub(super) async fn run(settings: Settings, clock: Clock, _arguments: Arguments) -> Result<(), Failure> {
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
    let operator = token::create(&platform.database, "operator", "demo", platform.clock.now()).await?;
    output::line(format_args!("operator token: {operator}"));
    serve::serve(platform).await
}
