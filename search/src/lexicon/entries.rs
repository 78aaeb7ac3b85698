//! A lexicon of concepts that come as a list, by their place in it.

use crate::titles::{Entry, Model};
use crate::{Concept, ConceptKind, Label, Language, OccupationKey, PlaceKey, SkillKey};

use super::{Lexicon, QuickMap};

impl Lexicon {
    /// The names of a list of concepts, the first of each being preferred, in a language that is not known. What the
    /// model takes for granted should hold for these names: see [`Model::for_names`].
    pub fn of_entries(entries: &[Entry], kind: ConceptKind, model: &Model) -> Self {
        let mut descriptions = QuickMap::default();
        let mut labels = Vec::new();
        for (number, entry) in (0..).zip(entries) {
            let concept = match kind {
                ConceptKind::Occupation => Concept::Occupation(OccupationKey(number)),
                ConceptKind::Skill => Concept::Skill(SkillKey(number)),
                ConceptKind::Place => Concept::Place(PlaceKey(number)),
            };
            labels.extend(entry.labels.iter().enumerate().map(|(place, name)| Label {
                concept,
                text: name.clone(),
                language: Language::Other,
                preferred: place == 0,
                shared: false,
            }));
            descriptions.extend(entry.description.clone().map(|description| (concept, description)));
        }
        Self::assemble(labels, [], model.clone(), descriptions)
    }

    /// Entries of such a list near to a text: their places with scores, best first.
    pub fn rank_entries(&self, text: &str, kind: ConceptKind, limit: usize) -> Vec<(usize, f32)> {
        let place = |concept| match concept {
            Concept::Occupation(OccupationKey(number))
            | Concept::Skill(SkillKey(number))
            | Concept::Place(PlaceKey(number)) => number as usize,
        };
        self.rank(text, kind, limit).into_iter().map(|found| (place(found.concept), found.score)).collect()
    }
}
