//! Words that people type: one line or several, without what a page cannot show.

use crate::unseen::seen;
use views::profile::Problem;

/// Longest line, in characters.
pub(in crate::people) const LINE: usize = 120;
/// Longest name, in characters.
const NAME: usize = 80;

/// A text on one line, with single blanks; nothing of what is not seen or turns the direction of writing.
pub(in crate::people) fn line(typed: &str, most: usize) -> Result<String, Problem> {
    let text = seen(typed).ok_or(Problem::Letters)?;
    at_most(text.split_whitespace().collect::<Vec<_>>().join(" "), most)
}

/// A text of several lines.
pub(super) fn lines(typed: &str, most: usize) -> Result<String, Problem> {
    let text = seen(typed).ok_or(Problem::Letters)?;
    let lines: Vec<String> =
        text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    at_most(lines.join("\n").trim().to_owned(), most)
}

fn at_most(text: String, most: usize) -> Result<String, Problem> {
    if text.chars().count() > most { Err(Problem::Long) } else { Ok(text) }
}

/// A name; none where nothing was typed.
pub(super) fn name(typed: &str) -> Result<Option<String>, Problem> {
    let name = line(typed, NAME)?;
    if name.is_empty() {
        return Ok(None);
    }
    if name.chars().any(char::is_alphabetic) { Ok(Some(name)) } else { Err(Problem::Letters) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unseen::is_latin;

    #[test]
    fn lao_text_with_markup_and_sql_is_text() {
        let typed = "ນາງ <b>ຄຳ</b>'; drop table person; --";
        assert_eq!(line(typed, LINE), Ok(typed.to_owned()));
        assert_eq!(name(" ບຸນ  ມີ "), Ok(Some("ບຸນ ມີ".to_owned())));
    }

    #[test]
    fn what_steers_the_page_and_what_is_no_name_is_refused() {
        assert_eq!(line("a\u{202e}b", LINE), Err(Problem::Letters));
        assert_eq!(line("a\u{0}b", LINE), Err(Problem::Letters));
        for unseen in ["\u{3164}", "\u{115f}", "ບຸນ\u{3164}ມີ", "\u{feff}Bounmy"] {
            assert_eq!(name(unseen), Err(Problem::Letters), "{unseen:?}");
        }
        assert_eq!(name("ບຸນ\u{200b}ມີ"), Ok(Some("ບຸນມີ".to_owned())));
        assert_eq!(name("12345"), Err(Problem::Letters));
        assert_eq!(line(&"ກ".repeat(LINE + 1), LINE), Err(Problem::Long));
        assert_eq!(lines("one\r\n\r\n two  three ", 50), Ok("one\n\ntwo three".to_owned()));
    }

    #[test]
    fn latin_letters_may_have_marks() {
        assert!(is_latin("Nguyễn Thị Hoà") && is_latin("O’Neill-Phommachanh"));
        assert!(!is_latin("ບຸນມີ"));
    }
}
