//! Letters: what is sent by mail and SMS, in the reader's language, as subject, plain text, HTML and short text.
//!
//! A letter has one thing to do, a code or a button, and ends by saying what we never ask for. What people typed
//! (names, devices) is brought to one line before it goes in, so that it can shape neither subject nor text.

mod advert;
mod alarm;
mod alerts;
mod consent;
mod decided;
mod draw;
mod erasure;
mod hiring;
mod letters;
mod profiles;
mod records;
mod tokens;

use crate::{Link, Locale};

pub use consent::consent_asked;
pub use letters::{
    Change, When, account_changed, already_registered, claim_record, confirm_contact, contact_changed,
    invitation, new_device, recovery, sign_in_code, test, verification_ends, verification_over,
};

pub use advert::{advert_decided, advert_held, advert_taken_down};
pub use alarm::alarm;
pub use alerts::{AlertJob, alert_asked, alert_hits};
pub use decided::{account_closed, account_opened, role_ended, short_messages};
pub use erasure::{erased, erasure_asked, erasure_warned, record_lapses};
pub use hiring::{Application, application};
pub use profiles::{Day, profile_asked, profile_hidden, profile_warned};
pub use records::{Records, records};
pub use tokens::token_ends;

/// Longest piece that somebody else's words may take in a letter, in characters.
const LONGEST: usize = 120;

/// A finished letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Language.
    pub locale: Locale,
    /// Address of the site, which the letter names as its sender.
    pub site: String,
    /// Subject, one line.
    pub subject: String,
    /// What is said before the code or the button.
    pub paragraphs: Vec<String>,
    /// A code to enter.
    pub code: Option<String>,
    /// The one thing to do.
    pub button: Option<Link>,
    /// What is said after it.
    pub notes: Vec<String>,
    /// The same in one short line, the code first: 70 characters are one part of an SMS in Lao.
    pub short: String,
}

/// `text` on one line: control characters and what breaks lines become blanks, blanks are drawn together, and what
/// is too long is cut.
pub fn one_line(text: &str) -> String {
    let breaks = |letter: char| {
        letter.is_whitespace() || letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}')
    };
    let mut line = text.split(breaks).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = line.char_indices().nth(LONGEST) {
        line.truncate(end);
        line.push('…');
    }
    line
}
