//! `viak evaluate fit`

use super::{interruptible, shown};
use crate::commands::failure::Failure;
use crate::commands::output;
use crate::evaluation::written::Wanted;
use crate::evaluation::{beir, titles, written};
use clap::Args;
use std::path::PathBuf;

/// On what is fitted, and where the weights go.
#[derive(Args)]
pub(super) struct Arguments {
    /// Folder with corpus.jsonl, queries.jsonl and qrels/test.tsv, as for `evaluate titles`
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Where the weights are written, for `evaluate titles --weights` on another set
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Fits weights to the judged titles of a set and writes them.
pub(super) async fn run(arguments: Arguments) -> Result<(), Failure> {
    let Arguments { folder, out } = arguments;
    written::possible(&out)?;
    let set = shown(&folder);
    let (titles, weights) = interruptible(move || {
        let collection = beir::read(&folder)?;
        Ok((collection.queries.len(), titles::fit(&collection, &titles::model(None))))
    })
    .await?;
    let place = shown(&out);
    written::write(&[Wanted { path: out, content: titles::weights_file(&weights)? }])?;
    output::line(format_args!("weights fitted to {titles} titles of {set}, written to {place}"));
    Ok(())
}
