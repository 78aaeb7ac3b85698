//! Concepts in answers: a code for machines, a label in the reader's language.

use super::call::Call;
use crate::http::language::of_labels;
use search::{Concept, Mention, OccupationKey, PlaceKey, SkillKey};
use serde::Serialize;
use utoipa::ToSchema;

/// An occupation, a skill or a kind, by code and label.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Coded {
    /// ISCO-08 code of an occupation, code of a skill, national code of a place.
    #[schema(example = "7212")]
    pub(crate) code: String,
    /// In the reader's language.
    #[schema(example = "ຊ່າງເຊື່ອມ")]
    pub(crate) label: String,
}

/// A part of the query that was read as a concept.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Understood {
    /// `occupation`, `skill` or `place`.
    #[schema(example = "occupation")]
    kind: &'static str,
    /// Its code.
    #[schema(example = "7212")]
    code: String,
    /// In the reader's language.
    label: String,
    /// The part of the query, as typed.
    #[schema(example = "welder")]
    text: String,
}

/// The code of a concept's kind.
pub(super) fn kind(concept: Concept) -> &'static str {
    match concept {
        Concept::Occupation(_) => "occupation",
        Concept::Skill(_) => "skill",
        Concept::Place(_) => "place",
    }
}

impl Call {
    /// A concept by code and label.
    pub(super) fn coded(&self, concept: Concept) -> Coded {
        Coded { code: self.book.codes.code(concept).to_owned(), label: self.name(concept) }
    }

    /// The name of a concept in the reader's language.
    pub(super) fn name(&self, concept: Concept) -> String {
        self.book.name(concept, of_labels(self.locale)).to_owned()
    }

    /// What was understood of `typed`.
    pub(super) fn understood(&self, typed: &str, mentions: &[Mention]) -> Vec<Understood> {
        let of = |mention: &Mention| {
            let Coded { code, label } = self.coded(mention.concept);
            let text = typed.get(mention.span.clone()).unwrap_or_default().to_owned();
            Understood { kind: kind(mention.concept), code, label, text }
        };
        mentions.iter().map(of).collect()
    }
}

/// The occupation of a row.
pub(super) fn occupation(id: i32) -> Concept {
    Concept::Occupation(OccupationKey(id.unsigned_abs()))
}

/// The skill of a row.
pub(super) fn skill(id: i32) -> Concept {
    Concept::Skill(SkillKey(id.unsigned_abs()))
}

/// The place of a row.
pub(super) fn place(id: i32) -> Concept {
    Concept::Place(PlaceKey(id.unsigned_abs()))
}
