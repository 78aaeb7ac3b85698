//! Which typed texts may be kept? Those by which nobody can be reached or identified.

/// Characters of a text that is kept; whoever types more writes a letter, not a query.
pub const LONGEST: usize = 80;
/// So many digits in a row are a phone number, an account, an identity card.
const DIGITS: usize = 5;

/// May a typed text be kept? Not if it is empty, longer than [`LONGEST`] characters, names a mailbox or an
/// address of the web, or holds five digits of any script with no letter between them: spaces, dashes, dots
/// and brackets do not hide a number.
///
/// A name typed alone is not recognised; see `SECURITY.md`.
pub fn may_be_kept(text: &str) -> bool {
    let text = text.trim();
    let lower = text.to_lowercase();
    let reaches = text.contains(['@', '\u{ff20}', '\u{fe6b}'])
        || ["://", "www.", ".com", "(at)", "[at]"].iter().any(|sign| lower.contains(sign));
    !text.is_empty() && text.chars().count() <= LONGEST && !reaches && !has_a_number(text)
}

fn has_a_number(text: &str) -> bool {
    let mut digits = 0;
    for c in text.chars() {
        if c.is_numeric() {
            digits += 1;
        } else if c.is_alphabetic() {
            digits = 0;
        }
        if digits >= DIGITS {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::may_be_kept;
    use proptest::prelude::*;

    #[test]
    fn words_of_work_are_kept() {
        for text in ["ຊ່າງເຊື່ອມ", "thợ hàn", "welder 6G", "2 years", "lái xe hạng C", "3.5 ton truck 2024"]
        {
            assert!(may_be_kept(text), "{text}");
        }
    }

    #[test]
    fn what_reaches_somebody_is_dropped() {
        for text in [
            "",
            "  ",
            "call 020 5555 1234",
            "020-55.55/12 34",
            "(856) 20",
            "໐໒໐ ໕໕໕ ໑໒໓໔",
            "๐๘๑-๒๓๔-๕๖๗๘",
            "０２０５５",
            "1\u{200b}2\u{200b}3\u{200b}4\u{200b}5",
            "noy@example.org",
            "noy＠example.org",
            "https://example.org/noy",
            "www.example.org",
            "noy (at) example",
        ] {
            assert!(!may_be_kept(text), "{text:?} is kept");
        }
        assert!(may_be_kept(&"ກ".repeat(80)) && !may_be_kept(&"ກ".repeat(81)));
    }

    proptest! {
        #[test]
        fn five_digits_of_any_script_are_never_kept(
            before in "[a-zກ-ຮ ]{0,10}",
            digits in proptest::collection::vec(0..10_u32, 5..12),
            script in prop_oneof![Just('0'), Just('໐'), Just('๐'), Just('０')],
            gap in "[ .\\-/()+]{0,2}",
            after in "[a-zກ-ຮ ]{0,10}",
        ) {
            let digit = |d: &u32| char::from_u32(script as u32 + d).unwrap().to_string();
            let number = digits.iter().map(digit).collect::<Vec<_>>().join(&gap);
            let typed = format!("{before}{number}{after}");
            prop_assert!(!may_be_kept(&typed));
        }

        #[test]
        fn no_text_breaks_the_question(text in "\\PC{0,200}") {
            let _ = may_be_kept(&text);
        }
    }
}
