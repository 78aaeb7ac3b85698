//! The title of a vacancy.

use std::fmt;
use std::str::FromStr;
use validator::ValidateLength;

/// What an advert calls the work: one line of 1 to 200 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title(String);

/// Why a text is no title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TitleError {
    /// Nothing is there.
    #[error("a title is missing")]
    Empty,
    /// Nobody reads so long a title.
    #[error("a title has at most 200 characters")]
    TooLong,
}

impl Title {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Title {
    type Err = TitleError;
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let visible: String = raw.chars().filter(|letter| !is_invisible(*letter)).collect();
        let text = visible.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.validate_length(Some(1), None, None) {
            return Err(TitleError::Empty);
        }
        if text.validate_length(None, Some(200), None) { Ok(Self(text)) } else { Err(TitleError::TooLong) }
    }
}

/// Marks that show nothing: zero-width spaces and joiners, changes of direction, the byte-order mark.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

impl fmt::Display for Title {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_one_line_of_some_length() {
        assert_eq!(" ຊ່າງ \n ເຊື່ອມ ".parse::<Title>().unwrap().as_str(), "ຊ່າງ ເຊື່ອມ");
        assert_eq!(" \n ".parse::<Title>(), Err(TitleError::Empty));
        assert_eq!("\u{200b}\u{202e}".parse::<Title>(), Err(TitleError::Empty));
        assert_eq!("ຊ".repeat(201).parse::<Title>(), Err(TitleError::TooLong));
    }
}
