//! Which names look or sound like another? A swindler takes the name of somebody known, with a letter of another script,
//! another legal form, or one letter changed.
//!
//! A name is brought to keys: its look (folded, legal forms dropped, each letter replaced by that which it looks like: the
//! skeleton of Unicode UTS 39) and its sound in Latin letters, which Lao and Latin spellings share. Two organisations are
//! alike where they share a key, or two of their looks are one edit apart.

use std::collections::BTreeSet;
use std::sync::LazyLock;
use unicode_security::{MixedScript, skeleton};

/// Looks shorter than this are one edit away from too many others.
const SHORTEST_NEAR: usize = 5;
/// Sounds shorter than this are shared by too many names.
const SHORTEST_SOUND: usize = 5;

/// How alike two names are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// They look or sound the same.
    Same,
    /// One edit lies between them.
    Near,
}

/// The keys of an organisation's names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    looks: BTreeSet<Vec<char>>,
    sounds: BTreeSet<String>,
}

/// Legal forms, folded; those of scripts without spaces apart, the longest first.
struct LegalForms {
    words: Vec<Vec<String>>,
    parts: Vec<String>,
}

static LEGAL_FORMS: LazyLock<LegalForms> = LazyLock::new(|| {
    let rows = seed_data::legal_forms().unwrap_or_else(|error| {
        let error: &(dyn std::error::Error + 'static) = &error;
        tracing::error!(error, "the legal forms cannot be read: they count as parts of names");
        Vec::new()
    });
    let (spaced, parts): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|row| row.language == "en" || row.language == "vi");
    let mut words: Vec<Vec<String>> =
        spaced.iter().map(|row| plain(&words_of(&search::fold(&row.form)))).collect();
    let mut parts: Vec<String> = parts.iter().map(|row| search::fold(&row.form)).collect();
    words.sort_by_key(|form| std::cmp::Reverse(form.len()));
    parts.sort_by_key(|form| std::cmp::Reverse(form.len()));
    LegalForms { words, parts }
});

pub(super) fn words_of(text: &str) -> Vec<String> {
    let is_part = |sign: char| sign.is_alphanumeric() || is_mark(sign);
    text.split(|sign: char| !is_part(sign)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Vowels and tones of Lao and Thai, which are no letters by themselves.
fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{e31}'..='\u{e4e}' | '\u{eb1}'..='\u{ece}')
}

/// A name without legal forms; the whole name where nothing else is in it.
fn essence(name: &str) -> String {
    // Letters that look like Latin ones, and legal forms written with them, are read as Latin.
    let mut text = search::fold(name);
    for part in &LEGAL_FORMS.parts {
        text = text.replace(part.as_str(), " ");
    }
    let words = words_of(&text);
    let plain = plain(&words);
    let mut kept = Vec::new();
    let mut at = 0;
    while let Some(rest) = plain.get(at..).filter(|rest| !rest.is_empty()) {
        let form = LEGAL_FORMS.words.iter().find(|form| rest.starts_with(form));
        if form.is_none() {
            kept.extend(words.get(at).cloned());
        }
        at += form.map_or(1, Vec::len);
    }
    if kept.is_empty() { words_of(&search::fold(name)).join(" ") } else { kept.join(" ") }
}

/// Words as legal forms are compared: as they look, in Latin letters without diacritics.
pub(super) fn plain(words: &[String]) -> Vec<String> {
    words.iter().map(|word| search::latin(&looked(word))).collect()
}

/// A text with each letter replaced by that which it looks like.
pub(super) fn looked(text: &str) -> String {
    skeleton(text).flat_map(char::to_lowercase).collect()
}

/// The look of a name: its skeleton without spaces and signs.
pub(super) fn look(essence: &str) -> Vec<char> {
    looked(essence).chars().filter(|sign| sign.is_alphanumeric() || is_mark(*sign)).collect()
}

impl Reading {
    /// The reading of a name and of its spelling in Latin letters.
    pub fn of(name: &str, latin_name: Option<&str>) -> Self {
        let mut reading = Self::default();
        for name in std::iter::once(name).chain(latin_name) {
            let essence = essence(name);
            let look = look(&essence);
            if !look.is_empty() {
                reading.looks.insert(look);
            }
            let sound = search::sound(&looked(&essence));
            if sound.chars().count() >= SHORTEST_SOUND {
                reading.sounds.insert(sound);
            }
        }
        reading
    }

    /// How alike another is, if it is.
    pub fn likeness(&self, other: &Self) -> Option<Likeness> {
        if !self.looks.is_disjoint(&other.looks) || !self.sounds.is_disjoint(&other.sounds) {
            return Some(Likeness::Same);
        }
        let mut pairs = self.looks.iter().flat_map(|one| other.looks.iter().map(move |two| (one, two)));
        pairs.any(|(one, two)| is_one_edit_apart(one, two)).then_some(Likeness::Near)
    }
}

/// Whether one letter more, less or other lies between two looks, or two neighbours that changed places.
fn is_one_edit_apart(one: &[char], two: &[char]) -> bool {
    let (short, long) = if one.len() <= two.len() { (one, two) } else { (two, one) };
    if short.len() < SHORTEST_NEAR || long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (rest, other) = (short.get(same..).unwrap_or_default(), long.get(same..).unwrap_or_default());
    if short.len() < long.len() {
        return other.get(1..) == Some(rest);
    }
    match (rest, other) {
        ([a, b, rest @ ..], [c, d, other @ ..]) if a == d && b == c && rest == other => true,
        ([_, rest @ ..], [_, other @ ..]) => rest == other,
        _ => false,
    }
}

/// Those of `others` that are alike, the most alike first, at most `limit`. Each is compared once.
pub fn alike<K: Copy + Ord>(
    reading: &Reading,
    others: impl IntoIterator<Item = (K, Reading)>,
    limit: usize,
) -> Vec<(K, Likeness)> {
    let others = others.into_iter();
    let mut found: Vec<(K, Likeness)> =
        others.filter_map(|(key, other)| Some((key, reading.likeness(&other)?))).collect();
    found.sort_by_key(|(key, likeness)| (*likeness, *key));
    found.truncate(limit);
    found
}

/// Whether a word of a name mixes scripts, as names do that imitate others.
pub fn mixes_scripts(name: &str) -> bool {
    words_of(name).iter().any(|word| !word.as_str().is_single_script())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(one: &str, two: &str) -> Option<Likeness> {
        Reading::of(one, None).likeness(&Reading::of(two, None))
    }

    #[test]
    fn letters_of_other_scripts_and_other_legal_forms_hide_nothing() {
        for (one, two) in [
            ("Lao Telecom Co., Ltd", "L\u{430}o T\u{435}l\u{435}c\u{43e}m"),
            ("Lao Telecom", "LAO TELECOM SOLE CO LTD"),
            ("ບໍລິສັດ ໄຟຟ້າລາວ ມະຫາຊົນ", "ໄຟຟ້າລາວ"),
            ("ບໍລິສັດໄຟຟ້າລາວຈຳກັດ", "ໄຟຟ້າລາວ"),
            ("Lao Telecom Company Limited", "L\u{430}o T\u{435}lecom Sole Co., Ltd"),
            ("Công ty TNHH Một Thành Viên Hoàng Anh", "Hoang Anh Co., Ltd"),
            ("ＬＡＯ Brewery", "Lao Brewery Company Limited"),
        ] {
            assert_eq!(likeness(one, two), Some(Likeness::Same), "{one} / {two}");
        }
    }

    #[test]
    fn one_letter_apart_is_near_and_two_are_not() {
        assert!(likeness("Lao Telecom", "Lao Te\u{406}ecom").is_some(), "a capital I for an l");
        for near in ["Lao Brewerry", "Lao Breweri", "Lao Brwery", "Lao Berwery"] {
            assert!(likeness("Lao Brewery", near).is_some(), "{near}");
        }
        assert_eq!(likeness("Savan Cement", "Savan Cemenx"), Some(Likeness::Near));
        assert_eq!(likeness("Savan Cement", "Savan Timber"), None);
        assert_eq!(likeness("ABC", "ABD"), None, "short names differ by a letter all the time");
        assert_eq!(likeness("ບໍລິສັດ ກໍ່ສ້າງສະຫວັນ", "ບໍລິສັດ ຂົນສົ່ງສະຫວັນ"), None);
    }

    #[test]
    fn a_lao_name_is_met_by_its_latin_spelling() {
        let lao = Reading::of("ບໍລິສັດ ສະຫວັນນະເຂດ ຈຳກັດ", None);
        assert_eq!(lao.likeness(&Reading::of("Savannakhet Co., Ltd", None)), Some(Likeness::Same));
        let told = Reading::of("ກໍ່ສ້າງສະຫວັນ", Some("Savan Construction"));
        assert_eq!(told.likeness(&Reading::of("Sav\u{430}n Construction", None)), Some(Likeness::Same));
    }

    #[test]
    fn a_name_of_legal_forms_alone_is_itself() {
        assert_eq!(likeness("Company Limited", "Sole Co"), None);
    }

    #[test]
    fn words_of_several_scripts_are_told() {
        for mixed in ["L\u{430}o Telecom", "ລາວTelecom", "Te\u{3bb}ecom"] {
            assert!(mixes_scripts(mixed), "{mixed}");
        }
        for plain in ["Lao Telecom 2", "ບໍລິສັດ ໄຟຟ້າລາວ EDL", "Công ty Hoàng Anh", "<b>ລາວ</b>"]
        {
            assert!(!mixes_scripts(plain), "{plain}");
        }
    }

    #[test]
    fn twenty_thousand_names_are_each_compared_once() {
        let mut asked = 0;
        let wanted = Reading::of("Enterprise of Rice Mill 12345", None);
        let others = (0..20_000_u32).map(|number| {
            asked += 1;
            (number, Reading::of(&format!("Rice Mill {number:05} Co., Ltd"), None))
        });
        let wanted_alone = alike(&Reading::of("Rice Mill 12345", None), others, 5);
        assert_eq!(wanted_alone.first(), Some(&(12_345, Likeness::Same)));
        assert_eq!((asked, wanted_alone.len()), (20_000, 5));
        assert_ne!(wanted, Reading::default());
    }
}
