//! Codes that are sent to a contact to show that it is the reader's.

use chrono::TimeDelta;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use std::fmt;

/// How long a code works.
pub const CODE_LIVES: TimeDelta = TimeDelta::minutes(10);
/// Digits of a code.
const DIGITS: usize = 6;

/// What a code leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Purpose {
    /// A new account.
    SignUp,
    /// Signed in without a password.
    SignIn,
    /// A new password.
    Recover,
    /// A contact that counts from now on.
    Contact,
    /// The second of two factors; the code comes from the owner's device, nothing is sent.
    SecondFactor,
    /// The code was right; a new password may be chosen.
    NewPassword,
    /// Signed in by a card; the code went to a phone that several share.
    Card,
    /// Somebody takes over a record that others made.
    Claim,
}

/// A code of six digits.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// A new code; each is as likely as any other.
    pub fn new() -> Result<Self, getrandom::Error> {
        drawn_digits(DIGITS).map(Self)
    }

    /// What somebody typed: digits of any script, blanks left out.
    pub fn typed(raw: &str) -> Self {
        let digit = |letter: char| match letter {
            '\u{ed0}'..='\u{ed9}' => char::from_digit(letter as u32 - 0xed0, 10),
            '\u{e50}'..='\u{e59}' => char::from_digit(letter as u32 - 0xe50, 10),
            _ => letter.is_ascii_alphanumeric().then(|| letter.to_ascii_lowercase()),
        };
        Self(raw.chars().filter_map(digit).take(40).collect())
    }

    /// Its digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// So many digits; each is as likely as any other.
pub(super) fn drawn_digits(count: usize) -> Result<String, getrandom::Error> {
    let mut digits = String::with_capacity(count);
    while digits.len() < count {
        let mut byte = [0];
        getrandom::fill(&mut byte)?;
        let [byte] = byte;
        // 250 is the largest multiple of ten that a byte holds.
        if byte < 250 {
            digits.push(char::from(b'0' + byte % 10));
        }
    }
    Ok(digits)
}

/// Codes stand in no log.
impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a code")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_six_digits_and_is_read_as_people_type_it() {
        let code = Code::new().unwrap();
        assert!(code.as_str().len() == 6 && code.as_str().bytes().all(|byte| byte.is_ascii_digit()));
        assert_eq!(Code::typed(" 48 29-13 ").as_str(), "482913");
        assert_eq!(Code::typed("໔໘໒໙໑໓").as_str(), "482913");
        assert_eq!(Code::typed("AB3D-9kmq").as_str(), "ab3d9kmq");
    }
}
