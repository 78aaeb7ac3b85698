//! Consents, in words: whom somebody lets see what, until when, who asks, and how an organisation asks.

mod ask;
mod list;
mod one;

pub use ask::{AskProblem, AskWords, ask, ask_page};
pub use list::{AskedRow, ConsentRow, ConsentsPage, Done, list};
pub use one::{AnswerPage, AnswerProblem, ConsentPage, answer, consent};

use crate::{Locale, text};

/// Who is shown something, where that is no organisation with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recipient {
    /// An organisation, by its name.
    Named(String),
    /// An organisation that is gone.
    Gone,
    /// Officers of the area in which the reader lives.
    Officers,
    /// Authorities of the country of destination.
    Counterparts,
}

impl Recipient {
    /// What it is called.
    pub fn said(&self, locale: Locale) -> String {
        match self {
            Self::Named(name) => name.clone(),
            Self::Gone => text(locale, "consent-recipient-gone"),
            Self::Officers => text(locale, "consent-recipient-officers"),
            Self::Counterparts => text(locale, "consent-recipient-counterparts"),
        }
    }
}

/// A class of what is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClassWord {
    /// Work, skills, languages, licences.
    Work,
    /// Names.
    Name,
    /// The birth date.
    BirthDate,
    /// Phone, mailbox, place.
    Contact,
    /// Numbers of identity cards and passports.
    Identifier,
    /// Whether the person is fit.
    Health,
}

impl ClassWord {
    /// What it is called.
    pub fn said(self, locale: Locale) -> String {
        match self {
            Self::Work => text(locale, "consent-class-work"),
            Self::Name => text(locale, "consent-class-name"),
            Self::BirthDate => text(locale, "consent-class-birth-date"),
            Self::Contact => text(locale, "consent-class-contact"),
            Self::Identifier => text(locale, "consent-class-identifier"),
            Self::Health => text(locale, "consent-class-health"),
        }
    }
}

/// Classes in a line.
fn classes(locale: Locale, classes: &[ClassWord]) -> String {
    classes.iter().map(|class| class.said(locale)).collect::<Vec<_>>().join(", ")
}

/// How a consent was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChannelWord {
    /// By the reader.
    Own,
    /// Before somebody who read the words out, by name.
    Assisted(String),
    /// After listening to a recording, before somebody, by name.
    Audio(String),
}
