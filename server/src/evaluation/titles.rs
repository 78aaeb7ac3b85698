//! Titles asked of a collection of concepts.

use super::beir::{Collection, Document};
use super::defect::Defect;
use super::outcome::{Outcome, Set};
use crate::{bounded, reference};
use std::collections::HashMap;
use std::path::Path;

use ::search::{ConceptKind, Entry, Fitted, Judged, Lexicon, Model, Plain, Weights};

/// How concepts or skills are ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// The platform's own way.
    Shipped,
    /// Words alone.
    Bm25,
    /// Groups of characters alone.
    CharTfidf,
}

impl Way {
    /// Its name on the command line and in run files.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Shipped => "shipped",
            Self::Bm25 => "bm25",
            Self::CharTfidf => "char-tfidf",
        }
    }
}

/// The shipped model, with the vectors and the weights of files in place of its own.
pub(crate) fn model(vectors: Option<&Path>, weights: Option<&Path>) -> Result<Model, Defect> {
    let model = reference::titles::model(vectors)?;
    match weights {
        Some(path) => Ok(Model { weights: read_weights(path)?, ..model }),
        None => Ok(model),
    }
}

/// Bytes of a file of weights, with room to spare.
const LARGEST: u64 = 1 << 16;

/// What is wrong with weights that cannot weigh.
const NOT_SOUND: &str = "a weight is a number from 0 to 1000 (a power, and what a gap costs, up to 10, a share up to 1, \
    chance up to .9), and not all of several or single are 0";

/// Reads weights that were written by [`weights_file`].
fn read_weights(path: &Path) -> Result<Weights, Defect> {
    let text = bounded::read_text(path, LARGEST).map_err(|error| Defect::unread(path, error))?;
    let weights: Weights = serde_json::from_str(&text)
        .map_err(|error| Defect::on(path, error.line() as u64, format!("these are no weights ({error})")))?;
    if weights.are_sound() { Ok(weights) } else { Err(Defect::of(path, NOT_SOUND)) }
}

/// Weights as a file.
pub(crate) fn weights_file(weights: &Weights) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(weights)? + "\n")
}

/// Asks every judged query of a collection.
pub(crate) fn ask(collection: &Collection, way: Way, model: &Model) -> Outcome {
    let documents = collection.documents.iter();
    let set = Set {
        questions: collection.queries.iter().map(|query| (&*query.id, &*query.text)).collect(),
        ids: documents.clone().map(|document| &*document.id).collect(),
        names: documents.clone().map(name).collect(),
        judgements: &collection.judgements,
    };
    let entries = entries(collection);
    let plain = match way {
        Way::Shipped => {
            let lexicon = Lexicon::of_entries(&entries, ConceptKind::Occupation, &model.for_names(&entries));
            return Outcome::of(&set, |title, limit| {
                lexicon.rank_entries(title, ConceptKind::Occupation, limit)
            });
        }
        Way::Bm25 => Plain::bm25(&entries),
        Way::CharTfidf => Plain::char_tfidf(&entries),
    };
    Outcome::of(&set, |title, limit| plain.rank(title, limit))
}

/// Weights fitted to the judged titles of collections, with the vectors of a model.
pub(crate) fn fit(collections: &[Collection], model: &Model) -> Fitted {
    model.fit(&collections.iter().map(judged).collect::<Vec<_>>())
}

/// Whether any title of a collection has a right answer that has a name.
pub(crate) fn teaches(collection: &Collection) -> bool {
    let Judged { entries, queries } = judged(collection);
    let named = |entry: &usize| entries.get(*entry).is_some_and(|entry| !entry.labels.is_empty());
    queries.iter().flat_map(|(_, right)| right).any(named)
}

fn judged(collection: &Collection) -> Judged {
    let documents = collection.documents.iter().enumerate();
    let places: HashMap<&str, usize> = documents.map(|(place, document)| (&*document.id, place)).collect();
    let right = |id: &str| {
        let grades = collection.judgements.of(id).into_iter().flatten();
        let right = grades.filter(|(_, grade)| **grade > 0);
        let mut right: Vec<usize> =
            right.filter_map(|(document, _)| places.get(document.as_str()).copied()).collect();
        right.sort_unstable();
        right
    };
    let titles = collection.queries.iter().map(|query| (query.text.clone(), right(&query.id)));
    Judged { entries: entries(collection), queries: titles.collect() }
}

/// The concepts of a collection as the engine takes them.
fn entries(collection: &Collection) -> Vec<Entry> {
    let documents = collection.documents.iter();
    documents
        .map(|document| Entry { labels: document.labels.clone(), description: document.description.clone() })
        .collect()
}

fn name(document: &Document) -> &str {
    document.labels.first().map_or("", String::as_str)
}
