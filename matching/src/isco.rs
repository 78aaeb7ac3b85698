//! Where does an occupation stand in the ISCO-08 tree, and how near is it to another?

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// An ISCO-08 code of one to four digits: a major, sub-major, minor or unit group.
///
/// Packed as one nibble per digit from the left, each holding the digit plus one, so that an absent
/// digit (0) differs from the digit 0 of the armed forces and the natural order is that of the codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct IscoCode(u16);

/// Why a text is not an ISCO-08 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum IscoCodeError {
    /// Empty, or longer than four digits.
    #[error("an ISCO-08 code has one to four digits")]
    Length,
    /// Something other than 0–9.
    #[error("an ISCO-08 code has only digits")]
    NotADigit,
}

impl IscoCode {
    /// How many digits the code has: 1 major, 2 sub-major, 3 minor, 4 unit group.
    pub const fn level(self) -> u8 {
        4 - (self.0.trailing_zeros() / 4) as u8
    }

    /// The code as it is packed, never 0.
    pub(crate) const fn packed(self) -> u16 {
        self.0
    }

    /// The code that was packed so; `None` where none is.
    pub(crate) fn from_packed(packed: u16) -> Option<Self> {
        let level = usize::from(Self(packed).level());
        let nibbles = [packed >> 12, packed >> 8 & 0xF, packed >> 4 & 0xF, packed & 0xF];
        let (digits, _) = nibbles.split_at_checked(level)?;
        let sound = level > 0 && digits.iter().all(|digit| (1..=10).contains(digit));
        sound.then_some(Self(packed))
    }

    /// [`Self::shared_digits`] with a packed code; 0 with what is none.
    #[inline]
    pub(crate) fn shared_with_packed(self, packed: u16) -> u8 {
        self.shared_digits(Self(packed))
    }

    /// How many leading digits two codes share, 0 to 4; the depth of their nearest common group.
    pub fn shared_digits(self, other: Self) -> u8 {
        let alike = ((self.0 ^ other.0).leading_zeros() / 4) as u8;
        alike.min(self.level()).min(other.level())
    }

    /// Whether `other` is this group or lies below it.
    pub fn contains(self, other: Self) -> bool {
        self.shared_digits(other) == self.level()
    }
}

impl TryFrom<&str> for IscoCode {
    type Error = IscoCodeError;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        if text.is_empty() || text.len() > 4 {
            return Err(IscoCodeError::Length);
        }
        let mut packed = 0u16;
        for (place, digit) in text.bytes().enumerate() {
            if !digit.is_ascii_digit() {
                return Err(IscoCodeError::NotADigit);
            }
            packed |= u16::from(digit - b'0' + 1) << (12 - 4 * place);
        }
        Ok(Self(packed))
    }
}

impl FromStr for IscoCode {
    type Err = IscoCodeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::try_from(text)
    }
}

impl TryFrom<String> for IscoCode {
    type Error = IscoCodeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::try_from(text.as_str())
    }
}

impl From<IscoCode> for String {
    fn from(code: IscoCode) -> Self {
        code.to_string()
    }
}

impl fmt::Display for IscoCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in 0..self.level() {
            write!(out, "{}", ((self.0 >> (12 - 4 * place)) & 0xF) - 1)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> IscoCode {
        text.parse().unwrap()
    }

    #[test]
    fn a_code_keeps_its_leading_zeros_and_its_level() {
        for text in ["0", "01", "0110", "7", "72", "721", "7212", "9999"] {
            assert_eq!(code(text).to_string(), text);
            assert_eq!(usize::from(code(text).level()), text.len());
        }
    }

    #[test]
    fn a_packed_code_comes_back_and_other_numbers_are_none() {
        let codes = (0..=u16::MAX).filter_map(IscoCode::from_packed);
        let texts: Vec<String> = codes.map(|code| code.to_string()).collect();
        assert_eq!(texts.len(), 10 + 100 + 1_000 + 10_000);
        assert!(texts.iter().all(|text| IscoCode::from_packed(code(text).packed()) == Some(code(text))));
    }

    #[test]
    fn nearness_is_the_length_of_the_common_prefix() {
        assert_eq!(code("7212").shared_digits(code("7212")), 4);
        assert_eq!(code("7212").shared_digits(code("7213")), 3);
        assert_eq!(code("72").shared_digits(code("7212")), 2);
        assert_eq!(code("0").shared_digits(code("0110")), 1);
        assert_eq!(code("0110").shared_digits(code("1110")), 0);
        assert!(code("72").contains(code("7212")) && !code("7212").contains(code("72")));
    }

    #[test]
    fn other_texts_are_no_codes() {
        assert_eq!(IscoCode::try_from(""), Err(IscoCodeError::Length));
        assert_eq!(IscoCode::try_from("72121"), Err(IscoCodeError::Length));
        assert_eq!(IscoCode::try_from("7a"), Err(IscoCodeError::NotADigit));
        assert!(IscoCode::try_from("໗໒").is_err());
    }
}
