//! What was found in the text of an advert, as it is kept with a decision.

use serde::{Deserialize, Serialize};

/// A ground on which an advert chooses people, and the words that say so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ground {
    /// Its code (`sex`, `age` …).
    pub code: String,
    /// The words.
    pub words: String,
}

/// A sign that something is wrong with an advert.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flag {
    /// Code of the rule that names it.
    pub rule: String,
    /// How many points it has.
    pub weight: u32,
    /// Whether it holds the advert by itself.
    pub hard: bool,
    /// The words that show it; empty where it is no matter of words.
    pub words: String,
}

/// What was found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Grounds on which it chooses people.
    pub grounds: Vec<Ground>,
    /// Signs that something is wrong.
    pub flags: Vec<Flag>,
    /// Points of these together.
    pub score: u32,
    /// Whether nobody may see it until somebody has looked.
    pub held: bool,
    /// Whether it is as good as certain that it deceives.
    #[serde(default)]
    pub hard: bool,
    /// Whether another organisation's advert names the same bank account.
    #[serde(default)]
    pub linked: bool,
    /// Vacancies whose text is nearly the same, with how alike they are in per cent.
    pub alike: Vec<(String, u8)>,
}

impl Reading {
    /// The codes of its grounds, each once.
    pub fn grounds(&self) -> Vec<String> {
        let mut codes: Vec<String> = self.grounds.iter().map(|ground| ground.code.clone()).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }
}
