//! Sentences asked of a list of skills.

use super::outcome::{Outcome, Set};
use super::pages::Pages;
use super::sentences::Annotated;
use super::titles::Way;
use ::search::{Entry, Method, Sentences, Titles};

/// Asks every sentence that has a label.
pub(crate) fn ask(annotated: &Annotated, way: Way) -> Outcome {
    let set = Set {
        questions: annotated.sentences.iter().map(|(id, text)| (&**id, &**text)).collect(),
        ids: annotated.labels.iter().map(|(id, _)| &**id).collect(),
        names: annotated.labels.iter().map(|(_, name)| &**name).collect(),
        judgements: &annotated.judgements,
    };
    let method = match way {
        Way::Shipped => {
            let sentences = Sentences::build(&set.names);
            return Outcome::of(&set, |sentence, limit| sentences.rank(sentence, limit));
        }
        Way::Pages => {
            let pages = Pages::of_skills(&set.names);
            return Outcome::of(&set, |sentence, limit| pages.rank(sentence, limit));
        }
        Way::Bm25 => Method::Bm25,
        Way::CharTfidf => Method::CharTfidf,
    };
    let entry = |name: &&str| Entry { labels: vec![(*name).to_owned()], description: None };
    let entries: Vec<Entry> = set.names.iter().map(entry).collect();
    let titles = Titles::build(&entries, &method);
    Outcome::of(&set, |sentence, limit| titles.rank(sentence, limit))
}
