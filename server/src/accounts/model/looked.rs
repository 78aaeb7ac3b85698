//! What an administrator of the platform sees of an account, and why one is closed.

use crate::ids::AccountId;
use crate::unseen::is_unseen;
use chrono::{DateTime, Utc};
use std::str::FromStr;

/// Longest reason, in characters.
const REASON: usize = 300;

/// What is seen of an account: nothing of what its owner keeps here.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact with a line of its own on the page")]
pub struct Looked {
    /// Its key.
    pub id: AccountId,
    /// Its phone, masked.
    pub phone: Option<String>,
    /// Its mailbox, masked.
    pub email: Option<String>,
    /// Whether it signs anybody in.
    pub active: bool,
    /// When an administrator closed it, and why.
    pub locked: Option<(DateTime<Utc>, String)>,
    /// Whether it belongs to a demonstration.
    pub demo: bool,
    /// Whether it asks for a second factor.
    pub second_factor: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// On how many devices it is signed in.
    pub sessions: usize,
    /// Whether it is the reader's own.
    pub own: bool,
}

/// Why something is done: one line of 1 to 300 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason(String);

/// A text that is no reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a reason is one line of 1 to 300 characters")]
pub struct ReasonError;

impl Reason {
    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Reason {
    type Err = ReasonError;
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let text = raw.split_whitespace().collect::<Vec<_>>().join(" ");
        let sound = (1..=REASON).contains(&text.chars().count()) && !text.chars().any(is_unseen);
        if sound { Ok(Self(text)) } else { Err(ReasonError) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_says_something_and_is_one_line() {
        assert_eq!(" ລືມ\n ອອກ ".parse::<Reason>().unwrap().as_str(), "ລືມ ອອກ");
        assert!("  ".parse::<Reason>().is_err() && "x".repeat(301).parse::<Reason>().is_err());
    }
}
