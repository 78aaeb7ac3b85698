//! Each distinct value once, by number; 0 stands for a missing one.

use super::distance::{LONGEST, jaro_winkler, within};
use super::level::Level;
use std::collections::HashMap;

/// Keys of a written value, made by who knows the script.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spelling<'a> {
    /// The normal form; equal ones are the same value. Empty for a missing value.
    pub folded: &'a str,
    /// In Latin letters.
    pub latin: &'a str,
    /// A Latin spelling that the bearer uses, where it was told apart.
    pub also: Option<&'a str>,
    /// How it sounds; equal for spellings of one name.
    pub sound: &'a str,
}

impl<'a> Spelling<'a> {
    /// A value of which only the normal form counts, such as a number.
    pub fn plain(folded: &'a str) -> Self {
        Self { folded, latin: folded, also: None, sound: "" }
    }
}

/// A distinct value.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Number of its normal form; frequencies are counted of these.
    pub(super) group: u32,
    /// Number of its sound, of a value without one of its own; frequencies are counted of these, too.
    pub(super) voice: u32,
    /// Its spellings in Latin letters.
    spellings: Vec<Box<[char]>>,
    /// Hash of its sound; 0 for none.
    pub(super) sound: u64,
    /// Hash of its first letters, and its first letter.
    pub(super) head: u64,
    pub(super) initial: u32,
}

impl Entry {
    /// The sound; of a value without one its normal form.
    pub(super) fn heard(&self) -> u64 {
        if self.sound == 0 { u64::from(self.group) } else { self.sound }
    }
}

/// Letters that a head has.
const HEAD: usize = 4;

/// All distinct values of a field, or of the parts of a name together.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    numbers: HashMap<(Box<str>, Box<str>), u32>,
    groups: HashMap<Box<str>, u32>,
    voices: HashMap<u64, u32>,
    entries: Vec<Entry>,
}

impl Vocabulary {
    /// The number of a value; 0 for an empty one.
    pub(super) fn number(&mut self, spelling: Spelling<'_>) -> u32 {
        let Spelling { folded, latin, also, sound } = spelling;
        if folded.is_empty() {
            return 0;
        }
        let key = (Box::from(folded), Box::from(also.unwrap_or_default()));
        if let Some(number) = self.numbers.get(&key) {
            return *number;
        }
        let next = self.groups.len() as u32 + 1;
        let group = *self.groups.entry(folded.into()).or_insert(next);
        let spellings: Vec<Box<[char]>> = [Some(latin), also]
            .into_iter()
            .flatten()
            .map(|text| text.chars().take(LONGEST).collect())
            .collect();
        let heard = also.unwrap_or(latin);
        let sound = if sound.is_empty() { 0 } else { hash(sound.bytes().map(u64::from)) };
        let next = self.voices.len() as u32 + 1;
        let voice = *self.voices.entry(if sound == 0 { u64::from(group) } else { sound }).or_insert(next);
        self.entries.push(Entry {
            group,
            voice,
            spellings,
            sound,
            head: hash(heard.chars().take(HEAD).map(u64::from)),
            initial: heard.chars().next().map_or(0, u32::from),
        });
        let number = self.entries.len() as u32;
        self.numbers.insert(key, number);
        number
    }

    /// A value by its number.
    pub(super) fn entry(&self, number: u32) -> Option<&Entry> {
        self.entries.get((number as usize).checked_sub(1)?)
    }

    /// Number of normal forms.
    pub(super) fn groups(&self) -> usize {
        self.groups.len()
    }

    /// Number of sounds.
    pub(super) fn voices(&self) -> usize {
        self.voices.len()
    }
}

/// A hash of numbers, the same everywhere (after FNV-1a with a final mixing); never 0.
pub(super) fn hash(parts: impl IntoIterator<Item = u64>) -> u64 {
    let mut sum = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        sum = (sum ^ part).wrapping_mul(0x0100_0000_01b3);
        sum ^= sum >> 29;
    }
    sum = (sum ^ sum >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
    (sum ^ sum >> 32).max(1)
}

/// How well two names agree, by spelling, sound and words.
pub(super) fn names_agree(one: &Entry, other: &Entry) -> Level {
    let mut best = if one.group == other.group { Level::Exact } else { spellings_agree(one, other) };
    if one.sound != 0 && one.sound == other.sound {
        best = best.max(Level::VeryNear);
    }
    best
}

/// How well two texts agree.
pub(super) fn texts_agree(one: &Entry, other: &Entry) -> Level {
    if one.group == other.group { Level::Exact } else { spellings_agree(one, other) }
}

/// How well two numbers or addresses of one person alone agree.
pub(super) fn identifiers_agree(one: &Entry, other: &Entry) -> Level {
    if one.group == other.group {
        return Level::Exact;
    }
    let (Some(a), Some(b)) = (one.spellings.first(), other.spellings.first()) else {
        return Level::Different;
    };
    if within(a, b, 1) {
        Level::VeryNear
    } else if within(a, b, 2) {
        Level::Near
    } else {
        Level::Different
    }
}

fn spellings_agree(one: &Entry, other: &Entry) -> Level {
    let pairs = one.spellings.iter().flat_map(|a| other.spellings.iter().map(move |b| (a, b)));
    pairs.map(|(a, b)| spelt(a, b)).max().unwrap_or(Level::Different)
}

/// How alike are two spellings? Bounds as customary for names (Winkler 1990; Splink's comparison library).
fn spelt(one: &[char], other: &[char]) -> Level {
    if one == other {
        return Level::Exact;
    }
    let similar = jaro_winkler(one, other);
    let (short, long) = (one.len().min(other.len()), one.len().max(other.len()));
    if similar >= 0.94 || (short >= 4 && within(one, other, 1)) {
        Level::VeryNear
    } else if similar >= 0.88 || (long >= 7 && within(one, other, 2)) || one_holds_the_other(one, other) {
        Level::Near
    } else if similar >= 0.78 {
        Level::Hint
    } else {
        Level::Different
    }
}

/// Is every word of the one with fewer words a word of the other, or the beginning of one?
fn one_holds_the_other(one: &[char], other: &[char]) -> bool {
    let words = |text| -> Vec<&[char]> {
        <[char]>::split(text, |c| !c.is_alphanumeric()).filter(|word: &&[char]| !word.is_empty()).collect()
    };
    let (one, other) = (words(one), words(other));
    let (few, many) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let begins = |word: &[char], held: &[char]| word == held || (word.len() == 1 && held.starts_with(word));
    let held = |word: &&[char]| many.iter().any(|held| begins(word, held) || begins(held, word));
    !few.is_empty() && few.iter().all(held)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(one: (&str, &str), other: (&str, &str)) -> Level {
        let mut all = Vocabulary::default();
        let mut number = |(latin, sound)| all.number(Spelling { folded: latin, latin, also: None, sound });
        let (one, other) = (number(one), number(other));
        names_agree(all.entry(one).unwrap(), all.entry(other).unwrap())
    }

    #[test]
    fn names_agree_by_spelling_sound_and_words() {
        assert_eq!(agree(("somxay", "smsy"), ("somsay", "smsy")), Level::VeryNear);
        assert_eq!(agree(("keovong", "kvng"), ("keovogn", "kvkn")), Level::VeryNear);
        assert_eq!(agree(("maria anna", "a"), ("anna", "b")), Level::Near);
        assert_eq!(agree(("j", "a"), ("john", "b")), Level::Near);
        assert_eq!(agree(("john", "a"), ("mary", "b")), Level::Different);
    }

    #[test]
    fn a_second_spelling_lets_scripts_meet() {
        let mut all = Vocabulary::default();
        let lao = all.number(Spelling {
            folded: "ບຸນມີ", latin: "bounmi", also: Some("bunmee"), sound: "bnm"
        });
        let latin = all.number(Spelling { folded: "bunmee", latin: "bunmee", also: None, sound: "bnm" });
        let alone =
            all.number(Spelling { folded: "ບຸນມີ", latin: "bounmi", also: None, sound: "bnm" });
        let entry = |number| all.entry(number).unwrap();
        assert_eq!(names_agree(entry(lao), entry(latin)), Level::Exact);
        assert_eq!(entry(lao).group, entry(alone).group);
        assert_eq!(all.number(Spelling::default()), 0);
    }
}
