//! The normal form in which labels, documents and queries meet, with the way back to the original text.

use std::ops::Range;

use icu_normalizer::properties::{CanonicalCombiningClassMapBorrowed, CanonicalCompositionBorrowed};
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use super::script::{is_lao_mark, is_thai_mark};

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
struct Piece {
    c: char,
    start: u32,
    end: u32,
}

impl Folded {
    /// Folds a text.
    pub(crate) fn of(text: &str) -> Self {
        let pieces = pieces(text);
        let mut folded = Self {
            text: String::with_capacity(text.len()),
            starts: Vec::with_capacity(text.len()),
            ends: Vec::with_capacity(text.len()),
        };
        let mut rest: &[Piece] = &pieces;
        let mut cluster = Vec::new();
        while let Some((first, after)) = rest.split_first() {
            let plain = first.c.is_ascii() && after.first().is_none_or(|next| next.c.is_ascii());
            if plain || first.c.is_whitespace() {
                folded.push(first.c, first.start, first.end);
                rest = after;
                continue;
            }
            if stands_alone(first.c, after) {
                folded.push(first.c, first.start, first.end);
                rest = after;
                continue;
            }
            let taken = cluster_length(rest);
            let (now, later) = rest.split_at(taken);
            rest = later;
            let end = now.iter().map(|piece| piece.end).max().unwrap_or(first.end);
            compose(now, &mut cluster);
            for c in &cluster {
                folded.push(*c, first.start, end);
            }
        }
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

/// The quick way for letters that take nothing from what follows: a Lao or Thai letter before another one
/// that is no sign, or a composed Latin letter before ASCII.
fn stands_alone(c: char, after: &[Piece]) -> bool {
    let next = after.first().map_or(' ', |piece| piece.c);
    match c {
        '\u{e01}'..='\u{e30}' | '\u{e81}'..='\u{eb0}' | 'ໂ'..='ໄ' | 'ແ' | 'ໜ'..='ໟ' => {
            let letter = matches!(next, '\u{e01}'..='\u{e30}' | '\u{e81}'..='\u{eb0}' | 'າ' | 'ເ'..='ໄ' | 'า' | 'เ'..='ไ');
            (letter && !(c == 'ຫ' && matches!(next, 'ລ' | 'ນ' | 'ມ'))) || next.is_ascii()
        }
        '\u{e0}'..='\u{24f}' | '\u{1ea0}'..='\u{1eff}' => next.is_ascii(),
        _ => false,
    }
}

/// How many characters from the start of `rest` are written as one letter with its marks.
fn cluster_length(rest: &[Piece]) -> usize {
    let classes = CanonicalCombiningClassMapBorrowed::new();
    let compositions = CanonicalCompositionBorrowed::new();
    let Some(first) = rest.first() else { return 0 };
    let second = rest.get(1).map(|piece| piece.c);
    let mut length = 1;
    let pair = match (first.c, second) {
        ('ຫ', Some('ລ' | 'ນ' | 'ມ')) | ('ເ', Some('ເ')) | ('เ', Some('เ')) => {
            length = 2;
            true
        }
        _ => false,
    };
    let is_lao = matches!(first.c, '\u{e80}'..='\u{eff}');
    let is_thai = matches!(first.c, '\u{e00}'..='\u{e7f}');
    let mut last = first.c;
    let mut has_ring = matches!(first.c, 'ໍ' | 'ํ');
    while let Some(piece) = rest.get(length) {
        let c = piece.c;
        if c.is_ascii() {
            break;
        }
        let joins = is_lao_mark(c)
            || is_thai_mark(c)
            || (is_lao && c == 'ຳ')
            || (is_thai && c == 'ำ')
            || (has_ring && matches!(c, 'າ' | 'า'))
            || (!matches!(c, '\u{e01}'..='\u{e30}' | '\u{e81}'..='\u{eb0}' | 'ເ'..='ໄ')
                && (classes.get_u8(c) != 0 || (!pair && compositions.compose(last, c).is_some())));
        if !joins {
            break;
        }
        has_ring = (has_ring || matches!(c, 'ໍ' | 'ํ')) && !matches!(c, 'າ' | 'า');
        last = c;
        length += 1;
    }
    length
}

/// One letter with its marks in normal form.
fn compose(pieces: &[Piece], out: &mut Vec<char>) {
    out.clear();
    if pieces.iter().all(|piece| matches!(piece.c, '\u{e00}'..='\u{eff}')) {
        // Nothing composes here, and `ordered` below sorts more than NFC does.
        out.extend(pieces.iter().map(|piece| piece.c));
    } else {
        let raw: String = pieces.iter().map(|piece| piece.c).collect();
        let normal = ComposingNormalizerBorrowed::new_nfc().normalize(&raw);
        // Composition can bring forth a letter that has a lower-case form of its own.
        out.extend(normal.chars().flat_map(char::to_lowercase));
    }
    let body = match out.as_slice() {
        ['ຫ', 'ລ', ..] => {
            out.splice(..2, ['ຫ', 'ຼ']);
            1
        }
        ['ຫ', 'ນ', ..] => replace_pair(out, 'ໜ'),
        ['ຫ', 'ມ', ..] => replace_pair(out, 'ໝ'),
        ['ເ', 'ເ', ..] => replace_pair(out, 'ແ'),
        ['เ', 'เ', ..] => replace_pair(out, 'แ'),
        _ => 1,
    };
    let begins_with_mark = out.first().is_some_and(|c| rank(*c) > 0);
    let marks = out.split_off(if begins_with_mark { 0 } else { body.min(out.len()) });
    out.extend(ordered(marks));
}

fn replace_pair(out: &mut Vec<char>, one: char) -> usize {
    out.splice(..2, [one]);
    1
}

/// The place of a Lao or Thai sign behind its consonant; 0 for every other character.
fn rank(c: char) -> u8 {
    match c {
        '\u{eba}' | '\u{ebc}' | '\u{e3a}' => 1,
        '\u{eb1}'
        | '\u{eb4}'..='\u{ebb}'
        | '\u{ecd}'
        | '\u{e31}'
        | '\u{e34}'..='\u{e39}'
        | '\u{e47}'
        | '\u{e4d}' => 2,
        '\u{ec8}'..='\u{ecc}' | '\u{ece}' | '\u{e48}'..='\u{e4c}' | '\u{e4e}' => 3,
        'າ' | 'ຳ' | 'า' | 'ำ' => 4,
        _ => 0,
    }
}

/// Lao and Thai signs in the order in which they are spelt, each once, `ໍ` + `າ` as `ຳ`.
fn ordered(mut marks: Vec<char>) -> Vec<char> {
    if marks.iter().all(|c| rank(*c) == 0) {
        return marks;
    }
    for (ring, open, joined) in [('ໍ', 'າ', 'ຳ'), ('ํ', 'า', 'ำ')] {
        let closes = marks.contains(&open) || marks.contains(&joined);
        if marks.contains(&ring) && closes {
            marks.retain(|c| *c != ring && *c != open);
            if !marks.contains(&joined) {
                marks.push(joined);
            }
        }
    }
    // Marks of other scripts stand behind those of this one.
    marks.sort_by_key(|c| (if rank(*c) == 0 { u8::MAX } else { rank(*c) }, *c));
    marks.dedup();
    marks
}

/// The normal form in which labels and queries meet: trimmed, with single spaces. Idempotent.
pub fn fold(text: &str) -> String {
    Folded::of(text).text.replace('\n', " ")
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
