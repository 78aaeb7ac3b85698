//! Text to concepts: labels in several languages, the trees their concepts stand in, and ways to meet them.

mod beginnings;
mod entries;
mod fuzzy;
mod inside;
mod label;
mod link;
mod meaning;
mod patterns;
mod rank;
mod sounds;
mod stream;
mod suggest;
mod title;
mod tree;
mod understand;
mod wanted;

use std::sync::{Arc, OnceLock};

pub(crate) use fuzzy::allowed;
pub use label::{How, Label, Mention, Parent, Ranked, Suggestion, TitleLink, Understanding};

use crate::hash::{Fingerprint, QuickMap};
use crate::{Concept, ConceptKind, Language, Model, Weights};
use fuzzy::Nearby;
use patterns::Patterns;
use tree::{Tree, add_concept};
pub(crate) use understand::cut;
pub(crate) use wanted::Wanted;

/// Labels of concepts and the trees they stand in. Cheap to clone; safe to share between threads.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    inner: Arc<Inner>,
    weighed: Arc<Weighed>,
}

/// How texts are ranked, and what is ready for it.
#[derive(Debug, Default)]
struct Weighed {
    model: Model,
    rankings: [OnceLock<rank::Ranking>; 3],
}

#[derive(Debug, Default)]
struct Inner {
    /// Sorted by concept, language, preferred first, text.
    labels: Vec<Label>,
    of_concept: QuickMap<Concept, Vec<u32>>,
    patterns: Patterns,
    tree: Tree,
    fingerprint: u64,
    nearby_words: OnceLock<Nearby>,
    nearby_labels: OnceLock<Nearby>,
    completions: OnceLock<suggest::Completions>,
    sounds: OnceLock<sounds::Sounds>,
    descriptions: QuickMap<Concept, String>,
}

impl Lexicon {
    /// A lexicon of these labels and trees, in whatever order they come.
    pub fn build(labels: impl IntoIterator<Item = Label>, parents: impl IntoIterator<Item = Parent>) -> Self {
        Self::build_with(labels, parents, Model::default())
    }

    /// The same; texts are ranked by this model, occupations with its vectors too. It changes no fingerprint: what
    /// labels a text holds does not depend on it.
    pub fn build_with(
        labels: impl IntoIterator<Item = Label>,
        parents: impl IntoIterator<Item = Parent>,
        model: Model,
    ) -> Self {
        Self::assemble(labels, parents, model, QuickMap::default())
    }

    fn assemble(
        labels: impl IntoIterator<Item = Label>,
        parents: impl IntoIterator<Item = Parent>,
        model: Model,
        descriptions: QuickMap<Concept, String>,
    ) -> Self {
        let mut labels: Vec<Label> =
            labels.into_iter().filter(|label| !label.text.trim().is_empty()).collect();
        labels.sort_by(|a, b| {
            (a.concept, a.language, !a.preferred, &a.text, a.shared).cmp(&(
                b.concept,
                b.language,
                !b.preferred,
                &b.text,
                b.shared,
            ))
        });
        labels.dedup_by(|a, b| (a.concept, a.language, &a.text) == (b.concept, b.language, &b.text));
        let (tree, steps) = Tree::of(parents);
        let fingerprint = fingerprint(&labels, &steps);
        let patterns = Patterns::of(&labels);
        let mut of_concept: QuickMap<Concept, Vec<u32>> = QuickMap::default();
        for (number, label) in labels.iter().enumerate() {
            of_concept.entry(label.concept).or_default().push(number as u32);
        }
        Self {
            inner: Arc::new(Inner {
                labels,
                of_concept,
                patterns,
                tree,
                fingerprint,
                descriptions,
                ..Inner::default()
            }),
            weighed: Arc::new(Weighed { model, ..Weighed::default() }),
        }
    }

    /// The same labels and trees; texts are ranked with other weights. What was read of the names is shared, so that
    /// trying many weights costs little.
    #[must_use]
    pub fn weighed_as(&self, weights: Weights) -> Self {
        let model = Model { weights, ..self.weighed.model.clone() };
        let rankings = self.weighed.rankings.each_ref().map(|slot| match slot.get() {
            Some(ranking) => OnceLock::from(ranking.weighed_as(&model)),
            None => OnceLock::new(),
        });
        Self { inner: Arc::clone(&self.inner), weighed: Arc::new(Weighed { model, rankings }) }
    }

    /// The weights that texts are ranked with.
    pub fn weights(&self) -> &Weights {
        &self.weighed.model.weights
    }

    fn model(&self) -> &Model {
        &self.weighed.model
    }

    /// A number that changes with the content and only with it.
    pub fn fingerprint(&self) -> u64 {
        self.inner.fingerprint
    }

    /// The concept itself first, then its parents up, nearest first.
    pub fn with_ancestors(&self, concept: Concept) -> Vec<Concept> {
        self.inner.tree.with_ancestors(concept)
    }

    /// The label to show in a language: the preferred one, else the first.
    pub fn preferred(&self, concept: Concept, language: Language) -> Option<&str> {
        let labels = self.inner.of_concept.get(&concept)?;
        let found = labels.iter().filter_map(|number| self.label(*number)).find(|l| l.language == language);
        found.map(|label| label.text.as_str())
    }

    /// All labels of a concept.
    pub fn labels(&self, concept: Concept) -> impl Iterator<Item = &Label> {
        let numbers = self.inner.of_concept.get(&concept);
        numbers.into_iter().flatten().filter_map(|number| self.label(*number))
    }

    /// How many labels there are.
    pub fn len(&self) -> usize {
        self.inner.labels.len()
    }

    /// Whether there are no labels.
    pub fn is_empty(&self) -> bool {
        self.inner.labels.is_empty()
    }

    fn label(&self, number: u32) -> Option<&Label> {
        self.inner.labels.get(number as usize)
    }

    /// Whether no concept stands below this one.
    pub fn is_leaf(&self, concept: Concept) -> bool {
        self.inner.tree.is_leaf(concept)
    }

    /// Words of labels, for corrections.
    fn nearby_words(&self) -> &Nearby {
        self.inner.nearby_words.get_or_init(|| {
            let mut words: Vec<(&str, u32)> = self.inner.patterns.vocabulary.words().collect();
            words.sort_unstable();
            let mut nearby = Nearby::default();
            for (word, id) in words {
                nearby.add(word, id);
            }
            nearby
        })
    }

    /// Labels of scripts without spaces, for corrections.
    fn nearby_labels(&self) -> &Nearby {
        self.inner.nearby_labels.get_or_init(|| {
            let mut nearby = Nearby::default();
            for (number, pattern) in self.inner.patterns.list.iter().enumerate() {
                if pattern.folded.chars().any(|c| crate::text::Script::of(c).is_dense()) {
                    nearby.add(&pattern.folded.replace(' ', ""), number as u32);
                }
            }
            nearby
        })
    }

    /// Lao words by their sound.
    fn sounds(&self) -> &sounds::Sounds {
        self.inner.sounds.get_or_init(|| sounds::Sounds::of(&self.inner.labels))
    }

    fn ranking(&self, kind: ConceptKind) -> Option<&rank::Ranking> {
        let slot = self.weighed.rankings.get(kind as usize)?;
        Some(slot.get_or_init(|| rank::Ranking::of(self, kind)))
    }
}

fn fingerprint(labels: &[Label], steps: &[Parent]) -> u64 {
    let mut fingerprint = Fingerprint::default();
    for Label { concept, text, language, preferred, shared } in labels {
        add_concept(&mut fingerprint, *concept);
        fingerprint.add(text.as_bytes());
        fingerprint.add(language.code().as_bytes());
        fingerprint.add(&[u8::from(*preferred), u8::from(*shared)]);
    }
    for Parent { concept, parent } in steps {
        add_concept(&mut fingerprint, *concept);
        add_concept(&mut fingerprint, *parent);
    }
    fingerprint.0
}
