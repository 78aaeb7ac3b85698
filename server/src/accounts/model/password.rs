//! A password that is hard enough to guess.

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

/// A password that somebody chose; it can only be hashed.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// A password that is taken, by its length and by zxcvbn (Wheeler, 2016) with a score of 3 and more; `own` are words
    /// that its owner is known by, such as the phone number, which make it easier to guess.
    pub fn chosen(raw: &str, own: &[&str]) -> Result<Self, PasswordError> {
        match raw.chars().count() {
            0..SHORTEST => return Err(PasswordError::Short),
            SHORTEST..=LONGEST => {}
            _ => return Err(PasswordError::Long),
        }
        let judged: String = raw.chars().take(JUDGED).collect();
        if zxcvbn::zxcvbn(&judged, own).score() < Score::Three {
            return Err(PasswordError::Weak);
        }
        Ok(Self(raw.to_owned()))
    }

    /// A password that somebody signs in with: whatever it is, it is compared; of very long ones the beginning.
    pub fn typed(raw: &str) -> Self {
        Self(raw.chars().take(LONGEST).collect())
    }

    /// Its bytes, for hashing.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
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

    #[test]
    fn easy_passwords_are_refused() {
        let chosen = |raw: &str| Password::chosen(raw, &["anong@example.la", "Viak"]).err();
        assert_eq!(chosen("a1!Xy"), Some(PasswordError::Short));
        assert_eq!(chosen(&"x7".repeat(101)), Some(PasswordError::Long));
        for easy in ["password1", "12345678", "qwertyuiop", "anong@example.la", "2026-11-28"] {
            assert_eq!(chosen(easy), Some(PasswordError::Weak), "{easy}");
        }
        for good in ["ຊ້າງສາມໂຕກິນກ້ວຍ", "three elephants on a ferry", "kQ7-vet-Malin"]
        {
            assert_eq!(chosen(good), None, "{good}");
        }
    }
}
