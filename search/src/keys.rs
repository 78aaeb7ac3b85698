//! Plain keys of the concepts and documents that search speaks of.

use serde::{Deserialize, Serialize};

/// An occupation or a group of occupations of any level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct OccupationKey(pub u32);

/// A skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SkillKey(pub u32);

/// A country, province or district.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PlaceKey(pub u32);

/// A document's uuid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocumentKey(pub u128);

/// A stored search, by the caller's own number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SearchKey(pub u128);

/// What a label means: the same whatever language it was written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Concept {
    /// Work that people do.
    Occupation(OccupationKey),
    /// Something a person can do.
    Skill(SkillKey),
    /// Somewhere.
    Place(PlaceKey),
}

/// The kinds of concepts, in the order in which a query prefers them when one label means several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ConceptKind {
    /// Work that people do.
    Occupation,
    /// Somewhere.
    Place,
    /// Something a person can do.
    Skill,
}

impl Concept {
    /// The kind of this concept.
    pub const fn kind(self) -> ConceptKind {
        match self {
            Self::Occupation(_) => ConceptKind::Occupation,
            Self::Skill(_) => ConceptKind::Skill,
            Self::Place(_) => ConceptKind::Place,
        }
    }

    /// The number inside, unique within its kind only.
    pub const fn number(self) -> u32 {
        match self {
            Self::Occupation(OccupationKey(n)) | Self::Skill(SkillKey(n)) | Self::Place(PlaceKey(n)) => n,
        }
    }
}

macro_rules! plain_key {
    ($key:ident, $number:ty, $what:literal) => {
        impl $key {
            #[doc = concat!("The key of ", $what, " with this number.")]
            pub const fn new(number: $number) -> Self {
                Self(number)
            }

            /// The number.
            pub const fn get(self) -> $number {
                self.0
            }
        }
    };
}
plain_key!(OccupationKey, u32, "an occupation");
plain_key!(SkillKey, u32, "a skill");
plain_key!(PlaceKey, u32, "a place");
plain_key!(DocumentKey, u128, "a document");
plain_key!(SearchKey, u128, "a stored search");
