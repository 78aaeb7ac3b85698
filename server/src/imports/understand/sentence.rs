//! What one sentence says beside the occupation: `ຮັບສະໝັກຊ່າງເຊື່ອມ ມີປະສົບການ 2 ປີ ຢູ່ປາກເຊ` names experience and a place.

use super::experience;
use crate::reference::ReferenceBook;
use search::{Concept, PlaceKey};

/// What a sentence says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The place; of several the narrowest, of equals the first.
    pub place: Option<PlaceKey>,
    /// Experience in months; 0 where it says that none is there or needed.
    pub experience_months: Option<u32>,
}

/// Reads a sentence in any of the languages, misspelt or in Latin letters for Lao.
pub fn read(book: &ReferenceBook, sentence: &str) -> Said {
    let lexicon = &book.lexicon;
    let places =
        lexicon.understand(sentence).concepts.into_iter().filter_map(|mention| match mention.concept {
            Concept::Place(key) => Some((lexicon.with_ancestors(mention.concept).len(), key)),
            Concept::Occupation(_) | Concept::Skill(_) => None,
        });
    // The first of the deepest.
    let place = places.reduce(|best, next| if next.0 > best.0 { next } else { best });
    Said { place: place.map(|(_, key)| key), experience_months: experience::said(&lexicon.as_lao(sentence)) }
}
