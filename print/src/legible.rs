//! Which letters of a text can be printed, and what stands for the others?

/// Stands for a letter that none of the fonts has.
const UNKNOWN: char = '\u{fffd}';
/// A word of more letters may be broken after each few of them, so that it stays in its column.
const LONGEST_WORD: usize = 20;
const PIECE: usize = 8;
/// A place where a line may end, without a sign.
const MAY_BREAK: char = '\u{200b}';

/// `text` in letters that `has` knows: lines end with `\n`, what steers a terminal or turns the direction of
/// reading is gone, what no font has is U+FFFD, but for ornaments, which are left out.
pub(crate) fn legible(text: &str, has: impl Fn(char) -> bool) -> String {
    let mut printed = String::with_capacity(text.len());
    let mut letters = text.trim().chars().peekable();
    while let Some(letter) = letters.next() {
        let letter = match letter {
            '\r' if letters.peek() == Some(&'\n') => continue,
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            '\n' | ' ' | MAY_BREAK => letter,
            letter if letter.is_whitespace() => ' ',
            letter if letter.is_control() || steers(letter) => continue,
            letter if has(letter) => letter,
            letter if is_ornament(letter) => continue,
            _ => UNKNOWN,
        };
        printed.push(letter);
    }
    breakable(&printed)
}

/// The same with places where long words may be broken.
fn breakable(text: &str) -> String {
    let mut printed = String::with_capacity(text.len());
    for part in text.split_inclusive(breaks_by_itself) {
        let letters = part.trim_end_matches(breaks_by_itself).chars().count();
        for (place, letter) in part.chars().enumerate() {
            if letters > LONGEST_WORD && place > 0 && place % PIECE == 0 {
                printed.push(MAY_BREAK);
            }
            printed.push(letter);
        }
    }
    printed
}

/// One line of it.
pub(crate) fn line(text: &str, has: impl Fn(char) -> bool) -> String {
    let text = legible(text, has);
    text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Its paragraphs, none of them empty.
pub(crate) fn paragraphs(text: &str, has: impl Fn(char) -> bool) -> Vec<String> {
    let text = legible(text, has);
    let mut paragraphs = vec![String::new()];
    for line in text.split('\n').map(str::trim_end) {
        match paragraphs.last_mut() {
            Some(last) if !line.is_empty() && last.is_empty() => last.push_str(line),
            Some(last) if !line.is_empty() => *last = format!("{last}\n{line}"),
            _ => paragraphs.push(String::new()),
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// Signs without a look: joiners, marks of direction and of byte order, selectors of emoji and of variants, tags,
/// places that are no letters.
fn steers(letter: char) -> bool {
    matches!(letter,
        '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fdd0}'..='\u{fdef}'
        | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
        || u32::from(letter) & 0xfffe == 0xfffe
}

/// Emoji, dingbats, arrows: ornaments that a CV can do without.
fn is_ornament(letter: char) -> bool {
    matches!(letter, '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

/// After a space a line may end; Lao and Thai are divided by a dictionary.
fn breaks_by_itself(letter: char) -> bool {
    matches!(letter, ' ' | '\n' | MAY_BREAK | '-' | '\u{e00}'..='\u{eff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        legible(text, |letter| letter.is_alphanumeric() || "$#\\()\"'=".contains(letter))
    }

    #[test]
    fn what_steers_and_ornaments_are_gone_and_what_no_font_has_is_shown() {
        assert_eq!(plain("a\u{202e}b\u{0}c\u{feff}\td"), "abc d");
        assert_eq!(legible("ok👩‍🔧 ✔ 한국 x", |letter| letter.is_ascii()), "ok  \u{fffd}\u{fffd} x");
    }

    #[test]
    fn ends_of_lines_are_told_apart_from_paragraphs() {
        assert_eq!(paragraphs("one\r\ntwo\r\n\r\n\r\nthree\u{2028}", |_| true), ["one\ntwo", "three"]);
        assert_eq!(line(" one \n\n two ", |_| true), "one two");
    }

    #[test]
    fn a_word_without_end_may_be_broken() {
        let printed = plain(&"a".repeat(60));
        assert_eq!(printed.matches(MAY_BREAK).count(), 7);
        assert!(!plain("internationalisation of work").contains(MAY_BREAK));
        assert!(!plain(&"ສະບາຍດີ".repeat(60)).contains(MAY_BREAK));
    }
}
