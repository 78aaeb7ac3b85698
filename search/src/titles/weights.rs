//! The numbers that the shipped method is weighed with.

use serde::{Deserialize, Serialize};

use crate::sentences::Covering;

/// How much each way of comparing counts. Stored as data; fitted by [`Model::fit`](crate::Model::fit), but for `mixed`,
/// `chance` and ways that say nothing of the sets there are; `sentences` by
/// [`Model::fit_sentences`](crate::Model::fit_sentences).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// Where most concepts have several names.
    pub several: Ways,
    /// Where they have one name each.
    pub single: Ways,
    /// Where names are in several languages, in place of what the two above say of names that a title holds.
    #[serde(default)]
    pub mixed: Held,
    /// What vectors count that were trained on other names than the index's own.
    pub foreign: f32,
    /// A cosine that chance alone gives: vectors say nothing below it, and above it the part of the way to the same.
    #[serde(default)]
    pub chance: f32,
    /// How skills are found in sentences.
    #[serde(default)]
    pub sentences: Covering,
}

/// What a name counts that a title holds. Lists of one language tell thousands of occupations apart, of which a title
/// often holds a wider one; names in several languages are words of everyday speech, and say what a sentence is about.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Held {
    /// Inside the title: as [`Ways::found`], by what all other ways can say together.
    pub found: f32,
    /// As the title: as [`Ways::whole`], likewise.
    pub whole: f32,
}

impl Default for Held {
    /// As much as all other ways together.
    fn default() -> Self {
        Self { found: 1.0, whole: 1.0 }
    }
}

/// One number for each way of comparing a title with a concept; ways give 1 for the same and 0 for nothing in common.
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
    /// A name stands in the title but is not all of it: how surely, times the share that the name has in what the title
    /// tells; several of one concept together.
    #[serde(default)]
    pub found: f32,
    /// A name is the title: how surely.
    #[serde(default)]
    pub whole: f32,
}

/// The highest chance: what is above is stretched to 1, and what rounding adds with it.
const MOST_CHANCE: f32 = 0.9;
/// Ways of comparing.
pub(crate) const WAYS: usize = 10;
/// The ways that use vectors, by their place.
pub(crate) const VECTOR_WAYS: [usize; 2] = [2, 3];
/// The ways that tell of names which the title holds, by their place.
pub(crate) const HELD_WAYS: [usize; 2] = [8, 9];

impl Ways {
    /// The numbers in the order of the fields.
    pub(crate) fn to_array(self) -> [f32; WAYS] {
        let Self {
            words,
            letters,
            centre,
            nearest,
            name_words,
            name_letters,
            description,
            phrases,
            found,
            whole,
        } = self;
        [words, letters, centre, nearest, name_words, name_letters, description, phrases, found, whole]
    }

    /// From numbers in the order of the fields.
    pub(crate) fn from_array(numbers: [f32; WAYS]) -> Self {
        let [words, letters, centre, nearest, name_words, name_letters, description, phrases, found, whole] =
            numbers;
        Self { words, letters, centre, nearest, name_words, name_letters, description, phrases, found, whole }
    }
}

impl Weights {
    /// Whether they can weigh: each a number from 0 to 1000, chance up to .9, shares up to 1, powers up to 10, and both kinds of
    /// lists weighed by anything.
    pub fn are_sound(&self) -> bool {
        let Self { several, single, mixed: Held { found, whole }, foreign, chance, sentences } = self;
        let (several, single) = (several.to_array(), single.to_array());
        let all = several.iter().chain(&single).chain([found, whole, foreign]);
        let silent = |ways: [f32; WAYS]| ways.iter().all(|weight| *weight <= 0.0);
        all.copied().all(|weight| (0.0..=1000.0).contains(&weight))
            && !silent(several)
            && !silent(single)
            && (0.0..=MOST_CHANCE).contains(chance)
            && sentences.is_sound()
    }
}

impl Default for Weights {
    /// Each way counts the same: what somebody would take who has seen no judged title.
    fn default() -> Self {
        Self {
            several: Ways::default(),
            single: Ways::default(),
            mixed: Held::default(),
            foreign: 1.0,
            chance: 0.0,
            sentences: Covering::default(),
        }
    }
}

impl Default for Ways {
    /// Each way counts the same.
    fn default() -> Self {
        Self::from_array([1.0; WAYS])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_that_cannot_weigh_are_told() {
        assert!(Weights::default().are_sound());
        for odd in [f32::INFINITY, f32::NAN, -0.5, 1e30] {
            let several = Ways { letters: odd, ..Ways::default() };
            assert!(!Weights { several, ..Weights::default() }.are_sound(), "{odd}");
        }
        for chance in [-0.1, 1.0, f32::NAN] {
            assert!(!Weights { chance, ..Weights::default() }.are_sound(), "{chance}");
        }
        let sentences = Covering { rarity: 100.0, ..Covering::default() };
        assert!(!Weights { sentences, ..Weights::default() }.are_sound());
        assert!(!Weights { single: Ways::from_array([0.0; WAYS]), ..Weights::default() }.are_sound());
    }

    #[test]
    fn ways_have_their_places() {
        let only = |places: [usize; 2]| {
            Ways::from_array(std::array::from_fn(|way| if places.contains(&way) { 1.0 } else { 0.0 }))
        };
        let (vectors, held) = (only(VECTOR_WAYS), only(HELD_WAYS));
        assert!([vectors.centre, vectors.nearest, held.found, held.whole].iter().all(|way| *way > 0.5));
        assert_eq!(Ways::from_array(vectors.to_array()), vectors);
    }
}
