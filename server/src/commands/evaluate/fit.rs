//! `viak evaluate fit`

use super::{interruptible, shown};
use crate::commands::failure::Failure;
use crate::commands::output;
use crate::evaluation::written::Wanted;
use crate::evaluation::{Defect, beir, titles, written};
use clap::Args;
use std::path::PathBuf;

/// On what is fitted, and where the weights go.
#[derive(Args)]
pub(super) struct Arguments {
    /// Folders with corpus.jsonl, queries.jsonl and qrels/test.tsv, as for `evaluate titles`; each counts as much
    #[arg(value_name = "DIR", required = true)]
    folders: Vec<PathBuf>,
    /// Where the weights are written, for `evaluate titles --weights` on another set
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Fits weights to the judged titles of sets and writes them.
pub(super) async fn run(arguments: Arguments) -> Result<(), Failure> {
    let Arguments { folders, out } = arguments;
    written::possible([&out], folders.iter().flat_map(|folder| beir::files(folder)))?;
    let sets = folders.iter().map(|folder| shown(folder)).collect::<Vec<_>>().join(" and ");
    let (titles, weights) = interruptible(move || {
        let collections = folders.iter().map(|folder| beir::read(folder)).collect::<Result<Vec<_>, _>>()?;
        for (folder, collection) in folders.iter().zip(&collections) {
            if !titles::teaches(collection) {
                return Err(Defect::of(
                    folder,
                    "no title has a right answer with a name: nothing can be learned",
                ));
            }
        }
        let titles: usize = collections.iter().map(|collection| collection.queries.len()).sum();
        Ok((titles, titles::fit(&collections, &titles::model(None))))
    })
    .await?;
    let place = shown(&out);
    written::write(&[Wanted::new(out, titles::weights_file(&weights)?)])?;
    output::line(format_args!("weights fitted to {titles} titles of {sets}, written to {place}"));
    Ok(())
}
