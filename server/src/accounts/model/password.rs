//! A password that is hard enough to guess.

use super::code::Code;
use super::contact::western;
use super::place_words::place_words;
use std::fmt;
use zxcvbn::Score;

/// Fewest characters.
const SHORTEST: usize = 8;
/// Most characters; longer ones cost time and add nothing.
const LONGEST: usize = 200;
/// So much of a password is judged: the judgement of longer ones takes long, and nobody guesses so much.
const JUDGED: usize = 72;

/// Why a password is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Too few characters.
    #[error("the password has fewer than {SHORTEST} characters")]
    Short,
    /// Too many characters.
    #[error("the password has more than {LONGEST} characters")]
    Long,
    /// Easy to guess, by zxcvbn below 3 of 4.
    #[error("the password is easy to guess")]
    Weak,
}

/// A password that somebody chose, or typed; it can only be hashed.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// A password that is taken, by its length and by zxcvbn (Wheeler, 2016) with a score of 3 and more; `own` are words
    /// that its owner is known by, such as the phone number, which make it easier to guess, as do the words of the place.
    pub fn chosen(raw: &str, own: &[&str]) -> Result<Self, PasswordError> {
        match raw.chars().count() {
            0..SHORTEST => return Err(PasswordError::Short),
            SHORTEST..=LONGEST => {}
            _ => return Err(PasswordError::Long),
        }
        let judged: String = raw.chars().take(JUDGED).collect();
        let words: Vec<&str> = own.iter().copied().chain(place_words().iter().map(String::as_str)).collect();
        let is_weak = |judged: &str| zxcvbn::zxcvbn(judged, &words).score() < Score::Three;
        if is_weak(&judged) || digits_alone(&judged).is_some_and(|digits| is_weak(&digits)) {
            return Err(PasswordError::Weak);
        }
        Ok(Self(raw.to_owned()))
    }

    /// A password that somebody signs in with: whatever it is, it is compared. One that is longer than any that is taken is
    /// cut where it is still longer, so that it is right for nobody.
    pub fn typed(raw: &str) -> Self {
        Self(raw.chars().take(LONGEST + 1).collect())
    }

    /// What was typed, read as the PIN of a card.
    pub(crate) fn as_pin(&self) -> Self {
        Self(Code::typed(&self.0).as_str().to_owned())
    }

    /// Its bytes, for hashing.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// The digits of what holds no letters, in western form: a number is as easy to guess with blanks in it.
fn digits_alone(raw: &str) -> Option<String> {
    let digits: String = raw.chars().map(western).filter(char::is_ascii_digit).collect();
    (!raw.chars().any(char::is_alphabetic)).then_some(digits)
}

/// Passwords stand in no log.
impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a password")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::model::Contact;

    #[test]
    fn easy_passwords_are_refused() {
        let chosen = |raw: &str| Password::chosen(raw, &["anong@example.la", "Viak"]).err();
        assert_eq!(chosen("a1!Xy"), Some(PasswordError::Short));
        assert_eq!(chosen(&"x7".repeat(101)), Some(PasswordError::Long));
        for easy in ["password1", "12345678", "qwertyuiop", "anong@example.la", "2026-11-28"] {
            assert_eq!(chosen(easy), Some(PasswordError::Weak), "{easy}");
        }
        for of_the_place in
            ["Savannakhet2026", "luangprabang1", "Luang Prabang", "viakviak1", "ແຮງງານ2026", "S@vannakhet!"]
        {
            assert_eq!(chosen(of_the_place), Some(PasswordError::Weak), "{of_the_place}");
        }
        for good in ["ຊ້າງສາມໂຕກິນກ້ວຍ", "three elephants on a ferry", "kQ7-vet-Malin"]
        {
            assert_eq!(chosen(good), None, "{good}");
        }
    }

    #[test]
    fn a_number_is_one_however_it_is_written() {
        let own = "+8562056781234".parse::<Contact>().unwrap().words();
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        for number in ["02056781234", "020 5678 1234", "+856-20-56781234", "56781234", "໐໒໐ ໕໖໗໘ ໑໒໓໔"]
        {
            assert_eq!(Password::chosen(number, &own).err(), Some(PasswordError::Weak), "{number}");
        }
        let own = "anong.souk@example.la".parse::<Contact>().unwrap().words();
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        for name in ["anong.souk", "Anong.souk1", "example.la", "anong.souk@example.la"] {
            assert_eq!(Password::chosen(name, &own).err(), Some(PasswordError::Weak), "{name}");
        }
    }

    #[test]
    fn what_is_longer_than_any_password_is_none() {
        let longest = "x7ຊ້".repeat(LONGEST / 4);
        let longer = format!("{longest}!");
        assert_eq!(Password::typed(&longest).as_bytes(), longest.as_bytes());
        assert_ne!(Password::typed(&longer), Password::typed(&longest));
        assert_eq!(Password::chosen(&longer, &[]).err(), Some(PasswordError::Long));
        let far = Password::typed(&"y".repeat(100_000));
        assert_eq!(far.as_bytes().len(), LONGEST + 1);
    }
}
