//! Letters with their marks: what belongs together and in which order it is spelt.

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_normalizer::properties::{CanonicalCombiningClassMapBorrowed, CanonicalCompositionBorrowed};

use super::fold::Piece;
use super::script::{is_lao_mark, is_thai_mark};

/// The quick way for letters that take nothing from what follows: a Lao or Thai letter before another one
/// that is no sign, or a composed Latin letter before ASCII.
pub(super) fn stands_alone(c: char, after: &[Piece]) -> bool {
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
pub(super) fn cluster_length(rest: &[Piece]) -> usize {
    let classes = CanonicalCombiningClassMapBorrowed::new();
    let compositions = CanonicalCompositionBorrowed::new();
    let Some(first) = rest.first() else { return 0 };
    let second = rest.get(1).map(|piece| piece.c);
    let pair =
        matches!((first.c, second), ('ຫ', Some('ລ' | 'ນ' | 'ມ')) | ('ເ', Some('ເ')) | ('เ', Some('เ')));
    let mut length = if pair { 2 } else { 1 };
    let is_lao = matches!(first.c, '\u{e80}'..='\u{eff}');
    let is_thai = matches!(first.c, '\u{e00}'..='\u{e7f}');
    let mut last = first.c;
    let mut has_ring = matches!(first.c, 'ໍ' | 'ํ');
    while let Some(piece) = rest.get(length) {
        let c = piece.c;
        if c.is_ascii() {
            break;
        }
        let joins = if is_lao {
            is_lao_mark(c) || c == 'ຳ' || (has_ring && c == 'າ')
        } else if is_thai {
            is_thai_mark(c) || c == 'ำ' || (has_ring && c == 'า')
        } else {
            // Signs of Lao and Thai do not mix with marks of other scripts.
            !matches!(c, '\u{e00}'..='\u{eff}')
                && (classes.get_u8(c) != 0 || compositions.compose(last, c).is_some())
        };
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
pub(super) fn compose(pieces: &[Piece], out: &mut Vec<char>) {
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
    let begins_with_mark = out.first().is_some_and(|c| matches!(rank(*c), 1..=3));
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
    marks.sort_by_key(|c| (rank(*c), *c));
    marks.dedup();
    marks
}
