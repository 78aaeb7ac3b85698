//! Words of the place: what whoever guesses a password here tries first.

use std::sync::LazyLock;

/// Shorter names stand in too many other words.
const SHORTEST: usize = 4;

static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let words = seed_data::password_words().unwrap_or_default().into_iter().map(|row| row.word);
    let places = seed_data::places().unwrap_or_default();
    let lao = places.into_iter().filter(|place| place.code == "LA" || is_lao(&place.code));
    let names = lao.flat_map(|place| place.names).map(|name| name.text.to_lowercase());
    let mut all: Vec<String> = words.collect();
    for name in names.filter(|name| name.chars().count() >= SHORTEST) {
        let whole: String = name.chars().filter(|letter| !letter.is_whitespace()).collect();
        all.extend((whole != name).then_some(whole));
        all.push(name);
    }
    all.sort();
    all.dedup();
    all
});

/// Provinces and districts of Laos have codes of digits alone.
fn is_lao(code: &str) -> bool {
    code.bytes().all(|digit| digit.is_ascii_digit())
}

/// Names of the platform, of the country, and of its provinces and districts, in small letters.
pub(super) fn place_words() -> &'static [String] {
    &WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_those_of_this_country() {
        let held = |word: &str| place_words().iter().any(|held| held == word);
        for word in ["viak", "savannakhet", "luangprabang", "ວຽງຈັນ", "ແຮງງານ"] {
            assert!(held(word), "{word}");
        }
        assert!(!held("bangkok") && !held("lai chau"));
        assert!(place_words().iter().all(|word| *word == word.to_lowercase() && !word.trim().is_empty()));
    }
}
