//! Repair of text whose UTF-8 was read as Windows-1252 or Latin-1, once or several times:
//! `NaÃ¯ve` was `Naïve`, `â€¢` was `•`.

use encoding_rs::WINDOWS_1252;
use std::borrow::Cow;

/// Text that was damaged more often than this is left as it is.
const ROUNDS: usize = 3;

/// The text with every run repaired that gives valid UTF-8; all else stays as it is.
pub(crate) fn repair(text: &str) -> Cow<'_, str> {
    let mut repaired = Cow::Borrowed(text);
    for _ in 0..ROUNDS {
        match once(&repaired) {
            Some(better) => repaired = Cow::Owned(better),
            None => break,
        }
    }
    if repaired.contains(is_symbol_bullet) {
        repaired = Cow::Owned(repaired.replace(is_symbol_bullet, "•"));
    }
    repaired
}

/// Bullets of the Symbol and Wingdings fonts live in the private area of Unicode.
fn is_symbol_bullet(letter: char) -> bool {
    matches!(letter, '\u{f000}'..='\u{f0ff}')
}

/// One round of repair; nothing if there is nothing to repair.
fn once(text: &str) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut repaired = String::with_capacity(text.len());
    let mut at = 0;
    let mut changed = false;
    while let Some(letter) = letters.get(at).copied() {
        let found = damaged(letters.get(at..).unwrap_or_default());
        changed |= found.is_some();
        let (original, length) = found.unwrap_or((letter, 1));
        repaired.push(original);
        at += length;
    }
    changed.then_some(repaired)
}

/// The letter whose bytes the next letters are, and how many letters those are.
fn damaged(letters: &[char]) -> Option<(char, usize)> {
    let first = byte(*letters.first()?)?;
    let length = match first {
        // Latin letters with marks; Greek, Cyrillic and Arabic would more often be bullets than text here.
        0xc2..=0xc6 | 0xcc | 0xcd => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let mut bytes = Vec::with_capacity(length);
    for letter in letters.get(..length)? {
        bytes.push(byte(*letter)?);
    }
    let original = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    Some((original, length))
}

/// The byte that Windows-1252 or Latin-1 shows as this letter.
fn byte(letter: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(u32::from(letter)) {
        return Some(byte);
    }
    let mut buffer = [0; 4];
    let text: &str = letter.encode_utf8(&mut buffer);
    let (bytes, _, unmappable) = WINDOWS_1252.encode(text);
    if unmappable { None } else { bytes.first().copied() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn damage_of_either_table_is_repaired() {
        assert_eq!(repair("NaÃ¯ve Bayes"), "Naïve Bayes");
        assert_eq!(repair("â€¢ welding"), "• welding");
        assert_eq!(repair("â\u{80}\u{a2} welding"), "• welding");
        assert_eq!(repair("itâ\u{80}\u{99}s"), "it’s");
        assert_eq!(repair("ï\u{82}·"), "•");
    }

    #[test]
    fn doubled_damage_is_repaired_too() {
        assert_eq!(repair("NaÃƒÂ¯ve"), "Naïve");
    }

    #[test]
    fn sound_text_stays_as_it_is() {
        for text in
            ["Ø\u{a0} Welding", "Naïve café", "Tối thiểu 3 năm à", "ຊ່າງເຊື່ອມ", "â", "Ãb", "5 € – 6 €", ""]
        {
            assert!(matches!(repair(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_was_damaged_comes_back(text in "[a-zàéñüß•’–ຊຈกđễ ]{0,30}") {
            let damaged: String = text.bytes().map(char::from).collect();
            prop_assert_eq!(repair(&damaged).into_owned(), repair(&text).into_owned());
        }

        #[test]
        fn any_text_is_read_without_panic(text in "\\PC{0,40}|[Ã¯â€¢Â\u{80}-\u{ff}]{0,20}") {
            repair(&text);
        }
    }
}
