//! `viak seed`

use super::failure::Failure;
use super::{catch_up, output};
use crate::app::Platform;
use crate::clock::{Clock, day_number};
use crate::config::Settings;
use crate::db::settings;
use crate::seeding;
use clap::Args;
use seed_data::world::{World, report};
use std::sync::Arc;

/// What the mark of a generated world says once all of it is there.
pub(super) const LOADED: &str = "loaded";

/// Which world.
#[derive(Args)]
pub(super) struct Arguments {
    /// People
    #[arg(long, default_value_t = 2_000, value_name = "N")]
    people: u32,
    /// Vacancies
    #[arg(long, default_value_t = 300, value_name = "M")]
    vacancies: u32,
    /// The same seed makes the same world
    #[arg(long, default_value_t = 1, value_name = "S")]
    seed: u64,
    /// Print figures of the world instead of loading it
    #[arg(long)]
    report: bool,
}

/// Generates a world into the tables, or reports on it.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    let Arguments { people, vacancies, seed, report: only_report } = arguments;
    let world = Arc::new(World::new(seed, people, vacancies, day_number(clock.today()))?);
    if only_report {
        output::line(report(&world));
        return Ok(());
    }
    let needed = seeding::bytes_needed(people, vacancies);
    if seeding::free_bytes(&settings.data).is_some_and(|free| free < needed) {
        let message = format!("this world needs about {} MB of disk, and there is less", needed / 1_000_000);
        return Err(Failure::Failed(message.into()));
    }
    let platform = catch_up::open(settings, clock).await?;
    load(&platform, &world, people, vacancies).await?;
    catch_up::after_writing(&platform).await?;
    output::line(format_args!("{people} people and {vacancies} vacancies are there"));
    Ok(())
}

/// Loads a world with progress, and marks the database as holding one.
pub(super) async fn load(
    platform: &Platform,
    world: &Arc<World>,
    people: u32,
    vacancies: u32,
) -> Result<(), Failure> {
    let all = u64::from(people) + u64::from(vacancies);
    mark(platform, "loading").await?;
    let mut shown = 0;
    seeding::load(platform, world, |stored| {
        if stored - shown >= 10_000 || stored as u64 == all {
            shown = stored;
            output::progress(format_args!("{stored} of {all} rows stored"));
        }
    })
    .await?;
    output::end_progress();
    mark(platform, LOADED).await
}

/// Says how far the generated world is in the database.
async fn mark(platform: &Platform, state: &str) -> Result<(), Failure> {
    let transaction = platform.database.begin().await?;
    settings::write(&transaction, settings::DEMO, state).await?;
    transaction.commit().await?;
    Ok(())
}
