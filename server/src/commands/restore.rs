//! `viak restore FILE`

use super::backup::{by_table, interrupted, progress};
use super::failure::Failure;
use super::output;
use super::serve::told_to_end;
use crate::backup;
use crate::config::Settings;
use clap::Args;
use serde_json::json;
use std::path::PathBuf;

/// From where.
#[derive(Args)]
pub(super) struct Arguments {
    /// What `viak backup` wrote
    file: PathBuf,
    /// Say what was restored as JSON
    #[arg(long)]
    json: bool,
}

/// Restores a backup; told to end, it leaves nothing behind.
pub(super) async fn run(settings: Settings, arguments: Arguments) -> Result<(), Failure> {
    let Arguments { file, json } = arguments;
    let restored = tokio::select! {
        biased;
        () = told_to_end() => return Err(interrupted()),
        restored = backup::restore(&file, &settings, progress()) => restored?,
    };
    output::end_progress();
    output::progress(format_args!("viak: {}", restored.keys_in_words(&settings.keys)));
    output::end_progress();
    let manifest = &restored.manifest;
    if json {
        output::json(
            &json!({"made_at": manifest.made_at, "database": manifest.database, "demo": manifest.demo,
            "keys": manifest.keys, "keys_in_place": restored.keys_in_place,
            "holds_again": {"since": manifest.made_at, "what": backup::REVIVED},
            "brought_forward": restored.brought_forward, "rows": manifest.rows(), "tables": by_table(manifest)}),
        );
        return Ok(());
    }
    for table in &manifest.tables {
        output::line(format_args!("{:>10}  {}", table.rows, table.name));
    }
    let made = manifest.made_at.format("%Y-%m-%d %H:%M:%S UTC");
    output::line(format_args!("{:>10}  rows in all, of the backup of {made}", manifest.rows()));
    output::line(format_args!("{}", restored.revived_in_words()));
    Ok(())
}
