//! The numbers that the shipped method is weighed with.

use serde::{Deserialize, Serialize};

/// How much each way of comparing counts. Fitted by [`Model::fit`](super::Model::fit), stored as data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// Where most concepts have several names.
    pub several: Ways,
    /// Where they have one name each.
    pub single: Ways,
    /// What vectors count that were trained on other names than the index's own.
    pub foreign: f32,
}

/// One number for each way of comparing a title with a concept; all ways give 1 for the same and 0 for
/// nothing in common.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ways {
    /// BM25 of stems over all names together, as a share of what the title could reach.
    pub words: f32,
    /// Groups of characters over all names together.
    pub letters: f32,
    /// The vector at the centre of all names.
    pub centre: f32,
    /// The nearest name by vector.
    pub nearest: f32,
    /// The best name by stems.
    pub name_words: f32,
    /// The best name by groups of characters.
    pub name_letters: f32,
    /// BM25 of stems over descriptions, as a share of what the title could reach.
    #[serde(default)]
    pub description: f32,
    /// BM25 of two neighbouring stems over all names, as a share of what the title could reach.
    #[serde(default)]
    pub phrases: f32,
}

/// Ways of comparing.
pub(super) const WAYS: usize = 8;

impl Ways {
    /// The numbers in the order of the fields.
    pub(super) fn to_array(self) -> [f32; WAYS] {
        let Self { words, letters, centre, nearest, name_words, name_letters, description, phrases } = self;
        [words, letters, centre, nearest, name_words, name_letters, description, phrases]
    }

    /// From numbers in the order of the fields.
    pub(super) fn from_array(numbers: [f32; WAYS]) -> Self {
        let [words, letters, centre, nearest, name_words, name_letters, description, phrases] = numbers;
        Self { words, letters, centre, nearest, name_words, name_letters, description, phrases }
    }
}

impl Default for Weights {
    /// Each way counts the same: what somebody would take who has seen no judged title. A fit begins here.
    fn default() -> Self {
        Self { several: Ways::default(), single: Ways::default(), foreign: 1.0 }
    }
}

impl Default for Ways {
    /// Each way counts the same.
    fn default() -> Self {
        Self::from_array([1.0; WAYS])
    }
}
