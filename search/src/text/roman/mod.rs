//! Lao typed in Latin letters, as everybody spells it: `xang`, `sang` and `chang` for ຊ່າງ.
//!
//! No spelling is the right one, so spellings are not compared: both a typed word and the romanisation of a Lao
//! one are heard as syllables, each of a beginning, a vowel and an end, and these are compared part by part.
//! Which spellings stand for one sound, and how often one is taken for another, follows from the spellings
//! of BGN/PCGN (1966), of French and of Thai habit; the degrees are ours.

mod likeness;
mod spellings;

use std::ops::Range;

use spellings::{INITIALS, Initial, LASTS, Last, VOWELS, Vowel};

use super::romanise::{Syllable, syllables};
use super::script::Script;
use super::token::runs;

/// A syllable as it is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Heard(Initial, Vowel, Last);

impl Heard {
    /// From 0, nothing in common, to 1, the same.
    pub(crate) fn likeness(self, other: Self) -> f32 {
        likeness::likeness((self.0, self.1, self.2), (other.0, other.1, other.2))
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
/// English words. A doubled consonant that cannot be read is a slip.
pub(crate) fn heard_in_latin(word: &str) -> Option<Vec<Heard>> {
    if word.len() > LONGEST || !word.chars().all(|c| c.is_ascii_lowercase() || c == '\'') {
        return None;
    }
    // French habit: an end that is to be heard is followed by a letter that is not.
    let silent = ["ane", "one", "oune"].iter().any(|end| word.ends_with(end));
    let word = if silent { word.strip_suffix('e').unwrap_or(word) } else { word };
    read(word).or_else(|| {
        let mut once = String::with_capacity(word.len());
        for c in word.chars() {
            if !once.ends_with(c) || "aeiou".contains(c) {
                once.push(c);
            }
        }
        if once == word { None } else { read(&once) }
    })
}

fn read(word: &str) -> Option<Vec<Heard>> {
    let mut all = Vec::new();
    let mut dead = vec![false; word.len() + 1];
    hear(word, true, &mut all, &mut dead).then_some(all)
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
            (&["kajok", "kajokk"], "ກະຈົກ"),
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
