//! Free text to concepts, by likeness to all their names.
//!
//! A text is read as it was meant: Lao in Latin letters, or misspelt, as the Lao that it sounds like, and words that
//! no label has as the nearest that one has. Names that stand in it are found; one that is the whole text counts fully, one
//! inside it by the share that its words have in what the text tells, a rare word telling more. What is found goes with
//! the other ways of comparing ([`crate::titles`]) into one score. Skills are looked for as parts of a sentence
//! ([`crate::sentences`]).

mod telling;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::hash::QuickSet;
use crate::sentences::{Covering, Sentences};
use crate::text::{Folded, fold, plain, words};
use crate::titles::{Entry, Found, Model, Titles, WAYS};
use crate::{Concept, ConceptKind, Language, Mention, Ranked};

use super::{How, Lexicon, cut};
use crate::text::is_function_word;
use telling::Telling;

/// Words of a text that are compared.
const WORDS: usize = 256;
/// Letters of a word that is corrected; a shorter one is near to too many. Two slips in a word, or one in its first
/// letter, are rarer than a word that labels do not have: *violinist* is no *violist*, *tailman* no *mailman*.
const LONG_ENOUGH: usize = 7;

/// All concepts of a kind, to be compared with texts.
#[derive(Debug)]
pub(crate) struct Ranking {
    concepts: Arc<[Concept]>,
    names: Names,
}

/// The names of the concepts, by what is asked of them.
#[derive(Debug)]
enum Names {
    /// Is a text one of them?
    Titles(Box<Titles>),
    /// Does a text say some of them, and more? So it is with skills.
    Said(Said),
}

/// Names to be found in sentences.
#[derive(Debug)]
struct Said {
    names: Sentences,
    /// Of each name its concept, and its place among the concept's names.
    places: Arc<[(usize, usize)]>,
    /// Names that a concept has at most.
    most: usize,
}

impl Said {
    fn of(entries: &[Entry], covering: Covering) -> Self {
        let names = (0..).zip(entries);
        let names = names
            .flat_map(|(at, entry)| (0..).zip(&entry.labels).map(move |(place, name)| (name, (at, place))));
        let (names, places): (Vec<&String>, Vec<(usize, usize)>) = names.unzip();
        let most = entries.iter().map(|entry| entry.labels.len()).max().unwrap_or_default();
        Self { names: Sentences::build(&names, covering), places: places.into(), most }
    }

    fn weighed_as(&self, covering: Covering) -> Self {
        Self { names: self.names.weighed_as(covering), places: Arc::clone(&self.places), most: self.most }
    }

    /// The concepts whose best name a text says best, each with the place of that name.
    fn best(&self, text: &str, limit: usize) -> Vec<Best> {
        let mut seen = QuickSet::default();
        let said = self.names.rank(text, limit.saturating_mul(self.most)).into_iter();
        let said = said.filter_map(|(name, score)| {
            let (concept, name) = *self.places.get(name)?;
            Some(Best { concept, score, name: Some(name) })
        });
        said.filter(|best| seen.insert(best.concept)).take(limit).collect()
    }
}

/// A concept near to a text.
struct Best {
    concept: usize,
    score: f32,
    /// The place of its nearest name.
    name: Option<usize>,
}

impl Ranking {
    /// The concepts of a kind, by all their labels.
    pub(super) fn of(lexicon: &Lexicon, kind: ConceptKind) -> Self {
        let mut concepts: Vec<Concept> =
            lexicon.inner.of_concept.keys().copied().filter(|concept| concept.kind() == kind).collect();
        concepts.sort_unstable();
        let entry = |concept: &Concept| Entry {
            labels: lexicon.labels(*concept).map(|label| label.text.clone()).collect(),
            description: lexicon.inner.descriptions.get(concept).cloned(),
        };
        let entries: Vec<Entry> = concepts.iter().map(entry).collect();
        let model = lexicon.model();
        let languages: BTreeSet<Language> = concepts
            .iter()
            .flat_map(|concept| lexicon.labels(*concept))
            .map(|label| label.language)
            .collect();
        let titles = |model| Names::Titles(Box::new(Titles::of(&entries, model, languages.len() > 1)));
        let names = match kind {
            ConceptKind::Occupation => titles(model),
            ConceptKind::Skill => Names::Said(Said::of(&entries, model.weights.sentences)),
            // The vectors are of occupations.
            ConceptKind::Place => titles(&Model { vectors: None, ..model.clone() }),
        };
        Self { concepts: concepts.into(), names }
    }

    /// The same concepts weighed as a model says; the vectors stay.
    pub(super) fn weighed_as(&self, model: &Model) -> Self {
        let names = match &self.names {
            Names::Titles(titles) => Names::Titles(Box::new(titles.weighed_as(model))),
            Names::Said(said) => Names::Said(said.weighed_as(model.weights.sentences)),
        };
        Self { concepts: Arc::clone(&self.concepts), names }
    }

    /// The concepts nearest to a text, best first.
    fn best(&self, lexicon: &Lexicon, text: &str, limit: usize) -> Vec<Best> {
        match &self.names {
            Names::Said(said) => said.best(text, limit),
            Names::Titles(titles) => {
                let best = titles.rank(text, &self.found(titles, lexicon, text), limit);
                let concepts: Vec<usize> = best.iter().map(|(concept, _)| *concept).collect();
                let names = titles.nearest_names(&concepts, text);
                best.into_iter()
                    .zip(names)
                    .map(|((concept, score), name)| Best { concept, score, name })
                    .collect()
            }
        }
    }

    /// The names of concepts that a text holds.
    fn found(&self, titles: &Titles, lexicon: &Lexicon, text: &str) -> Vec<Found> {
        let folded = fold(text);
        let telling = Telling::of(text, titles);
        let found = lexicon.met(text).into_iter().filter_map(|mention| {
            let concept = self.concepts.binary_search(&mention.concept).ok()?;
            let whole = mention.how != How::Typo && fold(&mention.label) == folded;
            let share = if whole { 1.0 } else { telling.share(&mention.span) };
            Some(Found { concept, surely: mention.confidence * share, whole })
        });
        found.collect()
    }
}

/// Beginnings of Vietnamese words that sound alike in one part of the country or another.
const TWINS: [(&str, &str); 8] =
    [("s", "x"), ("tr", "ch"), ("d", "gi"), ("d", "r"), ("gi", "r"), ("n", "l"), ("c", "k"), ("ng", "ngh")];

/// A word with a beginning that sounds like its own.
fn twins(word: &str) -> impl Iterator<Item = String> + '_ {
    let both = TWINS.into_iter().flat_map(|(one, other)| [(one, other), (other, one)]);
    both.filter_map(|(from, to)| Some(format!("{to}{}", word.strip_prefix(from)?)))
}

impl Lexicon {
    /// Concepts of a kind near to a free, perhaps misspelt text, best first, each with its nearest label.
    pub fn rank(&self, text: &str, kind: ConceptKind, limit: usize) -> Vec<Ranked> {
        let Some(ranking) = self.ranking(kind) else { return Vec::new() };
        let ranked = |best: Best| {
            let concept = *ranking.concepts.get(best.concept)?;
            let label = best.name.and_then(|name| self.labels(concept).nth(name));
            let label = label.map(|label| label.text.clone()).unwrap_or_default();
            Some(Ranked { concept, score: best.score, label })
        };
        ranking.best(self, &self.as_meant(text), limit).into_iter().filter_map(ranked).collect()
    }

    /// What each way of comparing says about a title and each occupation, in the order of [`Ways`](crate::Ways) and of
    /// the occupations.
    pub(crate) fn ways(&self, title: &str) -> [Vec<f32>; WAYS] {
        let Some((ranking, Names::Titles(titles))) =
            self.ranking(ConceptKind::Occupation).map(|ranking| (ranking, &ranking.names))
        else {
            return [const { Vec::new() }; WAYS];
        };
        let title = &*self.as_meant(title);
        titles.ways(title, &ranking.found(titles, self, title))
    }

    /// A text without what was written otherwise than labels are.
    fn as_meant<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let reading = self.romanised(text, &|_| false).or_else(|| self.respelt(text));
        match reading {
            Some(reading) => Cow::Owned(self.corrected(&reading.text).into_owned()),
            None => self.corrected(text),
        }
    }

    /// A text with each word that no label has replaced by the nearest that one has, if it is near.
    fn corrected<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let vocabulary = &self.inner.patterns.vocabulary;
        let folded = Folded::of(text);
        let mut out = String::new();
        let mut done = 0;
        for token in words(&folded.text).iter().filter(|token| !token.script.is_dense()).take(WORDS) {
            let word = plain(token.of(&folded.text));
            if vocabulary.id(&word) != 0 || is_function_word(&word) {
                continue;
            }
            let twin = twins(&word).find(|twin| vocabulary.id(twin) != 0);
            if let Some(meant) = twin.or_else(|| self.meant(&word)) {
                out.push_str(folded.text.get(done..token.start).unwrap_or_default());
                out.push_str(&meant);
                done = token.end;
            }
        }
        if done == 0 {
            return Cow::Borrowed(text);
        }
        out.push_str(folded.text.get(done..).unwrap_or_default());
        Cow::Owned(out)
    }

    /// The stem of a word of labels that differs from this one by one slip behind the first letter.
    fn meant(&self, word: &str) -> Option<String> {
        if word.chars().count() < LONG_ENOUGH {
            return None;
        }
        let (id, _) = self.nearby_words().find(word, 1).into_iter().find(|(_, edits)| *edits == 1)?;
        let stem = self.inner.patterns.vocabulary.stem(id)?;
        (stem.chars().next() == word.chars().next()).then(|| stem.to_owned())
    }

    /// Labels in a text; where none is as it is written, those that may have been meant.
    fn met(&self, text: &str) -> Vec<Mention> {
        let mut mentions = self.link(text);
        if mentions.iter().all(|mention| mention.span.len() * 2 < text.len()) {
            let meant = self.understand_written(cut(text).0, false, &|_| false).concepts;
            mentions.extend(meant.into_iter().filter(|mention| mention.how == How::Typo));
        }
        mentions
    }
}
