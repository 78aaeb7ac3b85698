//! Sentences asked of a list of skills.

use super::outcome::{Outcome, Set};
use super::sentences::Annotated;
use super::titles::Way;
use ::search::{ConceptKind, Entry, Fitted, Judged, Lexicon, Model, Plain};
use std::collections::HashMap;

/// Asks every sentence that has a label.
pub(crate) fn ask(annotated: &Annotated, way: Way, model: &Model) -> Outcome {
    let set = Set {
        questions: annotated.sentences.iter().map(|(id, text)| (&**id, &**text)).collect(),
        ids: annotated.labels.iter().map(|(id, _)| &**id).collect(),
        names: annotated.labels.iter().map(|(_, name)| &**name).collect(),
        judgements: &annotated.judgements,
    };
    let entries = entries(annotated);
    let plain = match way {
        Way::Shipped => {
            let lexicon = Lexicon::of_entries(&entries, ConceptKind::Skill, model);
            return Outcome::of(&set, |sentence, limit| {
                lexicon.rank_entries(sentence, ConceptKind::Skill, limit)
            });
        }
        Way::Bm25 => Plain::bm25(&entries),
        Way::CharTfidf => Plain::char_tfidf(&entries),
    };
    Outcome::of(&set, |sentence, limit| plain.rank(sentence, limit))
}

/// A model's weights, those of sentences fitted to these.
pub(crate) fn fit(annotated: &Annotated, model: &Model) -> Fitted {
    let labels = annotated.labels.iter().enumerate();
    let places: HashMap<&str, usize> = labels.map(|(place, (id, _))| (&**id, place)).collect();
    let right = |id: &str| {
        let grades = annotated.judgements.of(id).into_iter().flatten();
        let mut right: Vec<usize> =
            grades.filter_map(|(label, _)| places.get(label.as_str()).copied()).collect();
        right.sort_unstable();
        right
    };
    let queries = annotated.sentences.iter().map(|(id, text)| (text.clone(), right(id))).collect();
    model.fit_sentences(&Judged { entries: entries(annotated), queries })
}

/// The labels as the engine takes them.
fn entries(annotated: &Annotated) -> Vec<Entry> {
    let names = annotated.labels.iter().map(|(_, name)| name.clone());
    names.map(|name| Entry { labels: vec![name], description: None }).collect()
}
