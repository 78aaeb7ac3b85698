//! `viak train`: models of the platform's own, from names it has.

use super::failure::Failure;
use super::output;
use crate::bounded;
use crate::evaluation::written::{self, Wanted};
use crate::imports::taxonomy;
use clap::{Args, Subcommand};
use search::{Entry, Vectors, stem_key};
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

/// What is trained.
#[derive(Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Vectors of job titles, by contrast of the names of one occupation: the platform's own names in four
    /// languages, and those of taxonomies
    Vectors(VectorArguments),
}

#[derive(Args)]
struct VectorArguments {
    /// A table of occupations beside the platform's own (CSV with the columns preferredLabel and altLabels, as ESCO is
    /// published: other names one a line within the field, or with | between them); once for each
    #[arg(long, value_name = "FILE")]
    taxonomy: Vec<PathBuf>,
    /// Titles to leave out, with whatever has the same stems: a file of JSON lines with a field text
    #[arg(long, value_name = "FILE")]
    without: Vec<PathBuf>,
    /// The same seed and the same names make the same bytes
    #[arg(long, default_value_t = 1, value_name = "S")]
    seed: u64,
    /// Print the names that would be trained on, one a line, and train nothing
    #[arg(long)]
    list: bool,
    /// Where the vectors are written, for `--title-vectors` of every other command
    #[arg(long, value_name = "FILE", required_unless_present = "list", conflicts_with = "list")]
    out: Option<PathBuf>,
}

/// Trains and writes.
pub(super) async fn run(arguments: Arguments) -> Result<(), Failure> {
    let What::Vectors(arguments) = arguments.what;
    tokio::task::spawn_blocking(move || vectors(&arguments)).await?
}

fn vectors(arguments: &VectorArguments) -> Result<(), Failure> {
    let VectorArguments { taxonomy, without, seed, list, out } = arguments;
    written::possible(out, taxonomy.iter().chain(without).cloned())?;
    let mut sets = vec![lexicon()?];
    for file in taxonomy {
        sets.push(taxonomy::occupations(file)?);
    }
    let mut left_out = HashSet::new();
    for file in without {
        left_out.extend(titles(file)?.iter().map(|title| stem_key(title)));
    }
    for entry in sets.iter_mut().flatten() {
        entry.labels.retain(|label| !left_out.contains(&stem_key(label)));
    }
    let Some(out) = out.as_ref().filter(|_| !list) else {
        sets.iter().flatten().flat_map(|entry| &entry.labels).for_each(output::line);
        return Ok(());
    };
    let names: usize = sets.iter().flatten().map(|entry| entry.labels.len()).sum();
    output::progress(format_args!("training on {names} names"));
    let bytes = Vectors::train(&sets, *seed).to_bytes();
    output::end_progress();
    let size = bytes.len();
    written::write(&[Wanted::new(out.clone(), bytes)])?;
    output::line(format_args!("{}: {size} bytes from {names} names", out.display()));
    Ok(())
}

/// The platform's own occupations with their names in all languages, by code.
fn lexicon() -> Result<Vec<Entry>, Failure> {
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    for row in seed_data::occupation_labels()? {
        entries.entry(row.code).or_default().labels.push(row.text);
    }
    Ok(entries.into_values().collect())
}

/// Bytes of a file of titles.
const LARGEST: u64 = 1 << 28;

/// The field `text` of each line.
fn titles(file: &Path) -> Result<Vec<String>, Failure> {
    let failed = |what: String| Failure::Failed(format!("{}{what}", file.display()).into());
    let text = bounded::read_text(file, LARGEST).map_err(|error| failed(format!(": {error}")))?;
    let title = |(at, line): (usize, &str)| {
        let value: Option<serde_json::Value> = serde_json::from_str(line).ok();
        let title = value.as_ref().and_then(|value| value.get("text")).and_then(|text| text.as_str());
        title.map(str::to_owned).ok_or_else(|| failed(format!(":{}: no object with a field text", at + 1)))
    };
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(title).collect()
}
