//! `viak keys rotate`: a new sealing key, with which everything is sealed anew.

use super::failure::Failure;
use super::output;
use crate::accounts;
use crate::app::{Platform, Schema};
use crate::clock::Clock;
use crate::config::Settings;
use crate::identities;
use crate::keys::Keys;
use crate::leases;
use crate::service::CHORES;
use clap::{Args, Subcommand};

/// Rows that are sealed anew in one transaction.
const AT_ONCE: u64 = 200;

/// What is to be done with keys.
#[derive(Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Make a new sealing key, and seal everything anew; begun once more, it goes on where it was ended
    Rotate,
}

/// Changes the sealing key while no server runs.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    let Verb::Rotate = arguments.verb;
    let platform = Platform::open(settings, clock, Schema::Migrate).await?;
    hold(&platform).await?;
    let done = rotate(&platform).await;
    leases::release(&platform.database, CHORES, platform.process).await?;
    let (numbers, secrets) = done?;
    output::line(format_args!(
        "sealed anew: {numbers} document numbers, {secrets} second factors; the old key is gone from {}",
        platform.settings.keys.display()
    ));
    Ok(())
}

/// Keeps servers from working meanwhile: one that runs knows the old key alone.
async fn hold(platform: &Platform) -> Result<(), Failure> {
    if leases::take(&platform.database, CHORES, platform.process).await? {
        return Ok(());
    }
    Err(Failure::Failed(
        "a server is running, or was ended less than twenty seconds ago: end all servers first".into(),
    ))
}

async fn rotate(platform: &Platform) -> Result<(usize, usize), Failure> {
    let file = &platform.settings.keys;
    let held = platform.keys()?;
    // An earlier change that was ended half-way goes on with its own key.
    let keys = if held.are_being_changed() { held.clone() } else { Keys::begin_change(file)? };
    let (mut numbers, mut secrets) = (0, 0);
    let mut after = None;
    loop {
        hold(platform).await?;
        let page = identities::commands::reseal(&platform.database, &keys, after, AT_ONCE).await?;
        numbers += page.0;
        if page.1.is_none() {
            break;
        }
        after = page.1;
    }
    let mut after = None;
    loop {
        hold(platform).await?;
        let page = accounts::commands::reseal(&platform.database, &keys, after, AT_ONCE).await?;
        secrets += page.0;
        if page.1.is_none() {
            break;
        }
        after = page.1;
    }
    Keys::end_change(file)?;
    Ok((numbers, secrets))
}
