//! `viak evaluate fit`

use super::{interruptible, shown};
use crate::commands::failure::Failure;
use crate::commands::output;
use crate::evaluation::written::Wanted;
use crate::evaluation::{Defect, beir, sentences, skills, titles, written};
use clap::Args;
use search::Fitted;
use std::path::{Path, PathBuf};

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
  foreign   the part of centre and nearest that counts where vectors learned from other names
  chance    what vectors say up to this cosine counts as nothing; not fitted
  sentences how much of a skill's label a sentence says; fitted to --sentences alone
    rarity      the power of a word's rarity among the labels
    grammar     what a word that carries grammar weighs, of its weight
    bracketed   what a word in brackets weighs, of its weight
    wholeness   the power of the share of a label that the sentence says
    like        what a word counts that is only like one of the sentence's, of its likeness
    gap         what a strange word between those found costs, by the number of words found

Sentences: one number after the other over a small grid, from powers and shares of 1 and no cost on,
by RP@5, of equals by RP@10 and then MRR. What is not fitted is written as it is shipped.";

/// What does not go with folders.
const OF_SENTENCES: [&str; 3] = ["labels", "sentences", "skip_unknown"];

/// On what is fitted, and where the weights go.
#[derive(Args)]
pub(super) struct Arguments {
    /// Folders with corpus.jsonl, queries.jsonl and qrels/test.tsv, as for `evaluate titles`; each counts as much
    #[arg(value_name = "DIR", required_unless_present = "sentences", conflicts_with_all = OF_SENTENCES)]
    folders: Vec<PathBuf>,
    /// Names of all skills, one a line, as for `evaluate skills`: sentences are fitted to, not titles
    #[arg(long, value_name = "FILE", requires = "sentences")]
    labels: Option<PathBuf>,
    /// Annotated sentences, as for `evaluate skills`; several files are taken together
    #[arg(long, value_name = "FILE", num_args = 1.., requires = "labels")]
    sentences: Vec<PathBuf>,
    /// Leave out annotations whose label the list does not hold, instead of refusing them
    #[arg(long, requires = "sentences")]
    skip_unknown: bool,
    /// Where the weights are written, for `evaluate titles --weights` or `evaluate skills --weights` on another set
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Fits weights to judged titles or sentences and writes them.
pub(super) async fn run(vectors: Option<PathBuf>, arguments: Arguments) -> Result<(), Failure> {
    let Arguments { folders, labels, sentences, skip_unknown, out } = arguments;
    match labels {
        Some(labels) => of_sentences(labels, sentences, skip_unknown, out).await,
        None => of_titles(vectors, folders, out).await,
    }
}

/// Fits the weights of titles.
async fn of_titles(vectors: Option<PathBuf>, folders: Vec<PathBuf>, out: PathBuf) -> Result<(), Failure> {
    written::possible([&out], folders.iter().flat_map(|folder| beir::files(folder)).chain(vectors.clone()))?;
    let sets = listed(&folders);
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
    write(&out, &fitted)?;
    output::line(format_args!("weights fitted to {titles} titles of {sets}, written to {}", shown(&out)));
    let Fitted { began, reached, .. } = fitted;
    output::line(format_args!(
        "MRR of these titles {began:.4} where each way counts the same, {reached:.4} fitted; on others expect less"
    ));
    Ok(())
}

/// Fits the weights of skills in sentences.
async fn of_sentences(
    labels: PathBuf,
    files: Vec<PathBuf>,
    skip_unknown: bool,
    out: PathBuf,
) -> Result<(), Failure> {
    written::possible([&out], files.iter().chain([&labels]).cloned())?;
    let sets = listed(&files);
    let (sentences, fitted) = interruptible(move || {
        let annotated = sentences::read(&labels, &files, skip_unknown)?;
        Ok((annotated.sentences.len(), skills::fit(&annotated, &titles::model(None, None)?)))
    })
    .await?;
    write(&out, &fitted)?;
    output::line(format_args!(
        "weights fitted to {sentences} sentences of {sets}, written to {}",
        shown(&out)
    ));
    let Fitted { began, reached, .. } = fitted;
    output::line(format_args!(
        "RP@5 of these sentences {began:.4} with powers and shares of 1, {reached:.4} fitted; on others expect less"
    ));
    Ok(())
}

fn listed(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| shown(path)).collect::<Vec<_>>().join(" and ")
}

fn write(out: &Path, fitted: &Fitted) -> Result<(), Failure> {
    written::write(&[Wanted::new(out.to_owned(), titles::weights_file(&fitted.weights)?)])?;
    Ok(())
}
