//! Why was a letter not taken, is it worth trying again, and is the address to blame?

use lettre::transport::smtp::Error as SmtpError;

/// Longest reason that is kept, in characters.
const LONGEST: usize = 200;

/// Why a letter was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct Refusal {
    /// In plain words, one line, without a word of the letter.
    pub reason: String,
    /// Trying again is of no use.
    pub for_good: bool,
    /// The address or number takes nothing.
    pub bad_address: bool,
}

/// Where in the conversation a mail server refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Connection, greeting, encryption.
    Reach,
    /// Account and password.
    SignIn,
    /// Who sends.
    Sender,
    /// Who receives.
    Recipient,
    /// The letter itself.
    Content,
}

impl Refusal {
    /// Worth trying again.
    pub(in crate::mail) fn later(reason: impl AsRef<str>) -> Self {
        Self { reason: short(reason.as_ref()), for_good: false, bad_address: false }
    }

    /// Of no use to try again, though the address is not to blame.
    pub(super) fn for_good(reason: impl AsRef<str>) -> Self {
        Self { reason: short(reason.as_ref()), for_good: true, bad_address: false }
    }

    /// The address takes nothing.
    pub(super) fn bad_address(reason: impl AsRef<str>) -> Self {
        Self { reason: short(reason.as_ref()), for_good: true, bad_address: true }
    }

    /// What a mail server said at `stage`. What it holds against us (connection, account, sender) may be mended and
    /// is tried again, whatever the code; what it holds for good against recipient or letter is not.
    pub(super) fn by_server(stage: Stage, error: &SmtpError) -> Self {
        let said = cause(error);
        let of_good = error.is_permanent();
        match stage {
            Stage::Reach => Self::later(format!("the mail server cannot be reached: {said}")),
            Stage::SignIn => Self::later(format!("the mail server refuses our account: {said}")),
            Stage::Sender => Self::later(format!("the mail server refuses our sender: {said}")),
            Stage::Recipient if of_good && is_policy(&said) => {
                Self::for_good(format!("the mail server refuses to send there: {said}"))
            }
            Stage::Recipient if of_good => Self::bad_address(format!("the address takes no mail: {said}")),
            Stage::Recipient => Self::later(format!("the address takes no mail now: {said}")),
            Stage::Content if of_good => Self::for_good(format!("the letter was refused: {said}")),
            Stage::Content => Self::later(format!("the letter was not taken: {said}")),
        }
    }
}

/// Is it the server's policy that refuses (RFC 3463, class 7), such as relaying, and not the mailbox?
fn is_policy(said: &str) -> bool {
    said.split([' ', ':']).any(|word| word.starts_with("5.7.") && word.len() > 4)
}

/// Code and text of a server's answer, or what the system said.
fn cause(error: &SmtpError) -> String {
    let mut text = match error.status() {
        Some(code) => code.to_string(),
        None => String::new(),
    };
    let mut source = std::error::Error::source(error);
    if source.is_none() && text.is_empty() {
        text = error.to_string();
    }
    while let Some(inner) = source {
        let said = inner.to_string();
        if !text.ends_with(&said) {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&said);
        }
        source = inner.source();
    }
    text
}

fn short(reason: &str) -> String {
    let words = reason.split(|letter: char| letter.is_whitespace() || letter.is_control());
    let line = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    line.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_is_told_from_a_mailbox_that_is_not_there() {
        assert!(is_policy("554 5.7.1 Relay access denied"));
        assert!(!is_policy("550 5.1.1 no such user"));
        assert!(!is_policy("550 no such user 5.7."));
    }

    #[test]
    fn a_reason_is_one_short_line() {
        let refusal = Refusal::later(format!("a\r\nBcc: x@example.la {}", "y".repeat(500)));
        assert_eq!(refusal.reason.chars().count(), LONGEST);
        assert!(refusal.reason.starts_with("a Bcc:"));
    }
}
