//! The number of a card by which somebody without phone or mailbox comes in.

use super::code::drawn_digits;
use super::{Code, Contact};
use std::fmt;
use std::str::FromStr;

/// Digits of a number, the last of which checks the others.
const DIGITS: usize = 10;

/// Why a number is none of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CardNumberError {
    /// Nothing was given.
    #[error("no number of a card was given")]
    Empty,
    /// Too few or too many digits, or one of them mistyped.
    #[error("this is no number of a card")]
    Mistyped,
}

/// The number of a card: ten digits, the last of which shows whether one was mistyped (Luhn, ISO/IEC 7812-1).
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct CardNumber(String);

impl CardNumber {
    /// A new number that nobody can guess.
    pub fn new() -> Result<Self, getrandom::Error> {
        let drawn = drawn_digits(DIGITS - 1)?;
        let last = (10 - sum(&format!("{drawn}0")) % 10) % 10;
        Ok(Self(format!("{drawn}{last}")))
    }

    /// Its digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its digits in groups, as they stand on the card.
    pub fn spaced(&self) -> String {
        let (start, rest) = self.0.split_at_checked(4).unwrap_or((&self.0, ""));
        let (middle, end) = rest.split_at_checked(3).unwrap_or((rest, ""));
        format!("{start} {middle} {end}")
    }
}

/// The sum of the digits, every second of them doubled, from the right.
fn sum(digits: &str) -> u32 {
    let digits = digits.chars().rev().filter_map(|digit| digit.to_digit(10)).enumerate();
    let weighed = digits.map(|(at, digit)| match (at % 2, digit * 2) {
        (0, _) => digit,
        (_, double @ 0..=9) => double,
        (_, double) => double - 9,
    });
    weighed.sum()
}

impl FromStr for CardNumber {
    type Err = CardNumberError;

    /// Reads a number as people type it: digits of any script, with blanks and hyphens.
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let typed = Code::typed(raw);
        let digits = typed.as_str();
        if digits.is_empty() {
            return Err(CardNumberError::Empty);
        }
        let sound = digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
        if sound && sum(digits).is_multiple_of(10) {
            Ok(Self(digits.to_owned()))
        } else {
            Err(CardNumberError::Mistyped)
        }
    }
}

/// Numbers of cards stand in no log.
impl fmt::Debug for CardNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a card")
    }
}

/// A card that is being made: what stands on it, the hash of its PIN, and where a code goes when it is used.
pub struct NewCard {
    /// Its number.
    pub number: CardNumber,
    /// Its PIN.
    pub pin: Code,
    /// The phone to which a code is sent when the card is used; none where nobody near has one.
    pub contact: Option<Contact>,
    pub(in crate::accounts) hash: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_stands_on_the_card_and_a_slip_is_noticed() {
        let number = CardNumber::new().unwrap();
        assert_eq!(number.spaced().parse::<CardNumber>(), Ok(number.clone()));
        for at in 0..DIGITS {
            let slipped = number.as_str().chars().enumerate().map(|(held, digit)| {
                if held == at {
                    char::from_digit((digit.to_digit(10).unwrap() + 1) % 10, 10).unwrap()
                } else {
                    digit
                }
            });
            let slipped: String = slipped.collect();
            assert_eq!(slipped.parse::<CardNumber>(), Err(CardNumberError::Mistyped), "{slipped}");
        }
        assert_eq!("໗໙໙໒ ໗໓໙ ໘໗໕".parse::<CardNumber>().map(|number| number.0), Ok("7992739875".to_owned()));
        assert_eq!(" ".parse::<CardNumber>(), Err(CardNumberError::Empty));
        assert_eq!("'; drop table account; --".parse::<CardNumber>(), Err(CardNumberError::Mistyped));
    }
}
