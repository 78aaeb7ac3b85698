//! Words written together: into the known words that they are made of.

use super::words::Word;
use crate::hash::QuickMap;

/// Letters of a part, at least.
const SHORTEST: usize = 4;
/// Letters of what may be left over at either end, at least.
const LEFT_OVER: usize = 3;
/// Letters of a word that may be a compound in a language that has them.
const LONG: usize = 9;
/// The same in any other language: where spaces were left out.
const VERY_LONG: usize = 18;
/// Letters that join parts.
const JOINTS: [&str; 6] = ["", "s", "es", "n", "en", "er"];
/// Letters that are looked at.
const MOST: usize = 60;

/// Words that can be parts, with the number of titles that hold them.
#[derive(Debug, Clone, Default)]
pub(super) struct Compounds {
    known: QuickMap<String, u32>,
}

impl Compounds {
    /// The words that occur twice in these titles, or as a title by themselves.
    pub(super) fn of<'a>(titles: impl Iterator<Item = &'a Vec<Word>>) -> Self {
        let mut known: QuickMap<String, u32> = QuickMap::default();
        for words in titles {
            for word in words.iter().filter(|word| !word.dense && word.plain.chars().count() >= SHORTEST) {
                *known.entry(word.plain.clone()).or_default() += if words.len() == 1 { 2 } else { 1 };
            }
        }
        known.retain(|_, count| *count > 1);
        Self { known }
    }

    /// The known words that a word is made of, left to right; none if it is no compound. What is unknown may
    /// stand at one end only, and must be less than half.
    pub(super) fn parts<'a>(&self, word: &'a str, compounds: bool) -> Vec<&'a str> {
        let letters = word.chars().count();
        if self.known.is_empty() || letters < if compounds { LONG } else { VERY_LONG } || letters > MOST {
            return Vec::new();
        }
        let places: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
        // Of each place: the fewest letters not covered so far, the parts used, and the last part's beginning.
        let mut best: Vec<Option<(usize, usize, usize, usize)>> = vec![None; letters + 1];
        for begin in std::iter::once(0).chain(LEFT_OVER..letters) {
            let (lost, used) = match best.get(begin).copied().flatten() {
                Some((lost, used, ..)) => (lost, used),
                None => (begin, 0),
            };
            for end in begin + SHORTEST..=letters {
                let part = between(word, &places, begin, end);
                if part.len() == word.len() || !self.known.contains_key(part) {
                    continue;
                }
                for joint in JOINTS {
                    let next = end + joint.len();
                    if next > letters
                        || (next == letters && !joint.is_empty())
                        || between(word, &places, end, next) != joint
                    {
                        continue;
                    }
                    let better =
                        best.get(next).copied().flatten().is_none_or(|(l, u, ..)| (lost, used + 1) < (l, u));
                    if better && let Some(place) = best.get_mut(next) {
                        *place = Some((lost, used + 1, begin, end));
                    }
                }
            }
        }
        trace(word, &places, &best)
    }
}

/// The best way back from the end, or from where what is left over begins.
fn trace<'a>(word: &'a str, places: &[usize], best: &[Option<(usize, usize, usize, usize)>]) -> Vec<&'a str> {
    let letters = best.len().saturating_sub(1);
    let ends = std::iter::once(letters).chain((0..=letters.saturating_sub(LEFT_OVER)).rev());
    let reached = ends.filter_map(|end| Some((letters - end + best.get(end).copied().flatten()?.0, end)));
    let Some((lost, mut at)) = reached.min() else { return Vec::new() };
    if lost * 2 > letters {
        return Vec::new();
    }
    let mut parts = Vec::new();
    while let Some((_, used, begin, end)) = best.get(at).copied().flatten() {
        parts.push(between(word, places, begin, end));
        if used <= 1 {
            break;
        }
        at = begin;
    }
    parts.reverse();
    parts
}

fn between<'a>(word: &'a str, places: &[usize], from: usize, to: usize) -> &'a str {
    match (places.get(from), places.get(to)) {
        (Some(from), Some(to)) => word.get(*from..*to).unwrap_or_default(),
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compound_falls_into_known_words_and_what_is_left() {
        let word =
            |plain: &str| Word { plain: plain.into(), stem: plain.into(), parts: Vec::new(), dense: false };
        let titles = ["arzt", "versicherung", "vertreter", "meister"].map(|title| vec![word(title)]);
        let compounds = Compounds::of(titles.iter());
        assert_eq!(compounds.parts("versicherungsvertreter", true), ["versicherung", "vertreter"]);
        assert_eq!(compounds.parts("backermeister", true), ["meister"]);
        assert_eq!(compounds.parts("meister", true), Vec::<&str>::new());
        assert_eq!(compounds.parts("schornsteinfeger", true), Vec::<&str>::new());
        assert_eq!(compounds.parts("backermeister", false), Vec::<&str>::new());
    }
}
