//! Sentences asked of a list of skills.

use super::outcome::{Outcome, Set};
use super::sentences::Annotated;
use super::titles::Way;
use ::search::{ConceptKind, Entry, Lexicon, Model, Plain};

/// Asks every sentence that has a label.
pub(crate) fn ask(annotated: &Annotated, way: Way) -> Outcome {
    let set = Set {
        questions: annotated.sentences.iter().map(|(id, text)| (&**id, &**text)).collect(),
        ids: annotated.labels.iter().map(|(id, _)| &**id).collect(),
        names: annotated.labels.iter().map(|(_, name)| &**name).collect(),
        judgements: &annotated.judgements,
    };
    let entry = |name: &&str| Entry { labels: vec![(*name).to_owned()], description: None };
    let entries: Vec<Entry> = set.names.iter().map(entry).collect();
    let plain = match way {
        Way::Shipped => {
            let lexicon = Lexicon::of_entries(&entries, ConceptKind::Skill, &Model::default());
            return Outcome::of(&set, |sentence, limit| {
                lexicon.rank_entries(sentence, ConceptKind::Skill, limit)
            });
        }
        Way::Bm25 => Plain::bm25(&entries),
        Way::CharTfidf => Plain::char_tfidf(&entries),
    };
    Outcome::of(&set, |sentence, limit| plain.rank(sentence, limit))
}
