//! The pages of accounts: the ways in, and somebody's own account.

mod draw;
mod forms;
mod notices;
mod own;
mod problem;

use crate::form::Form;
use crate::layout::Chrome;
use crate::{Link, Locale, text};

pub(crate) use forms::shown as proof_fields;
pub use forms::{
    by_code, card, change_contact, change_password, choose_password, code, new_codes, recover,
    second_factor_off, sign_in, sign_in_or_code, sign_up,
};
pub(crate) use notices::about;
pub use notices::{NoticeForm, Pages, SentLetter, SentState, notices};
pub use own::{Done, Known, Seen, account, recovery_codes, set_up};
pub use problem::{Problem, Problems};

/// With what whoever is signed in shows once more that the account is theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// The password.
    Password,
    /// The password and a code of the second factor.
    Both,
}

/// What all pages of accounts share; the chrome's title is that of the page it is for.
#[derive(Debug, Clone)]
pub struct Shell {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Where forms are sent and links lead.
    pub ways: Ways,
}

/// Addresses of the pages of accounts.
#[derive(Debug, Clone, Copy)]
pub struct Ways {
    /// A new account.
    pub sign_up: &'static str,
    /// Signing in with a password.
    pub sign_in: &'static str,
    /// Signing in with a code.
    pub by_code: &'static str,
    /// Coming in by a card.
    pub card: &'static str,
    /// A lost password.
    pub recover: &'static str,
    /// Where codes are typed.
    pub code: &'static str,
    /// A new password in place of a lost one.
    pub new_password: &'static str,
    /// The account.
    pub account: &'static str,
    /// Its phone and mailbox.
    pub contact: &'static str,
    /// Its password.
    pub password: &'static str,
    /// Its second factor.
    pub second_factor: &'static str,
    /// Turning that off.
    pub second_factor_off: &'static str,
    /// Its recovery codes.
    pub recovery_codes: &'static str,
    /// Ending a session.
    pub end_session: &'static str,
    /// Ending all other sessions.
    pub end_others: &'static str,
    /// Signing out.
    pub sign_out: &'static str,
    /// How its owner is written to.
    pub notices: &'static str,
}

/// Where the code comes from that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// It was sent.
    Sent,
    /// The owner's device shows it.
    Device,
    /// It was sent to the phone that belongs to a card.
    Card,
}

/// The page of an account: how it is reached, what protects it, where it is signed in.
#[derive(Debug, Clone)]
pub struct AccountPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// What was done just now, if anything.
    pub done: Option<String>,
    /// What it is known by and protected with, and where each is changed.
    pub facts: Vec<AccountFact>,
    /// Where it is signed in.
    pub sessions: Vec<SessionRow>,
    /// After how long they end by themselves, in words.
    pub stay: String,
    /// Ends all other sessions; none where there are none.
    pub end_others: Option<Form>,
    /// Signs out here.
    pub sign_out: Form,
}

/// Something that an account is known by or protected with.
#[derive(Debug, Clone)]
pub struct AccountFact {
    /// What it is.
    pub label: String,
    /// What it is now, in words.
    pub value: String,
    /// What is wrong with it, and what to do.
    pub trouble: Option<String>,
    /// Where it is changed.
    pub change: Link,
}

/// A device on which the account is signed in.
#[derive(Debug, Clone)]
pub struct SessionRow {
    /// The device.
    pub device: String,
    /// When it was used, from where.
    pub about: String,
    /// Whether it is the reader's own.
    pub this: Option<String>,
    /// Ends it.
    pub end: Option<Form>,
}

/// The page on which an owner says how to be written to, and sees what was sent.
#[derive(Debug, Clone)]
pub struct NoticesPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// What was done just now, if anything.
    pub done: Option<String>,
    /// The settings.
    pub form: Form,
    /// What was sent, the newest first.
    pub sent: Vec<SentRow>,
    /// Which page of the list it is, where there are several.
    pub position: Option<String>,
    /// To newer letters.
    pub newer: Option<Link>,
    /// To older ones.
    pub older: Option<Link>,
    /// Back to the account.
    pub account: Link,
}

/// A letter in the list.
#[derive(Debug, Clone)]
pub struct SentRow {
    /// What it is about.
    pub about: String,
    /// The language of that, if it is another than the page's.
    pub about_lang: Option<String>,
    /// How, to whom and when.
    pub facts: String,
    /// What came of it.
    pub state: String,
    /// Whether it did not arrive.
    pub failed: bool,
}

/// Why a second factor is asked for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecondWhy {
    /// A role of the reader asks for it.
    Role,
    /// An organisation was founded, which the reader looks after.
    Founded,
}

impl SecondWhy {
    pub(crate) fn said(self, locale: Locale) -> String {
        match self {
            Self::Role => text(locale, "second-why-role"),
            Self::Founded => text(locale, "second-why-founded"),
        }
    }
}

/// The page on which a second factor is set up.
#[derive(Debug, Clone)]
pub struct SecondFactorPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Why it is asked for now, if it is.
    pub why: Option<String>,
    /// What to do, a step each.
    pub steps: Vec<String>,
    /// A picture that the device reads: an SVG image as a `data:` address.
    pub picture: String,
    /// The secret to be typed, where no picture can be read, in groups.
    pub secret: String,
    /// Takes the first code.
    pub form: Form,
}

/// The page that shows recovery codes, once.
#[derive(Debug, Clone)]
pub struct RecoveryCodesPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// What they are for, a paragraph each.
    pub lead: Vec<String>,
    /// The codes.
    pub codes: Vec<String>,
    /// The way on.
    pub on: Link,
}
