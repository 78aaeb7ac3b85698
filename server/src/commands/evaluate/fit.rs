//! `viak evaluate fit`

use super::{interruptible, shown};
use crate::commands::failure::Failure;
use crate::commands::output;
use crate::evaluation::written::Wanted;
use crate::evaluation::{Defect, beir, titles, written};
use clap::Args;
use search::Fitted;
use std::path::PathBuf;

/// What the numbers of the file mean.
pub(super) const WEIGHTS: &str = "\
What is written: each way of comparing a title with a concept says a number from 0 to 1; its weight
is what that counts. Only proportions matter.
  several   for lists where most concepts have several names
  single    for lists with one name a concept
    words, phrases, letters    over all names: stems, two stems side by side, groups of characters
    centre, nearest            vectors: the middle of the names, the nearest name
    name_words, name_letters   the best name by stems, by groups of characters
    description                stems of the description
    found, whole               names that stand in the title, names that are the title
  mixed     found and whole where names are in several languages; not fitted
  foreign   the part of centre and nearest that counts where vectors learned from other names";

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
pub(super) async fn run(vectors: Option<PathBuf>, arguments: Arguments) -> Result<(), Failure> {
    let Arguments { folders, out } = arguments;
    written::possible([&out], folders.iter().flat_map(|folder| beir::files(folder)).chain(vectors.clone()))?;
    let sets = folders.iter().map(|folder| shown(folder)).collect::<Vec<_>>().join(" and ");
    let (titles, fitted) = interruptible(move || {
        let model = titles::model(vectors.as_deref(), None)?;
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
        Ok((titles, titles::fit(&collections, &model)))
    })
    .await?;
    let place = shown(&out);
    written::write(&[Wanted::new(out, titles::weights_file(&fitted.weights)?)])?;
    output::line(format_args!("weights fitted to {titles} titles of {sets}, written to {place}"));
    let Fitted { began, reached, .. } = fitted;
    output::line(format_args!(
        "MRR of these titles {began:.4} where each way counts the same, {reached:.4} fitted; on others expect less"
    ));
    Ok(())
}
