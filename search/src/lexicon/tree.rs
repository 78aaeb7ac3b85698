//! The trees of occupations and places.

use crate::Concept;

use super::Parent;
use crate::hash::{Fingerprint, QuickMap, QuickSet};

/// How many steps up are taken at most, so that a circle in the input ends.
const DEPTH: usize = 16;

/// Who stands below whom.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    parents: QuickMap<Concept, Vec<Concept>>,
    children: QuickMap<Concept, Vec<Concept>>,
}

impl Tree {
    /// A tree of these steps.
    pub(crate) fn of(steps: impl IntoIterator<Item = Parent>) -> (Self, Vec<Parent>) {
        let mut steps: Vec<Parent> = steps.into_iter().filter(|step| step.concept != step.parent).collect();
        steps.sort_unstable();
        steps.dedup();
        let mut tree = Self::default();
        for step in &steps {
            tree.parents.entry(step.concept).or_default().push(step.parent);
            tree.children.entry(step.parent).or_default().push(step.concept);
        }
        (tree, steps)
    }

    /// The concept itself, then its parents, nearest first, each once.
    pub(crate) fn with_ancestors(&self, concept: Concept) -> Vec<Concept> {
        line(&self.parents, concept)
    }

    /// The concept itself, then all that stand below it, nearest first, each once.
    pub(crate) fn with_descendants(&self, concept: Concept) -> Vec<Concept> {
        line(&self.children, concept)
    }

    /// Whether `concept` stands below `above`.
    pub(crate) fn is_below(&self, concept: Concept, above: Concept) -> bool {
        concept != above && self.with_ancestors(concept).contains(&above)
    }

    /// Whether nothing stands below the concept.
    pub(crate) fn is_leaf(&self, concept: Concept) -> bool {
        !self.children.contains_key(&concept)
    }
}

/// A concept, then those that steps lead to from it, nearest first, each once.
fn line(steps: &QuickMap<Concept, Vec<Concept>>, concept: Concept) -> Vec<Concept> {
    let mut line = vec![concept];
    let mut seen: QuickSet<Concept> = line.iter().copied().collect();
    let mut level = 0..1;
    for _ in 0..DEPTH {
        for at in level.clone() {
            let next = line.get(at).and_then(|from| steps.get(from));
            line.extend(next.into_iter().flatten().filter(|next| seen.insert(**next)));
        }
        if line.len() == level.end {
            break;
        }
        level = level.end..line.len();
    }
    line
}

/// A number for a concept that is unique across kinds.
pub(crate) fn add_concept(fingerprint: &mut Fingerprint, concept: Concept) {
    fingerprint.add(&[concept.kind() as u8]);
    fingerprint.add(&concept.number().to_le_bytes());
}
