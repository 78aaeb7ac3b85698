//! `viak evaluate skills`

use super::{Files, Method, interruptible, lines, means};
use crate::commands::failure::Failure;
use crate::commands::output;
use crate::evaluation::measures::Measure;
use crate::evaluation::ranking::DEPTH;
use crate::evaluation::written::Wanted;
use crate::evaluation::{sentences, skills, titles, written};
use clap::Args;
use std::path::PathBuf;

/// What is asked, and how.
#[derive(Args)]
pub(super) struct Arguments {
    /// Names of all skills, one a line
    #[arg(long, value_name = "FILE")]
    labels: PathBuf,
    /// Sentences (CSV with the columns `sentence` and `label`, several rows a sentence; `LABEL NOT PRESENT` and
    /// UNDERSPECIFIED are no labels); several files are taken together
    #[arg(long, value_name = "FILE", num_args = 1.., required = true)]
    sentences: Vec<PathBuf>,
    /// How skills are ranked
    #[arg(long, value_enum, default_value_t)]
    method: Method,
    /// Weights that `viak evaluate fit` wrote, instead of the shipped ones
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
    /// Leave out annotations whose label the list does not hold, instead of refusing them
    #[arg(long)]
    skip_unknown: bool,
    #[command(flatten)]
    files: Files,
    /// Write which labels are right (BEIR's qrels), for `viak evaluate compare`
    #[arg(long, value_name = "FILE")]
    qrels: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Asks every sentence that has a label and prints the measures.
pub(super) async fn run(arguments: Arguments) -> Result<(), Failure> {
    let Arguments { labels, sentences: of_sentences, method, weights, skip_unknown, files, qrels, json } =
        arguments;
    method.takes(weights.as_deref())?;
    let read = of_sentences.iter().chain([&labels]).chain(&weights).cloned();
    written::possible(files.paths().chain(&qrels), read)?;
    let (annotated, outcome) = interruptible(move || {
        let model = titles::model(None, weights.as_deref())?;
        let annotated = sentences::read(&labels, &of_sentences, skip_unknown)?;
        let outcome = skills::ask(&annotated, method.way(), &model);
        Ok((annotated, outcome))
    })
    .await?;
    let mut wanted = files.wanted(&outcome, method.way())?;
    wanted.extend(qrels.map(|path| Wanted::new(path, annotated.judgements.table())));
    written::write(&wanted)?;
    let (labels, asked) = (annotated.labels.len(), annotated.sentences.len());
    if json {
        let mut told = means(&outcome, &Measure::OF_SKILLS);
        told.insert("method".to_owned(), method.way().name().into());
        told.insert("depth".to_owned(), DEPTH.into());
        told.insert("labels".to_owned(), labels.into());
        told.insert("sentences".to_owned(), asked.into());
        told.insert("without_label".to_owned(), annotated.without.into());
        told.insert("unknown_labels".to_owned(), annotated.unknown.into());
        told.insert("without_answers".to_owned(), outcome.unanswered.into());
        output::json(&told.into());
        return Ok(());
    }
    output::line(format_args!("method {}, depth {DEPTH}", method.way().name()));
    output::line(format_args!(
        "labels {labels}, sentences {asked} (without label, left out: {}; without answers: {})",
        annotated.without, outcome.unanswered
    ));
    if annotated.unknown > 0 {
        output::line(format_args!("annotations with unknown labels, left out: {}", annotated.unknown));
    }
    lines(&outcome, &Measure::OF_SKILLS);
    Ok(())
}
