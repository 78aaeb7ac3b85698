//! What may be wrong with a form of an account, in the reader's words.

use crate::{Arg, Locale, text, text_args};

/// What is wrong with what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// No phone number or address.
    ContactEmpty,
    /// No number of a card.
    CardEmpty,
    /// No PIN.
    PinEmpty,
    /// No address of a mailbox.
    Email,
    /// No phone number.
    Phone,
    /// No password.
    PasswordEmpty,
    /// A chosen password with too few characters.
    PasswordShort,
    /// One with too many.
    PasswordLong,
    /// One that is easy to guess.
    PasswordWeak,
    /// One that became known elsewhere.
    PasswordKnown,
    /// Not the password of the account.
    PasswordWrong,
    /// Not the right code.
    CodeWrong,
    /// No number of a card.
    Card,
    /// Card and PIN do not belong together.
    CardWrong,
    /// Not the right code; so many more may be typed.
    CodeWrongLeft(u32),
    /// A code that works no more.
    CodeGone,
    /// Contact and password do not belong together.
    SignIn,
    /// Too many tries; a code may be sent instead.
    TooMany,
    /// Too many tries; whoever gave the right password was sent a code.
    TooManyPerhapsSent,
    /// Too many tries.
    TooManyWait,
    /// Too many tries, which are counted by the hour.
    TooManyHour,
    /// No short message is left today.
    NoShortMessages,
    /// No channel that may be chosen.
    Channel,
    /// No language of the pages.
    Language,
    /// No time of the day.
    Time,
    /// Of two times only the other was given.
    TimeMissing,
    /// Both times are the same.
    TimesSame,
}

impl Problem {
    /// Whether it is right but comes too often.
    #[must_use]
    pub fn is_of_a_limit(self) -> bool {
        matches!(self, Self::TooMany | Self::TooManyPerhapsSent | Self::TooManyHour | Self::TooManyWait)
    }

    /// In the reader's words.
    pub(crate) fn said(self, locale: Locale) -> String {
        match self {
            Self::ContactEmpty => text(locale, "problem-contact-empty"),
            Self::CardEmpty => text(locale, "problem-card-empty"),
            Self::PinEmpty => text(locale, "problem-pin-empty"),
            Self::Email => text(locale, "problem-email"),
            Self::Phone => text(locale, "problem-phone"),
            Self::PasswordEmpty => text(locale, "problem-password-empty"),
            Self::PasswordShort => text(locale, "problem-password-short"),
            Self::PasswordLong => text(locale, "problem-password-long"),
            Self::PasswordWeak => text(locale, "problem-password-weak"),
            Self::PasswordKnown => text(locale, "problem-password-known"),
            Self::PasswordWrong => text(locale, "problem-password-wrong"),
            Self::Card => text(locale, "problem-card"),
            Self::CardWrong => text(locale, "problem-card-wrong"),
            Self::CodeWrong => text(locale, "problem-code-wrong-plain"),
            Self::CodeWrongLeft(left) => {
                text_args(locale, "problem-code-wrong", &[("left", Arg::Number(i64::from(left)))])
            }
            Self::CodeGone => text(locale, "problem-code-gone"),
            Self::SignIn => text(locale, "problem-sign-in"),
            Self::TooMany => text(locale, "problem-too-many"),
            Self::TooManyPerhapsSent => text(locale, "problem-too-many-perhaps-sent"),
            Self::TooManyWait => text(locale, "problem-too-many-wait"),
            Self::TooManyHour => text(locale, "problem-too-many-hour"),
            Self::NoShortMessages => text(locale, "problem-no-short-messages"),
            Self::Channel => text(locale, "problem-channel"),
            Self::Language => text(locale, "problem-language"),
            Self::Time => text(locale, "problem-time"),
            Self::TimeMissing => text(locale, "problem-time-missing"),
            Self::TimesSame => text(locale, "problem-times-same"),
        }
    }
}

/// Problems of a form: of the whole, and of fields by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    /// Of the form as a whole.
    pub whole: Option<Problem>,
    /// Of fields, by their names.
    pub fields: Vec<(&'static str, Problem)>,
}

impl Problems {
    /// One problem of the whole form.
    pub fn whole(problem: Problem) -> Self {
        Self { whole: Some(problem), fields: Vec::new() }
    }

    /// One problem of a field.
    pub fn of(field: &'static str, problem: Problem) -> Self {
        Self { whole: None, fields: vec![(field, problem)] }
    }

    /// The problem of a field.
    pub fn at(&self, field: &str) -> Option<Problem> {
        self.fields.iter().find(|(name, _)| *name == field).map(|(_, problem)| *problem)
    }
}
