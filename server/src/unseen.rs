//! Which signs of a text are not seen, or change the order in which others are? Two texts that differ by them look alike.

/// Stands between Lao words where they were typed by machines; it says nothing.
const BREAK: char = '\u{200b}';

/// Whether a sign is not seen, or turns others around; blanks and ends of lines are seen.
pub(crate) fn is_unseen(sign: char) -> bool {
    (sign.is_control() && !sign.is_whitespace())
        || matches!(
            sign,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
                | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// A text without the breaks between words that nobody sees, which say nothing; none where anything else in it is unseen.
pub(crate) fn seen(text: &str) -> Option<String> {
    let text = text.replace(BREAK, "");
    (!text.chars().any(is_unseen)).then_some(text)
}

/// A text without anything unseen, for long texts that are pasted from elsewhere.
pub(crate) fn without_unseen(text: &str) -> String {
    text.chars().filter(|sign| !is_unseen(*sign)).collect()
}

/// Are all letters of the Latin script?
pub(crate) fn is_latin(name: &str) -> bool {
    let latin = |letter: char| matches!(letter, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    name.chars().all(|letter| latin(letter) || matches!(letter, '\u{300}'..='\u{36f}' | '’'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_refused_or_taken_out_and_lao_stays() {
        for sign in
            ["\u{3164}", "\u{115f}", "\u{202e}", "\u{2067}", "\u{0}", "\u{feff}", "\u{200d}", "\u{2800}"]
        {
            let text = format!("ບຸນ{sign}ມີ");
            assert_eq!(seen(&text), None, "{sign:?}");
            assert_eq!(without_unseen(&text), "ບຸນມີ", "{sign:?}");
        }
        for text in ["ນາງ ຄຳ ແກ້ວ\r\n2", "Nguyễn Thị Hoà", "น้ำ", "👷🏽", "<b>'; drop table person; --"]
        {
            assert_eq!(seen(text).as_deref(), Some(text));
            assert_eq!(without_unseen(text), text);
        }
        assert_eq!(seen("ໄຟຟ້າ\u{200b}ລາວ").as_deref(), Some("ໄຟຟ້າລາວ"));
    }
}
