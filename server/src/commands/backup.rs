//! `viak backup FILE`

use super::failure::Failure;
use super::output;
use super::serve::told_to_end;
use crate::app::{Schema, open_database};
use crate::backup::{self, Manifest, Noted, Progress, Wanted};
use crate::clock::Clock;
use crate::config::Settings;
use crate::db::Database;
use clap::Args;
use serde_json::json;
use std::io::IsTerminal;
use std::path::PathBuf;

/// Where to, and with what.
#[derive(Args)]
pub(super) struct Arguments {
    /// The file to write; only its owner may read it
    file: PathBuf,
    /// Leave the key file out: keep a copy of it elsewhere
    #[arg(long)]
    without_keys: bool,
    /// Write over an older file
    #[arg(long)]
    force: bool,
    /// Say what was taken as JSON
    #[arg(long)]
    json: bool,
}

/// Takes a backup; told to end, it leaves nothing behind.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    if settings.database_url.is_none() && !Database::is_in(&settings.data).await {
        let nothing = format!("there is no database in {}: nothing to back up", settings.data.display());
        return Err(Failure::Failed(nothing.into()));
    }
    let database = open_database(&settings, Schema::Expect).await?;
    let Arguments { file, without_keys, force, json } = arguments;
    let wanted = Wanted { file: &file, over: force, keys: &settings.keys, with_keys: !without_keys };
    let taken = tokio::select! {
        biased;
        () = told_to_end() => return Err(interrupted()),
        taken = backup::take(&database, wanted, clock.now(), progress()) => taken?,
    };
    output::end_progress();
    let noted = Noted { at: taken.manifest.made_at, bytes: taken.bytes, file: file.display().to_string() };
    // The file is whole; that it is there stands in the database for whoever looks after it.
    backup::note(&database, &noted).await?;
    let keys = taken.manifest.keys;
    output::progress(format_args!("viak: {}", keys.in_words(&settings.keys)));
    output::end_progress();
    if json {
        let all = taken.manifest.rows();
        output::json(&json!({"file": file, "bytes": taken.bytes, "made_at": taken.manifest.made_at,
            "database": taken.manifest.database, "demo": taken.manifest.demo, "keys": keys,
            "rows": all, "tables": by_table(&taken.manifest)}));
    } else {
        let (rows, tables) = (taken.manifest.rows(), taken.manifest.tables.len());
        output::line(format_args!(
            "{rows} rows of {tables} tables, {} bytes: {}",
            taken.bytes,
            file.display()
        ));
    }
    Ok(())
}

/// Shows how far it is, where somebody looks on.
pub(super) fn progress() -> impl FnMut(Progress<'_>) {
    let (watched, mut shown) = (std::io::stderr().is_terminal(), 0);
    move |Progress { table, rows, all }| {
        if watched && (rows >= shown + 1_000 || rows == all) {
            shown = rows;
            output::progress(format_args!("{rows} of {all} rows, {table}"));
        }
    }
}

/// What whoever interrupted it is told.
pub(super) fn interrupted() -> Failure {
    Failure::Failed("interrupted; nothing was written".into())
}

/// Rows by table.
pub(super) fn by_table(manifest: &Manifest) -> serde_json::Value {
    manifest
        .tables
        .iter()
        .map(|table| (table.name.clone(), json!(table.rows)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}
