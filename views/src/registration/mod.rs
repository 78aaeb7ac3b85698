//! The pages on which helpers register people, and on which people take over what others registered, in words.

mod card;
mod claim;
mod draw;
mod home;
mod problem;
mod record;

pub use card::{CardPage, card};
pub use claim::{Claim, ClaimDone, claim, claim_code};
pub use draw::of_another;
pub use home::{Home, ListedRow, StateWord, home, looked_at};
pub use problem::Problem;
pub use record::{Consent, DOCUMENT, FIELDS, Offered, Queue, RegisterPage, Typed, register};

/// The script of the page on which people are registered; served as `/helper/register.js`.
pub const REGISTER_JS: &str = include_str!("../../assets/register.js");
/// The queue of records in the browser; served as `/helper/queue.js`.
pub const QUEUE_JS: &str = include_str!("../../assets/queue.js");
/// What keeps that page there without a network; served as `/helper/worker.js`.
pub const WORKER_JS: &str = include_str!("../../assets/worker.js");

/// Whose phone a record holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneWord {
    /// None near has one.
    Nobody,
    /// The person's.
    Own,
    /// One that several use.
    Shared,
    /// The helper's.
    Helper,
}

/// How somebody reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadsWord {
    /// Without help.
    Alone,
    /// With somebody's help.
    WithHelp,
    /// Not at all.
    NotAtAll,
}

impl ReadsWord {
    fn said(self, locale: crate::Locale) -> String {
        match self {
            Self::Alone => crate::text(locale, "register-reads-alone"),
            Self::WithHelp => crate::text(locale, "register-reads-with-help"),
            Self::NotAtAll => crate::text(locale, "register-reads-not-at-all"),
        }
    }
}
