//! How do people misspell Lao, English and Vietnamese?

use super::draw::Draw;
use super::language::Language;

/// Letters of Lao that are written for each other, and the legacy sequences of two joined ones.
const LAO_CONFUSED: [(&str, &str); 9] = [
    ("ຫຼ", "ຫລ"),
    ("ໜ", "ຫນ"),
    ("ໝ", "ຫມ"),
    ("ຳ", "ໍາ"),
    ("ໃ", "ໄ"),
    ("ຣ", "ລ"),
    ("ຂ", "ຄ"),
    ("ໄ", "ໃ"),
    ("ວຽ", "ວຍ"),
];

/// Vietnamese letters by the letter that is left when their marks are forgotten.
const VIETNAMESE_MARKED: [(char, &str); 7] = [
    ('a', "àáảãạăằắẳẵặâầấẩẫậ"),
    ('e', "èéẻẽẹêềếểễệ"),
    ('i', "ìíỉĩị"),
    ('o', "òóỏõọôồốổỗộơờớởỡợ"),
    ('u', "ùúủũụưừứửữự"),
    ('y', "ỳýỷỹỵ"),
    ('d', "đ"),
];

/// `text` with a few slips of the kind its language invites; unchanged where none is possible.
pub(crate) fn misspell(text: &str, language: Language, draw: &mut Draw) -> String {
    let slips = 1 + text.chars().count() as u32 / 90;
    match language {
        Language::Vi if draw.chance(60) => text.chars().map(without_marks).collect(),
        Language::Vi => (0..slips).fold(text.to_owned(), |text, _| unmark_a_word(&text, draw)),
        Language::Lo => (0..slips).fold(text.to_owned(), |text, _| slip_in_lao(&text, draw)),
        Language::En => (0..slips).fold(text.to_owned(), |text, _| swap_letters(&text, draw)),
    }
}

fn slip_in_lao(text: &str, draw: &mut Draw) -> String {
    if draw.chance(50) {
        return drop_tone_mark(text, draw);
    }
    let start = draw.below(LAO_CONFUSED.len() as u32) as usize;
    for (right, wrong) in LAO_CONFUSED.iter().cycle().skip(start).take(LAO_CONFUSED.len()) {
        if text.contains(right) {
            return replace_nth(text, right, wrong, draw);
        }
    }
    drop_tone_mark(text, draw)
}

fn replace_nth(text: &str, right: &str, wrong: &str, draw: &mut Draw) -> String {
    let chosen = draw.below(text.matches(right).count() as u32) as usize;
    let Some((at, _)) = text.match_indices(right).nth(chosen) else { return text.to_owned() };
    let (before, after) = text.split_at(at);
    format!("{before}{wrong}{}", after.strip_prefix(right).unwrap_or(after))
}

fn drop_tone_mark(text: &str, draw: &mut Draw) -> String {
    let marks: Vec<(usize, char)> = text.char_indices().filter(|(_, letter)| is_tone_mark(*letter)).collect();
    let Some((at, _)) = draw.pick(&marks) else { return text.to_owned() };
    text.char_indices().filter(|(position, _)| position != at).map(|(_, letter)| letter).collect()
}

fn is_tone_mark(letter: char) -> bool {
    ('\u{ec8}'..='\u{ecb}').contains(&letter)
}

fn swap_letters(text: &str, draw: &mut Draw) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..12 {
        let at = draw.below(letters.len() as u32) as usize;
        let Some([before, left, right]) = letters.get_mut(at..at + 3) else { continue };
        if before.is_ascii_alphabetic()
            && left.is_ascii_lowercase()
            && right.is_ascii_lowercase()
            && left != right
        {
            std::mem::swap(left, right);
            break;
        }
    }
    letters.into_iter().collect()
}

fn unmark_a_word(text: &str, draw: &mut Draw) -> String {
    let marked = text.split(' ').filter(|word| !word.is_ascii()).count();
    let chosen = draw.below(marked as u32) as usize;
    let mut seen = 0;
    let words: Vec<String> = text
        .split(' ')
        .map(|word| {
            let here = !word.is_ascii() && seen == chosen;
            seen += usize::from(!word.is_ascii());
            if here { word.chars().map(without_marks).collect() } else { word.to_owned() }
        })
        .collect();
    words.join(" ")
}

fn without_marks(letter: char) -> char {
    if letter.is_ascii() {
        return letter;
    }
    let lower = letter.to_lowercase().next().unwrap_or(letter);
    let plain = VIETNAMESE_MARKED.iter().find(|(_, marked)| marked.contains(lower));
    match plain {
        Some((plain, _)) if lower == letter => *plain,
        Some((plain, _)) => plain.to_ascii_uppercase(),
        None => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::draw::Kind;

    fn slip(text: &str, language: Language) -> String {
        let mut draw = Draw::new(5, Kind::Report, 9);
        misspell(text, language, &mut draw)
    }

    #[test]
    fn a_dropped_tone_mark_is_the_only_change() {
        let mut draw = Draw::new(5, Kind::Report, 1);
        assert_eq!(drop_tone_mark("ຊ່າງ", &mut draw), "ຊາງ");
        assert_eq!(drop_tone_mark("ກຳມະກອນ", &mut draw), "ກຳມະກອນ");
    }

    #[test]
    fn a_joined_letter_becomes_its_legacy_sequence() {
        let mut draw = Draw::new(5, Kind::Report, 2);
        assert_eq!(replace_nth("ຫຼວງ", "ຫຼ", "ຫລ", &mut draw), "ຫລວງ");
    }

    #[test]
    fn every_language_has_its_slip() {
        assert_ne!(slip("ຊ່າງໄຟຟ້າໃໝ່", Language::Lo), "ຊ່າງໄຟຟ້າໃໝ່");
        let english = slip("experienced electrician", Language::En);
        assert_ne!(english, "experienced electrician");
        assert_eq!(english.len(), "experienced electrician".len());
        assert_ne!(slip("thợ điện", Language::Vi), "thợ điện");
    }

    #[test]
    fn vietnamese_letters_lose_their_marks_and_keep_their_case() {
        let plain: String = "Đường Mê Kông".chars().map(without_marks).collect();
        assert_eq!(plain, "Duong Me Kong");
    }
}
