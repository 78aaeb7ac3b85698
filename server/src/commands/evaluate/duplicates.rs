//! `viak evaluate duplicates`: the same person twice in a table.

use crate::commands::failure::Failure;
use crate::commands::output;
use crate::evaluation::duplicates::{self, Question, Truth};
use clap::{ArgGroup, Args};
use std::path::PathBuf;

/// A labelled table.
#[derive(Args)]
#[command(group(ArgGroup::new("truth").required(true)))]
pub(super) struct Arguments {
    /// Comma-separated, with a header, in UTF-8
    file: PathBuf,
    /// The column of ids
    #[arg(long, value_name = "COL")]
    id: String,
    /// Rows with one value in this column are one person
    #[arg(long, value_name = "COL", group = "truth")]
    cluster: Option<String>,
    /// rec-N-org and rec-N-dup-K are one person
    #[arg(long, group = "truth")]
    febrl: bool,
    /// Compare only these columns
    #[arg(long, value_name = "a,b,c", value_delimiter = ',')]
    fields: Option<Vec<String>>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Judges and prints.
pub(super) async fn run(arguments: Arguments) -> Result<(), Failure> {
    let Arguments { file, id, cluster, febrl: _, fields, json } = arguments;
    let truth = cluster.map_or(Truth::Febrl, Truth::Cluster);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let question = Question { file, id, truth, fields, threads };
    let report = tokio::task::spawn_blocking(move || duplicates::evaluate(&question)).await??;
    if json {
        output::json(&serde_json::to_value(&report)?);
    } else {
        output::line(&report);
    }
    Ok(())
}
