//! How much of a text is kept, and in which shape: lines, single spaces, no control characters.

use super::limits::MOST_TEXT;
use super::model::{Extracted, Kind, Unreadable};

/// Text as it is found, up to [`MOST_TEXT`] bytes.
#[derive(Default)]
pub(super) struct Gathered {
    text: String,
    /// Spaces and ends of lines that are written before the next letter.
    space: bool,
    lines: usize,
    shortened: bool,
}

impl Gathered {
    /// Adds letters; white space between them becomes one space, an end of a line stays one.
    pub(super) fn push(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '\n' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}' => self.end_line(),
                letter if letter.is_whitespace() => self.space = true,
                letter if letter.is_control() || matches!(letter, '\u{feff}' | '\u{fffe}' | '\u{ffff}') => {}
                letter => self.letter(letter),
            }
            if self.shortened {
                return;
            }
        }
    }

    /// Ends the line; two ends in a row leave an empty line, more do not.
    pub(super) fn end_line(&mut self) {
        self.lines = (self.lines + 1).min(2);
    }

    /// There is more, which is not read.
    pub(super) fn shorten(&mut self) {
        self.shortened = true;
    }

    /// Nothing more is kept.
    pub(super) fn is_full(&self) -> bool {
        self.shortened
    }

    /// The text, if there is a letter in it.
    pub(super) fn finish(self, kind: Kind) -> Result<Extracted, Unreadable> {
        if !self.text.contains(char::is_alphanumeric) {
            return Err(Unreadable::NoText);
        }
        Ok(Extracted { kind, text: self.text, shortened: self.shortened })
    }

    fn letter(&mut self, letter: char) {
        let between = match (self.text.is_empty(), self.lines, self.space) {
            (true, _, _) | (false, 0, false) => "",
            (false, 0, true) => " ",
            (false, 1, _) => "\n",
            (false, _, _) => "\n\n",
        };
        if self.text.len() + between.len() + letter.len_utf8() > MOST_TEXT {
            self.shortened = true;
            return;
        }
        self.text.push_str(between);
        self.text.push(letter);
        self.space = false;
        self.lines = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gathered(text: &str) -> Extracted {
        let mut gathered = Gathered::default();
        gathered.push(text);
        gathered.finish(Kind::Text).unwrap()
    }

    #[test]
    fn spaces_lines_and_control_characters_are_put_in_order() {
        assert_eq!(gathered(" a\t b\0\r\nc \n\n\n\n d\u{feff}\n").text, "a b\nc\n\nd");
    }

    #[test]
    fn a_long_text_is_cut_between_letters() {
        let long = gathered(&"ກ".repeat(MOST_TEXT));
        assert!(long.shortened);
        assert_eq!(long.text.len(), MOST_TEXT / 3 * 3);
        assert!(!gathered(&"a".repeat(MOST_TEXT)).shortened);
    }
}
