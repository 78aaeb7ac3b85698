//! `viak evaluate titles`

use super::{Files, Method, interruptible, lines, means, shown};
use crate::commands::failure::Failure;
use crate::commands::output;
use crate::evaluation::measures::Measure;
use crate::evaluation::ranking::DEPTH;
use crate::evaluation::{beir, titles, written};
use clap::Args;
use std::path::PathBuf;

/// What the files of a folder hold.
pub(super) const LAYOUT: &str = "\
Files of DIR:
  corpus.jsonl    {\"_id\": \"7\", \"title\": \"nurse\", \"text\": \"ward nurse ; staff nurse\"}
  queries.jsonl   {\"_id\": \"q1\", \"text\": \"RN, night shift\"}
  qrels/test.tsv  column names, then query id, document id and grade, with tabs between
The first two hold one object a line, in which title or text may be left out. A grade above 0 is
a right answer.

A list of 2,000 names and more, most concepts having several, has vectors trained on its own names
first, which takes a quarter of a minute for 30,000.";

/// What is asked, and how.
#[derive(Args)]
pub(super) struct Arguments {
    /// Folder with corpus.jsonl, queries.jsonl and qrels/test.tsv. The text of a document is split at ` ; ` into
    /// labels; without it, it is one label up to 12 words, else a description. Its title is the preferred label
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// How titles are ranked
    #[arg(long, value_enum, default_value_t)]
    method: Method,
    /// Weights that `viak evaluate fit` wrote, instead of the shipped ones
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
    #[command(flatten)]
    files: Files,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Asks every judged query and prints the measures.
pub(super) async fn run(vectors: Option<PathBuf>, arguments: Arguments) -> Result<(), Failure> {
    let Arguments { folder, method, weights, files, json } = arguments;
    method.takes(weights.as_deref())?;
    files.possible(beir::files(&folder).into_iter().chain(weights.clone()).chain(vectors.clone()))?;
    let set = shown(&folder);
    let (collection, outcome) = interruptible(move || {
        let model = titles::model(vectors.as_deref(), weights.as_deref())?;
        let collection = beir::read(&folder)?;
        let outcome = titles::ask(&collection, method.way(), &model);
        Ok((collection, outcome))
    })
    .await?;
    written::write(&files.wanted(&outcome, method.way())?)?;
    let (documents, queries) = (collection.documents.len(), collection.queries.len());
    if json {
        let mut told = means(&outcome, &Measure::OF_TITLES);
        told.insert("set".to_owned(), set.into());
        told.insert("method".to_owned(), method.way().name().into());
        told.insert("depth".to_owned(), DEPTH.into());
        told.insert("documents".to_owned(), documents.into());
        told.insert("queries".to_owned(), queries.into());
        told.insert("without_judgements".to_owned(), collection.unjudged.into());
        told.insert("without_answers".to_owned(), outcome.unanswered.into());
        output::json(&told.into());
        return Ok(());
    }
    output::line(format_args!("{set}, method {}, depth {DEPTH}", method.way().name()));
    output::line(format_args!(
        "documents {documents}, queries {queries} (without judgements, left out: {}; without answers: {})",
        collection.unjudged, outcome.unanswered
    ));
    lines(&outcome, &Measure::OF_TITLES);
    Ok(())
}
