//! The normal form in which labels, documents and queries meet, with the way back to the original text.

use std::ops::Range;

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;

use super::cluster::{cluster_length, compose, stands_alone};

/// A text in normal form: NFC, lower case, one spelling for each Lao or Thai look-alike, ASCII digits, no
/// zero-width characters, one space (or one line feed, if there was any) for each run of white space.
#[derive(Debug, Clone, Default)]
pub(crate) struct Folded {
    /// The normal form.
    pub(crate) text: String,
    /// For each byte of it, where its cluster begins in the original.
    starts: Vec<u32>,
    /// For each byte of it, where its cluster ends in the original.
    ends: Vec<u32>,
}

/// A character with the bytes of the original it stands for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) c: char,
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Folded {
    /// Folds a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(text.len()),
            starts: Vec::with_capacity(text.len()),
            ends: Vec::with_capacity(text.len()),
        };
        each_folded(text, |c, start, end| folded.push(c, start, end));
        folded
    }

    fn push(&mut self, c: char, start: u32, end: u32) {
        self.text.push(c);
        self.starts.resize(self.text.len(), start);
        self.ends.resize(self.text.len(), end);
    }

    /// The bytes of the original text that a range of the folded text stands for.
    pub(crate) fn original(&self, range: Range<usize>) -> Range<usize> {
        let last = range.end.saturating_sub(1);
        match (self.starts.get(range.start), self.ends.get(last)) {
            (Some(&start), Some(&end)) if range.start < range.end => start as usize..end as usize,
            _ => 0..0,
        }
    }
}

/// Calls `push` for each folded character, with the bytes of the original that its cluster stands for.
fn each_folded(text: &str, mut push: impl FnMut(char, u32, u32)) {
    let pieces = pieces(text);
    let mut rest: &[Piece] = &pieces;
    let mut cluster = Vec::new();
    while let Some((first, after)) = rest.split_first() {
        let plain = first.c.is_ascii() && after.first().is_none_or(|next| next.c.is_ascii());
        if plain || first.c.is_whitespace() || stands_alone(first.c, after) {
            push(first.c, first.start, first.end);
            rest = after;
            continue;
        }
        let taken = cluster_length(rest);
        let (now, later) = rest.split_at(taken);
        rest = later;
        let end = now.iter().map(|piece| piece.end).max().unwrap_or(first.end);
        compose(now, &mut cluster);
        for c in &cluster {
            push(*c, first.start, end);
        }
    }
}

/// Lower-cased characters without those that leave no trace.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let (start, end) = (at as u32, (at + c.len_utf8()) as u32);
        if c.is_whitespace() || c.is_control() {
            let feed = matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}');
            match pieces.last_mut() {
                None => {}
                Some(last) if last.c.is_whitespace() => {
                    last.end = end;
                    if feed {
                        last.c = '\n';
                    }
                }
                Some(_) => pieces.push(Piece { c: if feed { '\n' } else { ' ' }, start, end }),
            }
        } else if c.is_ascii() {
            pieces.push(Piece { c: c.to_ascii_lowercase(), start, end });
        } else if !leaves_no_trace(c) {
            if has_no_case(c) {
                pieces.push(Piece { c: digit(c), start, end });
                continue;
            }
            for lower in c.to_lowercase() {
                pieces.push(Piece { c: digit(lower), start, end });
            }
        }
    }
    if pieces.last().is_some_and(|last| last.c.is_whitespace()) {
        pieces.pop();
    }
    pieces
}

/// Thai and Lao.
fn has_no_case(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}')
}

fn leaves_no_trace(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// ASCII for digits of Lao, Thai, Khmer, Burmese, and for full-width forms.
fn digit(c: char) -> char {
    let zero = match c {
        '\u{ed0}'..='\u{ed9}' => 0xed0,
        '\u{e50}'..='\u{e59}' => 0xe50,
        '\u{17e0}'..='\u{17e9}' => 0x17e0,
        '\u{1040}'..='\u{1049}' => 0x1040,
        '\u{ff01}'..='\u{ff5e}' => return char::from_u32(c as u32 - 0xff01 + 0x21).unwrap_or(c),
        _ => return c,
    };
    char::from_u32(c as u32 - zero + '0' as u32).unwrap_or(c)
}

/// The normal form in which labels and queries meet: trimmed, with single spaces. Idempotent.
pub fn fold(text: &str) -> String {
    fold_lines(text).replace('\n', " ")
}

/// The normal form with its line feeds, for what needs no way back to the original.
pub(crate) fn fold_lines(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    each_folded(text, |c, _, _| folded.push(c));
    folded
}

/// A folded word without the diacritics of its letters; Lao, Thai and their like are left as they are.
pub(crate) fn plain(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    let classes = CanonicalCombiningClassMapBorrowed::new();
    let mut out = String::with_capacity(word.len());
    for c in DecomposingNormalizerBorrowed::new_nfd().normalize_iter(word.chars()) {
        match c {
            '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => out.push(c),
            'đ' | 'ð' => out.push('d'),
            'ł' => out.push('l'),
            'ø' => out.push('o'),
            'ı' => out.push('i'),
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            other if classes.get_u8(other) == 0 => out.push(other),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lao_look_alikes_meet() {
        assert_eq!(fold("ນໍ້າ"), fold("ນ້ຳ"));
        assert_eq!(fold("ນ້ໍາ"), fold("ນ້ຳ"));
        assert_eq!(fold("ນຳ້"), fold("ນ້ຳ"));
        assert_eq!(fold("ຫລວງ"), fold("ຫຼວງ"));
        assert_eq!(fold("ຫນອງ"), fold("ໜອງ"));
        assert_eq!(fold("ຫມໍ"), fold("ໝໍ"));
        assert_eq!(fold("ກ່ັນ"), fold("ກັ່ນ"));
        assert_eq!(fold("ເເມ່"), fold("ແມ່"));
        assert_eq!(fold("໒໐໒໖"), "2026");
        assert_eq!(fold("ວຽງ\u{200b}ຈັນ"), "ວຽງຈັນ");
    }

    #[test]
    fn thai_look_alikes_meet() {
        assert_eq!(fold("นํ้า"), fold("น้ำ"));
        assert_eq!(fold("เเม่"), fold("แม่"));
    }

    #[test]
    fn composed_and_decomposed_letters_meet() {
        assert_eq!(fold("THO\u{31b}\u{323} Ha\u{300}n"), "thợ hàn");
        assert_eq!(plain("thợ"), "tho");
        assert_eq!(plain("đồng"), "dong");
    }

    #[test]
    fn a_span_leads_back_to_the_original() {
        let original = "x ນໍ້\u{200b}າ y";
        let folded = Folded::of(original);
        let at = folded.text.find("ນ້ຳ").unwrap();
        let span = folded.original(at..at + "ນ້ຳ".len());
        assert_eq!(&original[span], "ນໍ້\u{200b}າ");
    }
}
