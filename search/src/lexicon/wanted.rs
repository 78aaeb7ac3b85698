//! Which concepts are looked for in many texts?

use crate::{Concept, ConceptKind};

use super::Lexicon;
use crate::hash::QuickSet;

/// Concepts to look for, with what tells quickly that a stretch of text speaks of none of them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wanted {
    /// The concepts and all that stand below them.
    pub(crate) concepts: QuickSet<Concept>,
    /// The symbols with which their labels begin.
    pub(crate) firsts: QuickSet<u32>,
    /// Where the paths of their labels end.
    pub(crate) ends: QuickSet<u32>,
    /// Whether there are skills among the concepts.
    pub(crate) skills: bool,
}

impl Wanted {
    /// Whether nothing is looked for.
    pub(crate) fn is_empty(&self) -> bool {
        self.concepts.is_empty()
    }
}

impl Lexicon {
    /// To look for some concepts and for all that stand below them.
    pub(crate) fn wanted(&self, asked: impl IntoIterator<Item = Concept>) -> Wanted {
        let mut wanted = Wanted::default();
        for concept in asked {
            wanted.concepts.extend(self.inner.tree.with_descendants(concept));
        }
        wanted.skills = wanted.concepts.iter().any(|concept| concept.kind() == ConceptKind::Skill);
        let labels =
            wanted.concepts.iter().filter_map(|concept| self.inner.of_concept.get(concept)).flatten();
        for pattern in labels.filter_map(|number| self.inner.patterns.list.get(*number as usize)) {
            wanted.firsts.insert(pattern.first);
            wanted.ends.insert(pattern.end);
        }
        wanted
    }
}
