//! Lao typed in Latin letters, as everybody spells it: `xang`, `sang` and `chang` for ຊ່າງ.
//!
//! No spelling is the right one, so spellings are not compared: both a typed word and the romanisation of a Lao
//! one are heard as syllables, each of a beginning, a vowel and an end, and these are compared part by part.
//! Which spellings stand for one sound, and how often one is taken for another, follows from the spellings
//! of BGN/PCGN (1966), of French and of Thai habit; the degrees are ours.

use std::ops::Range;

use super::romanise::{Syllable, syllables};
use super::script::Script;
use super::token::runs;

/// How a syllable begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Initial {
    None,
    K,
    Kh,
    Kw,
    Khw,
    Ng,
    Ch,
    S,
    Y,
    D,
    T,
    Th,
    N,
    B,
    P,
    Ph,
    F,
    M,
    L,
    V,
    H,
}

/// The colour of a syllable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Vowel {
    A,
    E,
    I,
    O,
    U,
    /// ຶ, ື.
    Ue,
    /// ເ◌ີ.
    Oe,
    Ia,
    /// ◌ົວ.
    Ua,
    /// ເ◌ືອ.
    Uea,
}

/// How a syllable ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Last {
    None,
    K,
    T,
    P,
    N,
    M,
    Ng,
    Y,
    W,
}

/// A syllable as it is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Heard(Initial, Vowel, Last);

/// Spellings of beginnings, longer ones first.
const INITIALS: [(&str, Initial); 45] = [
    ("khw", Initial::Khw),
    ("khv", Initial::Khw),
    ("kh", Initial::Kh),
    ("kw", Initial::Kw),
    ("kv", Initial::Kw),
    ("qu", Initial::Kw),
    ("gn", Initial::Y),
    ("nh", Initial::Y),
    ("ny", Initial::Y),
    ("ng", Initial::Ng),
    ("ch", Initial::Ch),
    ("tj", Initial::Ch),
    ("sh", Initial::S),
    ("th", Initial::Th),
    ("ph", Initial::Ph),
    ("hm", Initial::M),
    ("hn", Initial::N),
    ("hl", Initial::L),
    ("pl", Initial::P),
    ("pr", Initial::P),
    ("kl", Initial::K),
    ("kr", Initial::K),
    ("tr", Initial::T),
    ("k", Initial::K),
    ("g", Initial::K),
    ("c", Initial::K),
    ("j", Initial::Ch),
    ("s", Initial::S),
    ("x", Initial::S),
    ("z", Initial::S),
    ("y", Initial::Y),
    ("d", Initial::D),
    ("t", Initial::T),
    ("n", Initial::N),
    ("b", Initial::B),
    ("p", Initial::P),
    ("f", Initial::F),
    ("m", Initial::M),
    ("l", Initial::L),
    ("r", Initial::L),
    ("v", Initial::V),
    ("w", Initial::V),
    ("h", Initial::H),
    ("'", Initial::None),
    ("", Initial::None),
];

/// Spellings of vowels, with the end that some bring along, longer ones first.
const VOWELS: [(&str, Vowel, Last); 65] = [
    ("oueay", Vowel::Uea, Last::Y),
    ("ouay", Vowel::Ua, Last::Y),
    ("ouai", Vowel::Ua, Last::Y),
    ("euay", Vowel::Uea, Last::Y),
    ("euai", Vowel::Uea, Last::Y),
    ("iao", Vowel::Ia, Last::W),
    ("iaw", Vowel::Ia, Last::W),
    ("ieo", Vowel::Ia, Last::W),
    ("iew", Vowel::Ia, Last::W),
    ("uay", Vowel::Ua, Last::Y),
    ("uai", Vowel::Ua, Last::Y),
    ("oei", Vowel::Oe, Last::Y),
    ("oey", Vowel::Oe, Last::Y),
    ("eui", Vowel::Oe, Last::Y),
    ("ouy", Vowel::U, Last::Y),
    ("oui", Vowel::U, Last::Y),
    ("aay", Vowel::A, Last::Y),
    ("aai", Vowel::A, Last::Y),
    ("aao", Vowel::A, Last::W),
    ("aeo", Vowel::E, Last::W),
    ("aew", Vowel::E, Last::W),
    ("eua", Vowel::Uea, Last::None),
    ("uea", Vowel::Uea, Last::None),
    ("eau", Vowel::Uea, Last::None),
    ("oua", Vowel::Ua, Last::None),
    ("ua", Vowel::Ua, Last::None),
    ("uo", Vowel::Ua, Last::None),
    ("ia", Vowel::Ia, Last::None),
    ("ie", Vowel::Ia, Last::None),
    ("ea", Vowel::Ia, Last::None),
    ("ai", Vowel::A, Last::Y),
    ("ay", Vowel::A, Last::Y),
    ("ei", Vowel::E, Last::Y),
    ("ey", Vowel::E, Last::Y),
    ("oi", Vowel::O, Last::Y),
    ("oy", Vowel::O, Last::Y),
    ("ui", Vowel::U, Last::Y),
    ("uy", Vowel::U, Last::Y),
    ("ao", Vowel::A, Last::W),
    ("aw", Vowel::A, Last::W),
    ("au", Vowel::A, Last::W),
    ("eo", Vowel::E, Last::W),
    ("ew", Vowel::E, Last::W),
    ("io", Vowel::I, Last::W),
    ("iu", Vowel::I, Last::W),
    ("iw", Vowel::I, Last::W),
    ("ae", Vowel::E, Last::None),
    ("eh", Vowel::E, Last::None),
    ("eu", Vowel::Ue, Last::None),
    ("ue", Vowel::Ue, Last::None),
    ("oe", Vowel::Oe, Last::None),
    ("er", Vowel::Oe, Last::None),
    ("oo", Vowel::U, Last::None),
    ("ou", Vowel::U, Last::None),
    ("or", Vowel::O, Last::None),
    ("oh", Vowel::O, Last::None),
    ("ee", Vowel::I, Last::None),
    ("aa", Vowel::A, Last::None),
    ("ah", Vowel::A, Last::None),
    ("a", Vowel::A, Last::None),
    ("e", Vowel::E, Last::None),
    ("i", Vowel::I, Last::None),
    ("y", Vowel::I, Last::None),
    ("o", Vowel::O, Last::None),
    ("u", Vowel::U, Last::None),
];

/// Spellings of ends, longer ones first.
const LASTS: [(&str, Last); 17] = [
    ("ng", Last::Ng),
    ("ck", Last::K),
    ("th", Last::T),
    ("ne", Last::N),
    ("k", Last::K),
    ("g", Last::K),
    ("c", Last::K),
    ("t", Last::T),
    ("d", Last::T),
    ("s", Last::T),
    ("p", Last::P),
    ("b", Last::P),
    ("n", Last::N),
    ("l", Last::N),
    ("m", Last::M),
    ("y", Last::Y),
    ("w", Last::W),
];

/// Sounds taken for each other, in either order, and how alike they are.
const LIKE_INITIALS: [(Initial, Initial, f32); 27] = [
    (Initial::K, Initial::Kh, 0.6),
    (Initial::K, Initial::Kw, 0.6),
    (Initial::K, Initial::Ng, 0.2),
    (Initial::Kh, Initial::Khw, 0.6),
    (Initial::Kw, Initial::Khw, 0.6),
    (Initial::Kh, Initial::Kw, 0.5),
    (Initial::Kh, Initial::H, 0.3),
    (Initial::Ch, Initial::S, 0.7),
    (Initial::Ch, Initial::K, 0.2),
    (Initial::Ch, Initial::Y, 0.3),
    (Initial::T, Initial::Th, 0.6),
    (Initial::T, Initial::D, 0.5),
    (Initial::D, Initial::Th, 0.2),
    (Initial::P, Initial::Ph, 0.6),
    (Initial::P, Initial::B, 0.5),
    (Initial::B, Initial::Ph, 0.2),
    (Initial::Ph, Initial::F, 0.5),
    (Initial::P, Initial::F, 0.2),
    (Initial::N, Initial::Ng, 0.5),
    (Initial::N, Initial::Y, 0.5),
    (Initial::Ng, Initial::Y, 0.4),
    (Initial::N, Initial::L, 0.3),
    (Initial::L, Initial::H, 0.4),
    (Initial::V, Initial::F, 0.3),
    (Initial::V, Initial::B, 0.3),
    (Initial::None, Initial::H, 0.4),
    (Initial::None, Initial::Ng, 0.3),
];

const LIKE_VOWELS: [(Vowel, Vowel, f32); 19] = [
    (Vowel::A, Vowel::E, 0.3),
    (Vowel::A, Vowel::O, 0.3),
    (Vowel::A, Vowel::U, 0.2),
    (Vowel::E, Vowel::I, 0.4),
    (Vowel::E, Vowel::Ia, 0.5),
    (Vowel::E, Vowel::Oe, 0.4),
    (Vowel::E, Vowel::Ue, 0.4),
    (Vowel::I, Vowel::Ia, 0.5),
    (Vowel::I, Vowel::Ue, 0.4),
    (Vowel::O, Vowel::U, 0.5),
    (Vowel::O, Vowel::Ua, 0.4),
    (Vowel::O, Vowel::Oe, 0.3),
    (Vowel::U, Vowel::Ue, 0.8),
    (Vowel::U, Vowel::Oe, 0.4),
    (Vowel::U, Vowel::Ua, 0.4),
    (Vowel::Ue, Vowel::Oe, 0.9),
    (Vowel::Ue, Vowel::Uea, 0.5),
    (Vowel::Oe, Vowel::Uea, 0.4),
    (Vowel::Ua, Vowel::Uea, 0.8),
];

const LIKE_LASTS: [(Last, Last, f32); 17] = [
    (Last::None, Last::K, 0.6),
    (Last::None, Last::T, 0.6),
    (Last::None, Last::P, 0.5),
    (Last::None, Last::N, 0.4),
    (Last::None, Last::M, 0.3),
    (Last::None, Last::Ng, 0.4),
    (Last::None, Last::Y, 0.5),
    (Last::None, Last::W, 0.5),
    (Last::K, Last::T, 0.5),
    (Last::K, Last::P, 0.4),
    (Last::T, Last::P, 0.4),
    (Last::K, Last::Ng, 0.3),
    (Last::T, Last::N, 0.3),
    (Last::N, Last::Ng, 0.6),
    (Last::N, Last::M, 0.5),
    (Last::M, Last::Ng, 0.4),
    (Last::P, Last::M, 0.3),
];

/// How alike two of a kind are, by a table of those that are not the same.
fn alike<T: PartialEq + Copy>(one: T, other: T, table: &[(T, T, f32)]) -> f32 {
    if one == other {
        return 1.0;
    }
    let found = table.iter().find(|(a, b, _)| (*a, *b) == (one, other) || (*b, *a) == (one, other));
    found.map_or(0.0, |entry| entry.2)
}

impl Heard {
    /// From 0, nothing in common, to 1, the same.
    pub(crate) fn likeness(self, other: Self) -> f32 {
        alike(self.0, other.0, &LIKE_INITIALS)
            * alike(self.1, other.1, &LIKE_VOWELS)
            * alike(self.2, other.2, &LIKE_LASTS)
    }

    /// The sound of a Lao syllable. Its romanisation is unambiguous, but for letters that mean something else
    /// where people type: `u` is ຶ, `ua` ເ◌ືອ, `eu` ເ◌ີ.
    fn of(syllable: &Syllable) -> Option<Self> {
        let (vowel, mut last) = match syllable.vowel {
            "u" => (Vowel::Ue, Last::None),
            "ua" => (Vowel::Uea, Last::None),
            "eu" => (Vowel::Oe, Last::None),
            "am" => (Vowel::A, Last::M),
            "" => (Vowel::O, Last::None),
            spelt => VOWELS.iter().find(|vowel| vowel.0 == spelt).map(|vowel| (vowel.1, vowel.2))?,
        };
        let initial = INITIALS.iter().find(|initial| initial.0 == syllable.initial)?.1;
        if let Some((_, found)) = LASTS.iter().find(|last| syllable.last.starts_with(last.0)) {
            last = *found;
        } else if syllable.last == "o" {
            last = Last::W;
        }
        Some(Self(initial, vowel, last))
    }
}

/// The sounds of a folded Lao text with their bytes; none for a text that is not in Lao alone.
pub(crate) fn heard_in_lao(folded: &str) -> Option<Vec<(Heard, Range<usize>)>> {
    let mut all = Vec::new();
    for run in runs(folded) {
        if run.script != Script::Lao {
            return None;
        }
        for (syllable, at) in syllables(run.of(folded)) {
            all.push((Heard::of(&syllable)?, run.start + at.start..run.start + at.end));
        }
    }
    (!all.is_empty()).then_some(all)
}

/// The sounds of a word in plain Latin letters; none for one that nobody would type for Lao, such as most
/// English words.
pub(crate) fn heard_in_latin(word: &str) -> Option<Vec<Heard>> {
    let mut all = Vec::new();
    let letters = word.chars().all(|c| c.is_ascii_lowercase() || c == '\'');
    // French habit: an end that is to be heard is followed by a letter that is not.
    let silent = ["ane", "one", "oune"].iter().any(|end| word.ends_with(end));
    let word = if silent { word.strip_suffix('e').unwrap_or(word) } else { word };
    let mut dead = vec![false; word.len() + 1];
    let reads = letters && !word.is_empty() && word.len() <= LONGEST && hear(word, true, &mut all, &mut dead);
    reads.then_some(all)
}

/// Longer words are not read.
const LONGEST: usize = 60;

/// Reads the rest of a word into syllables. A consonant before a vowel begins the next syllable where that
/// can be read to the end. Rests that cannot be read are `dead`, by their length.
fn hear(rest: &str, first: bool, all: &mut Vec<Heard>, dead: &mut [bool]) -> bool {
    if rest.is_empty() {
        return !first;
    }
    if dead.get(rest.len()) == Some(&true) {
        return false;
    }
    for (spelt, initial) in INITIALS {
        let Some(after) = rest.strip_prefix(spelt) else { continue };
        // Inside a word these are an end and a beginning, and a vowel does not follow a vowel.
        if !first && matches!(spelt, "" | "nh" | "pl" | "pr" | "kl" | "kr" | "tr") {
            continue;
        }
        for (spelt, vowel, with) in VOWELS {
            let Some(after) = after.strip_prefix(spelt) else { continue };
            let ends = LASTS.iter().filter(|_| with == Last::None);
            for (spelt, last) in [("", with)].iter().chain(ends) {
                let Some(after) = after.strip_prefix(spelt) else { continue };
                all.push(Heard(initial, vowel, *last));
                if hear(after, false, all, dead) {
                    return true;
                }
                all.pop();
            }
        }
    }
    if let Some(slot) = dead.get_mut(rest.len()) {
        *slot = true;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How alike a typed word and a Lao one are: the mean over syllables.
    fn likeness(typed: &str, lao: &str) -> f32 {
        let (typed, lao) = (heard_in_latin(typed).unwrap(), heard_in_lao(lao).unwrap());
        assert_eq!(typed.len(), lao.len(), "{typed:?} {lao:?}");
        let sum: f32 = typed.iter().zip(&lao).map(|(one, (other, _))| one.likeness(*other)).sum();
        sum / typed.len() as f32
    }

    #[test]
    fn habits_of_spelling_are_heard_as_one() {
        for (spellings, lao) in [
            (&["xang", "sang"][..], "ຊ່າງ"),
            (&["faifa", "fayfa", "faifaa"], "ໄຟຟ້າ"),
            (&["phayaban", "phayabane", "phagnaban", "phanyabaan"], "ພະຍາບານ"),
            (&["phanakngan", "phanakngane"], "ພະນັກງານ"),
            (&["khonkhaplot", "khonkhablod", "khonkhaplod"], "ຄົນຂັບລົດ"),
            (&["banthuk", "banthook", "banthouk"], "ບັນທຸກ"),
            (&["xeuam", "sueam"], "ເຊື່ອມ"),
            (&["hongngan"], "ໂຮງງານ"),
            (&["viangchan", "viengchan"], "ວຽງຈັນ"),
            (&["angkit"], "ອັງກິດ"),
        ] {
            for typed in spellings {
                assert!(likeness(typed, lao) > 0.95, "{typed}: {}", likeness(typed, lao));
            }
        }
        assert!(likeness("chang", "ຊ່າງ") > 0.6 && likeness("pasobkan", "ປະສົບການ") > 0.95);
        assert!(likeness("mo", "ໝູ") < 0.6 && likeness("lot", "ແມ") == 0.0);
    }

    #[test]
    fn what_is_no_syllable_is_not_read() {
        for word in ["driver", "nurse", "assistant", "strict", "", "a1", "ພະ", "rhythm", "welder's"] {
            assert_eq!(heard_in_latin(word), None, "{word}");
        }
        assert_eq!(heard_in_lao("ຊ່າງ welder"), None);
    }

    #[test]
    fn long_words_are_read_in_little_time() {
        for word in
            ["ngangangangangangangangangangangangangangangangangangangangx", "nnnnnnnnnnnnnnnnnnnnnnnnnnnn"]
        {
            assert_eq!(heard_in_latin(word), None);
        }
        assert!(heard_in_latin(&"nga".repeat(20)).is_some());
    }
}
