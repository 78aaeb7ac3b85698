//! `viak migrate`

use super::failure::Failure;
use super::output;
use crate::app::{Schema, open_database};
use crate::clock::Clock;
use crate::config::Settings;
use crate::{reference, rules};

/// Brings schema and reference data up to date.
pub(super) async fn run(settings: Settings, clock: Clock) -> Result<(), Failure> {
    let database = open_database(&settings, Schema::Migrate).await?;
    let loaded = reference::load(&database).await?;
    let loaded = rules::load(&database, clock.now()).await? || loaded;
    let version = seed_data::VERSION;
    output::line(if loaded {
        format!("schema up to date, reference data {version} loaded")
    } else {
        format!("schema up to date, reference data {version} was there already")
    });
    Ok(())
}
