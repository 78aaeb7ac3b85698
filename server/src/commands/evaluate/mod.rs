//! `viak evaluate`: quality judged on labelled data. Reads files and writes files; no database is opened.

mod adverts;
mod compare;
mod duplicates;
mod fit;
mod skills;
mod titles;

use super::bench::{INTERRUPTED, told_to_end};
use super::failure::Failure;
use crate::config::Settings;
use crate::evaluation::measures::Measure;
use crate::evaluation::outcome::Outcome;
use crate::evaluation::titles::Way;
use crate::evaluation::{Defect, written};
use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};
use written::Wanted;

/// What is judged.
#[derive(Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Job titles to concepts, on a folder in BEIR layout
    #[command(after_long_help = titles::LAYOUT)]
    Titles(titles::Arguments),
    /// Weights of the shipped method, fitted to one set of titles or sentences to be judged on another
    #[command(after_long_help = fit::WEIGHTS)]
    Fit(fit::Arguments),
    /// Sentences to skills, on a list of labels and annotated sentences
    Skills(skills::Arguments),
    /// The same person twice in a table: precision and recall of the linkage, whose parameters are estimated
    /// from the file without its labels
    Duplicates(duplicates::Arguments),
    /// Adverts that people judged: scams that are held, discriminating wording that is seen
    #[command(after_long_help = adverts::FORMAT)]
    Adverts(adverts::Arguments),
    /// Two runs query by query, with an interval of the difference
    Compare(compare::Arguments),
}

/// How answers are found.
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Method {
    /// As the platform finds them
    #[default]
    Shipped,
    /// BM25 over English stems, to compare with
    Bm25,
    /// Groups of 2 to 4 characters by TF-IDF, to compare with
    CharTfidf,
}

impl Method {
    fn way(self) -> Way {
        match self {
            Self::Shipped => Way::Shipped,
            Self::Bm25 => Way::Bm25,
            Self::CharTfidf => Way::CharTfidf,
        }
    }

    /// Refuses weights that a plain method would not look at.
    fn takes(self, weights: Option<&Path>) -> Result<(), Failure> {
        if weights.is_some() && self != Self::Shipped {
            return Err(Failure::Usage("--weights belong to the shipped method".to_owned()));
        }
        Ok(())
    }
}

/// Where results are written beside what is printed.
#[derive(Args)]
struct Files {
    /// Write the first hundred answers to each query as a TREC run file
    #[arg(long, value_name = "FILE")]
    run: Option<PathBuf>,
    /// Write a table (CSV) with the measures of each query, its best answer and a right one
    #[arg(long, value_name = "FILE")]
    per_query: Option<PathBuf>,
}

impl Files {
    /// Whether the files can be written, before anything is measured.
    fn possible(&self, read: impl IntoIterator<Item = PathBuf>) -> Result<(), Defect> {
        written::possible(self.paths(), read)
    }

    fn paths(&self) -> impl Iterator<Item = &PathBuf> {
        [&self.run, &self.per_query].into_iter().flatten()
    }

    fn wanted(self, outcome: &Outcome, way: Way) -> Result<Vec<Wanted>, Failure> {
        let mut files = Vec::new();
        if let Some(path) = self.run {
            let file = outcome.run.file(&format!("viak-{}", way.name()));
            let content = file.map_err(|what| Defect::of(&path, what))?;
            files.push(Wanted::new(path, content));
        }
        if let Some(path) = self.per_query {
            files.push(Wanted::new(path, outcome.table.clone()));
        }
        Ok(files)
    }
}

/// Judges and prints.
pub(super) async fn run(settings: Settings, arguments: Arguments) -> Result<(), Failure> {
    match arguments.what {
        What::Titles(arguments) => titles::run(settings.title_vectors, arguments).await,
        What::Fit(arguments) => fit::run(settings.title_vectors, arguments).await,
        What::Skills(arguments) => skills::run(arguments).await,
        What::Duplicates(arguments) => duplicates::run(arguments).await,
        What::Adverts(arguments) => adverts::run(arguments).await,
        What::Compare(arguments) => compare::run(arguments).await,
    }
}

/// Does work that Ctrl-C may end at any time, because it writes nothing. What is written afterwards is not
/// interrupted: from here on a signal no longer ends the process by itself.
async fn interruptible<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Defect> + Send + 'static,
) -> Result<T, Failure> {
    tokio::select! {
        done = tokio::task::spawn_blocking(work) => Ok(done??),
        () = told_to_end() => std::process::exit(INTERRUPTED),
    }
}

/// The means of measures by their names.
fn means(outcome: &Outcome, measures: &[Measure]) -> Map<String, Value> {
    let named = measures.iter().map(|measure| (measure.name().to_owned(), outcome.mean(*measure).into()));
    named.collect()
}

/// The means of measures, one a line.
fn lines(outcome: &Outcome, measures: &[Measure]) {
    for measure in measures {
        super::output::line(format_args!("{:<8} {:.4}", measure.name(), outcome.mean(*measure)));
    }
}

/// A path as it is printed.
fn shown(path: &Path) -> String {
    path.display().to_string()
}
