//! Lao in Latin letters, after the BGN/PCGN romanisation of 1966, without tones.

use std::ops::Range;

use super::fold::{Folded, plain};
use super::script::Script;
use super::syllable::syllable_starts;
use super::token::runs;

/// Vowels: the sign before the consonant, the signs behind it, the romanisation.
const VOWELS: [(&str, &str, &str); 31] = [
    ("", "ົວ", "oua"),
    ("", "ັວ", "oua"),
    ("", "ວ", "oua"),
    ("", "ັຽ", "ia"),
    ("", "ຽ", "ia"),
    ("ເ", "ັຍ", "ia"),
    ("ເ", "ຍ", "ia"),
    ("ເ", "ືອ", "ua"),
    ("ເ", "ຶອ", "ua"),
    ("ເ", "ົາ", "ao"),
    ("ເ", "າະ", "o"),
    ("ເ", "ິ", "eu"),
    ("ເ", "ີ", "eu"),
    ("ເ", "ະ", "e"),
    ("ເ", "ັ", "e"),
    ("ເ", "", "e"),
    ("ແ", "ະ", "e"),
    ("ແ", "ັ", "e"),
    ("ແ", "", "e"),
    ("ໂ", "ະ", "o"),
    ("ໂ", "", "o"),
    ("ໄ", "", "ai"),
    ("ໃ", "", "ai"),
    ("", "ະ", "a"),
    ("", "ັ", "a"),
    ("", "າ", "a"),
    ("", "ຳ", "am"),
    ("", "ິ", "i"),
    ("", "ີ", "i"),
    ("", "ອ", "o"),
    ("", "ໍ", "o"),
];

fn single_vowel(c: char) -> Option<&'static str> {
    match c {
        'ຶ' | 'ື' => Some("u"),
        'ຸ' | 'ູ' => Some("ou"),
        'ົ' => Some("o"),
        _ => None,
    }
}

fn initial(c: char) -> &'static str {
    match c {
        'ກ' => "k",
        'ຂ' | 'ຄ' => "kh",
        'ງ' => "ng",
        'ຈ' => "ch",
        'ສ' | 'ຊ' => "s",
        'ຍ' => "gn",
        'ຢ' => "y",
        'ດ' => "d",
        'ຕ' => "t",
        'ຖ' | 'ທ' => "th",
        'ນ' | 'ໜ' => "n",
        'ບ' => "b",
        'ປ' => "p",
        'ຜ' | 'ພ' => "ph",
        'ຝ' | 'ຟ' => "f",
        'ມ' | 'ໝ' => "m",
        'ຣ' => "r",
        'ລ' | 'ຼ' => "l",
        'ວ' => "v",
        'ຫ' | 'ຮ' => "h",
        _ => "",
    }
}

fn last(c: char) -> &'static str {
    match c {
        'ກ' => "k",
        'ງ' => "ng",
        'ຍ' | 'ຽ' => "y",
        'ດ' | 'ຕ' | 'ຊ' | 'ສ' | 'ທ' | 'ຈ' => "t",
        'ນ' | 'ລ' | 'ຣ' => "n",
        'ບ' | 'ປ' | 'ພ' | 'ຟ' => "p",
        'ມ' => "m",
        'ວ' => "o",
        _ => "",
    }
}

/// A syllable in Latin letters: how it begins, its vowel, how it ends.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Syllable {
    pub(super) initial: String,
    pub(super) vowel: &'static str,
    pub(super) last: String,
}

/// One folded syllable.
fn syllable(text: &str) -> Syllable {
    let mut chars: Vec<char> = text.chars().filter(|c| !matches!(c, '່'..='໌')).collect();
    let lead = match chars.first() {
        Some(c @ 'ເ'..='ໄ') => {
            let lead = c.to_string();
            chars.remove(0);
            lead
        }
        _ => String::new(),
    };
    let heads = match chars.as_slice() {
        ['ຫ', 'ຼ' | 'ງ' | 'ຍ' | 'ວ' | 'ຣ', _, ..]
        | [_, 'ວ', 'າ' | 'ັ' | 'ິ' | 'ີ' | 'ຽ' | 'ະ', ..]
        | [_, 'ຣ', _, ..] => 2,
        [] => 0,
        _ => 1,
    };
    let mut heard = Syllable::default();
    let rest: String = chars.iter().skip(heads).collect();
    for (at, c) in chars.iter().take(heads).enumerate() {
        if !(at == 0 && *c == 'ຫ' && heads == 2) {
            heard.initial.push_str(initial(*c));
        }
    }
    let mut behind_vowel = 0;
    for (before, behind, roman) in VOWELS {
        if before == lead
            && rest.starts_with(behind)
            && (heard.vowel.is_empty() || behind.len() > behind_vowel)
        {
            (heard.vowel, behind_vowel) = (roman, behind.len());
        }
    }
    let mut tail = rest.get(behind_vowel..).unwrap_or_default();
    if heard.vowel.is_empty()
        && let Some((vowel, c)) = tail.chars().next().and_then(|c| Some((single_vowel(c)?, c)))
    {
        heard.vowel = vowel;
        tail = tail.get(c.len_utf8()..).unwrap_or_default();
    }
    for c in tail.chars() {
        heard.last.push_str(last(c));
    }
    heard
}

/// The syllables of a folded run of Lao, each with its bytes.
pub(super) fn syllables(run: &str) -> impl Iterator<Item = (Syllable, Range<usize>)> {
    let starts = syllable_starts(run);
    let ends: Vec<usize> = starts.iter().copied().skip(1).chain([run.len()]).collect();
    starts.into_iter().zip(ends).map(|(from, to)| (syllable(run.get(from..to).unwrap_or_default()), from..to))
}

/// Lao in Latin letters and Latin letters without diacritics, as far as the text is written in these;
/// everything else in its folded form. For comparing names across scripts.
pub fn latin(text: &str) -> String {
    let folded = Folded::of(text).text;
    let mut out = String::with_capacity(folded.len());
    let mut done = 0;
    for run in runs(&folded) {
        out.push_str(folded.get(done..run.start).unwrap_or_default());
        let word = run.of(&folded);
        if run.script == Script::Lao {
            for (Syllable { initial, vowel, last }, _) in syllables(word) {
                out.extend([initial.as_str(), vowel, last.as_str()]);
            }
        } else {
            out.push_str(&plain(word));
        }
        done = run.end;
    }
    out.push_str(folded.get(done..).unwrap_or_default());
    out.replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lao_names_are_romanised() {
        assert_eq!(latin("ສະຫວັນນະເຂດ"), "savannakhet");
        assert_eq!(latin("ວຽງຈັນ"), "viangchan");
        assert_eq!(latin("ສົມຊາຍ"), "somsay");
        assert_eq!(latin("ຈຳປາສັກ"), "champasak");
        assert_eq!(latin("Nguyễn Đức"), "nguyen duc");
    }
}
