//! Which name of a concept is most like a title?

use super::counts::Counts;

/// The names of all concepts as their groups of characters, in the order of the concepts.
#[derive(Debug, Default)]
pub(super) struct Groups(Vec<Vec<Box<[u64]>>>);

impl Groups {
    /// The groups of the names of each concept.
    pub(super) fn of(concepts: impl Iterator<Item = Vec<Counts>>) -> Self {
        let name = |counts: &Counts| counts.iter().map(|(group, _)| group).collect();
        Self(concepts.map(|names| names.iter().map(name).collect()).collect())
    }

    /// The place of the name of a concept that shares most of both its own groups and the title's; the first of equals.
    pub(super) fn nearest(&self, concept: usize, title: &Counts) -> Option<usize> {
        let mut best: Option<(f32, usize)> = None;
        for (place, groups) in self.0.get(concept)?.iter().enumerate() {
            let shared = groups.iter().filter(|group| title.holds(**group)).count() as f32;
            let likeness = 2.0 * shared / (groups.len() + title.len()).max(1) as f32;
            if best.is_none_or(|(most, _)| likeness > most) {
                best = Some((likeness, place));
            }
        }
        best.map(|(_, place)| place)
    }
}
