//! Which name of a concept is most like a text?

use super::Counts;

/// A label by its number, with its groups of characters.
type Name = (u32, Box<[u64]>);

/// The names of all concepts of a kind, in the order of the concepts.
#[derive(Debug, Default)]
pub(super) struct Names(Vec<Vec<Name>>);

impl Names {
    /// Takes in the names of the next concept.
    pub(super) fn push(&mut self, names: Vec<Name>) {
        self.0.push(names);
    }

    /// The label of a concept that shares most of both its own groups and the wanted ones; the first of equals.
    pub(super) fn nearest(&self, concept: usize, wanted: &Counts) -> Option<u32> {
        let mut best: Option<(f32, u32)> = None;
        for (label, groups) in self.0.get(concept)? {
            let shared = groups.iter().filter(|group| wanted.contains_key(group)).count() as f32;
            let likeness = 2.0 * shared / (groups.len() + wanted.len()).max(1) as f32;
            if best.is_none_or(|(most, _)| likeness > most) {
                best = Some((likeness, *label));
            }
        }
        best.map(|(_, label)| label)
    }
}
