//! Words that people type: one line or several, without what a page cannot show.

use views::profile::Problem;

/// Longest line, in characters.
pub(in crate::people) const LINE: usize = 120;
/// Longest name, in characters.
const NAME: usize = 80;

/// A text on one line, with single blanks; nothing of what steers a terminal or turns the direction of writing.
pub(in crate::people) fn line(typed: &str, most: usize) -> Result<String, Problem> {
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    checked(text, most)
}

/// A text of several lines.
pub(super) fn lines(typed: &str, most: usize) -> Result<String, Problem> {
    let lines: Vec<String> =
        typed.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    let text = lines.join("\n").trim().to_owned();
    if steers(&text.replace('\n', " ")) {
        return Err(Problem::Letters);
    }
    if text.chars().count() > most { Err(Problem::Long) } else { Ok(text) }
}

fn checked(text: String, most: usize) -> Result<String, Problem> {
    if steers(&text) {
        return Err(Problem::Letters);
    }
    if text.chars().count() > most { Err(Problem::Long) } else { Ok(text) }
}

fn steers(text: &str) -> bool {
    let turns = |letter| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    text.chars().any(|letter| letter.is_control() || turns(letter))
}

/// A name; none where nothing was typed.
pub(super) fn name(typed: &str) -> Result<Option<String>, Problem> {
    let name = line(typed, NAME)?;
    if name.is_empty() {
        return Ok(None);
    }
    if name.chars().any(char::is_alphabetic) { Ok(Some(name)) } else { Err(Problem::Letters) }
}

/// Are all letters of the Latin script?
pub(super) fn is_latin(name: &str) -> bool {
    let latin = |letter: char| matches!(letter, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    name.chars().all(|letter| latin(letter) || matches!(letter, '\u{300}'..='\u{36f}' | '’'))
}

#[cfg(test)]
mod tests {
    use super::*;

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
