//! People of a generated world who are registered twice, so that whoever decides who is who has something to decide.

use super::{SeedError, person};
use crate::app::Platform;
use crate::people::commands::register_batch;
use seed_data::world::World;

/// Under which source second records are kept.
pub const SOURCE: &str = "generated-again";

/// Registers the second records of a world; returns how many there are.
pub async fn load(platform: &Platform, world: &World) -> Result<usize, SeedError> {
    let book = platform.book();
    let again = (0..world.person_count()).filter_map(|index| world.second_record(index));
    let drafts: Vec<_> = again.map(|made| person(&book, made)).collect();
    register_batch(&platform.database, SOURCE, &drafts, platform.clock.now()).await?;
    Ok(drafts.len())
}
