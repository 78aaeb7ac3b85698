//! Where Lao syllables begin, by the rules of Lao spelling.

use super::script::{Script, is_lao_mark};

/// One character of a run with its offset.
type Placed = (usize, char);

fn is_consonant(c: char) -> bool {
    matches!(c, '\u{e81}'..='\u{eae}' | '\u{edc}'..='\u{edf}')
}

fn is_lead(c: char) -> bool {
    matches!(c, 'ເ'..='ໄ')
}

fn is_sign(c: char) -> bool {
    is_lao_mark(c) || matches!(c, 'ະ' | 'າ' | 'ຳ' | 'ຽ')
}

/// Byte offsets at which the syllables of a folded run of Lao begin, the first always being 0.
pub(crate) fn syllable_starts(run: &str) -> Vec<usize> {
    let chars: Vec<Placed> = run.char_indices().collect();
    let mut starts = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if let Some(&(offset, _)) = chars.get(at) {
            starts.push(offset);
        }
        at = syllable_end(&chars, at).max(at + 1);
    }
    starts
}

fn char_at(chars: &[Placed], at: usize) -> Option<char> {
    chars.get(at).map(|placed| placed.1)
}

/// The index behind the syllable that begins at `start`.
fn syllable_end(chars: &[Placed], start: usize) -> usize {
    let mut at = start;
    let lead = char_at(chars, at).filter(|c| is_lead(*c));
    if lead.is_some() {
        at += 1;
    }
    let Some(initial) = char_at(chars, at).filter(|c| is_consonant(*c)) else {
        return skip_signs(chars, at.max(start + 1));
    };
    at += 1;
    if is_cluster(initial, chars, at, lead.is_some()) {
        at += 1;
    }
    let signs = at;
    at = skip_signs(chars, at);
    let written: Vec<char> = chars.get(signs..at).unwrap_or_default().iter().map(|placed| placed.1).collect();
    if written.iter().any(|c| matches!(c, 'ະ' | 'ຳ')) || matches!(lead, Some('ໃ' | 'ໄ')) {
        return at;
    }
    let needs_final = written.iter().any(|c| matches!(c, 'ັ' | 'ົ')) && !written.contains(&'າ');
    let has_vowel = lead.is_some() || written.iter().any(|c| !matches!(c, '່'..='໌' | 'ຼ'));
    at = vowel_letters(chars, at, lead, &written, has_vowel);
    match char_at(chars, at) {
        Some(c)
            if is_consonant(c)
                && (needs_final && at == signs + written.len() || !has_own_vowel(chars, at)) =>
        {
            if is_final(c) { after_final(chars, at + 1) } else { at }
        }
        _ => at,
    }
}

fn skip_signs(chars: &[Placed], mut at: usize) -> usize {
    while char_at(chars, at).is_some_and(is_sign) {
        at += 1;
    }
    at
}

/// A mute sign (`໌`) belongs to the letter before it.
fn after_final(chars: &[Placed], at: usize) -> usize {
    if char_at(chars, at) == Some('໌') { at + 1 } else { at }
}

/// Takes `ອ`, `ວ` and `ຍ` where they write a vowel: `ຂອງ`, `ສວນ`, `ເຊື່ອມ`, `ຕົວ`, `ເມຍ`.
fn vowel_letters(chars: &[Placed], at: usize, lead: Option<char>, signs: &[char], has_vowel: bool) -> usize {
    let Some(c) = char_at(chars, at) else { return at };
    if has_own_sign(chars, at) {
        return at;
    }
    let raised = signs.iter().any(|sign| matches!(sign, 'ື' | 'ຶ' | 'ີ' | 'ິ'));
    let takes = match c {
        'ອ' => !has_vowel || (lead == Some('ເ') && raised),
        'ວ' => !has_vowel || signs.contains(&'ົ'),
        'ຍ' => lead == Some('ເ') && (signs.is_empty() || signs.contains(&'ັ')),
        _ => false,
    };
    if takes { at + 1 } else { at }
}

/// Whether the consonant at `at` is the second of two that begin a syllable.
fn is_cluster(initial: char, chars: &[Placed], at: usize, led: bool) -> bool {
    let signed = || char_at(chars, at + 1).is_some_and(is_sign);
    match (initial, char_at(chars, at)) {
        ('ຫ', Some('ງ' | 'ຍ' | 'ວ' | 'ຣ')) => {
            led || signed() || char_at(chars, at + 1) == Some('ອ')
        }
        ('ກ' | 'ຂ' | 'ຄ' | 'ສ', Some('ວ')) => signed() && char_at(chars, at + 1) != Some('ຽ'),
        ('ກ' | 'ຄ' | 'ປ' | 'ພ' | 'ຕ' | 'ທ', Some('ຣ')) => led || signed(),
        _ => false,
    }
}

fn has_own_sign(chars: &[Placed], at: usize) -> bool {
    char_at(chars, at + 1).is_some_and(is_sign)
}

/// Whether the consonant at `at` carries a vowel of its own and so begins a syllable.
fn has_own_vowel(chars: &[Placed], at: usize) -> bool {
    let Some(c) = char_at(chars, at) else { return false };
    if has_own_sign(chars, at) {
        return char_at(chars, at + 1) != Some('໌');
    }
    match char_at(chars, at + 1) {
        Some('ອ' | 'ວ') if !has_own_sign(chars, at + 1) => {
            !matches!(char_at(chars, at + 2), Some(lead) if is_lead(lead))
        }
        _ => is_cluster(c, chars, at + 1, false),
    }
}

/// Letters that close a syllable, those of foreign words included.
fn is_final(c: char) -> bool {
    !matches!(c, 'ຂ' | 'ສ' | 'ຖ' | 'ຜ' | 'ຝ' | 'ຫ' | 'ອ' | 'ຮ' | 'ໜ' | 'ໝ' | 'ຢ') || matches!(c, 'ສ')
}

/// Byte offsets in a folded text at which a mark or a cut may stand: before and after each syllable of
/// Lao, between clusters of other scripts without spaces, and at both ends of everything else.
pub(crate) fn widen(folded: &str, start: usize, end: usize) -> (usize, usize) {
    let (mut from, mut to) = (start, end);
    let run_start = folded.get(..start).map_or(0, |head| {
        head.rfind(|c| Script::of(c) != Script::Lao).map_or(0, |at| at + next_length(head, at))
    });
    let lao_before = run_start < start;
    let tail = folded.get(start..).unwrap_or_default();
    if lao_before || tail.chars().next().is_some_and(|c| Script::of(c) == Script::Lao) {
        let run = run_from(folded, run_start);
        let offset = start - run_start;
        from =
            syllable_starts(run).into_iter().take_while(|at| *at <= offset).last().unwrap_or(0) + run_start;
    }
    let ends_in_lao = folded.get(..end).and_then(|head| head.chars().next_back());
    if ends_in_lao.is_some_and(|c| Script::of(c) == Script::Lao) {
        let head = folded.get(..end).unwrap_or_default();
        let begin = head.rfind(|c| Script::of(c) != Script::Lao).map_or(0, |at| at + next_length(head, at));
        let run = run_from(folded, begin);
        let offset = end - begin;
        to = syllable_starts(run).into_iter().find(|at| *at >= offset).unwrap_or(run.len()) + begin;
    }
    (from, to)
}

fn next_length(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
}

/// The run of Lao from `start` on.
fn run_from(folded: &str, start: usize) -> &str {
    let tail = folded.get(start..).unwrap_or_default();
    let length = tail.find(|c| Script::of(c) != Script::Lao).unwrap_or(tail.len());
    tail.get(..length).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(run: &str) -> String {
        let starts = syllable_starts(run);
        let ends = starts.iter().copied().skip(1).chain([run.len()]);
        starts.iter().zip(ends).map(|(from, to)| &run[*from..to]).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn lao_words_fall_into_their_syllables() {
        for expected in [
            "ຊ່າງ|ເຊື່ອມ",
            "ສະ|ຫວັນ|ນະ|ເຂດ",
            "ນະ|ຄອນ|ຫຼວງ|ວຽງ|ຈັນ",
            "ພະ|ນັກ|ງານ|ບັນ|ຊີ",
            "ຂ້ອຍ|ຊອກ|ວຽກ|ຂັບ|ລົດ",
            "ຊ່າງ|ໄຟ|ຟ້າ",
            "ປະ|ສົບ|ການ|ສອງ|ປີ",
            "ກຳ|ມະ|ກອນ|ກໍ່|ສ້າງ",
            "ຄວາມ|ຮູ້",
            "ຕົວ|ແທນ",
            "ເມຍ",
            "ເກົ້າ|ສິບ",
            "ແກ້ວ|ມະ|ນີ",
            "ສວນ|ໝາກ|ໄມ້",
            "ຊອກ|ວຽກ",
            "ຫົວ|ໜ້າ",
        ] {
            assert_eq!(split(&expected.replace('|', "")), expected);
        }
    }
}
