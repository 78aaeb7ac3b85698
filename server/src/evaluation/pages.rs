//! Labels ranked as pages, the interface for machines and imports rank the platform's own.

use ::search::{Concept, ConceptKind, Label, Language, Lexicon, OccupationKey, SkillKey};

/// A lexicon of nothing but the labels to be judged.
pub(super) struct Pages {
    lexicon: Lexicon,
    kind: ConceptKind,
}

impl Pages {
    /// The names of each occupation, the preferred one first.
    pub(super) fn of_occupations<'a>(names: impl Iterator<Item = &'a [String]>) -> Self {
        let labels = (0..).zip(names).flat_map(|(number, names)| {
            let concept = Concept::Occupation(OccupationKey(number));
            (0..).zip(names).map(move |(place, name)| label(concept, name, place == 0))
        });
        let lexicon = Lexicon::build_with(labels, [], crate::reference::titles::vectors());
        Self { lexicon, kind: ConceptKind::Occupation }
    }

    /// Skills with one name each.
    pub(super) fn of_skills(names: &[&str]) -> Self {
        let labels =
            (0..).zip(names).map(|(number, name)| label(Concept::Skill(SkillKey(number)), name, true));
        Self { lexicon: Lexicon::build(labels, []), kind: ConceptKind::Skill }
    }

    /// Their places in the list with scores, best first.
    pub(super) fn rank(&self, text: &str, limit: usize) -> Vec<(usize, f32)> {
        let place = |concept| match concept {
            Concept::Occupation(OccupationKey(number)) | Concept::Skill(SkillKey(number)) => number as usize,
            Concept::Place(key) => key.0 as usize,
        };
        let ranked = self.lexicon.rank(text, self.kind, limit).into_iter();
        ranked.map(|found| (place(found.concept), found.score)).collect()
    }
}

/// The language of a name that is to be judged is not known.
fn label(concept: Concept, name: &str, preferred: bool) -> Label {
    Label { concept, text: name.to_owned(), language: Language::Other, preferred, shared: false }
}
