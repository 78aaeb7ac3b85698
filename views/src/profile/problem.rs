//! What may be wrong with a step of a profile, in the reader's words.

use crate::{Arg, Locale, text, text_args};

/// What is wrong with what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was typed.
    Empty,
    /// Too much.
    Long,
    /// Control characters, or no letter at all.
    Letters,
    /// A name in Latin letters that holds others.
    Latin,
    /// Nothing of the list.
    Choice,
    /// 31/02.
    NoSuchDay,
    /// A day that has not come yet.
    Future,
    /// A year of the Buddhist era, which would be this one of ours.
    Buddhist(i32),
    /// Nobody is older than so many years.
    TooOld(u32),
    /// Nobody younger than so many years is registered.
    TooYoung(u32),
    /// No year of four digits.
    Year,
    /// A month without its year.
    YearMissing,
    /// A day without its month.
    MonthMissing,
    /// No day of the form day/month/year.
    Date,
    /// No month of the form month/year.
    Month,
    /// It ended before it began.
    Order,
    /// No number.
    Number,
    /// No phone number.
    Phone,
    /// No address of a mailbox.
    Email,
    /// No skill is like the words.
    NotFound,
    /// As many entries as there may be.
    TooMany,
    /// A form without its file.
    FileMissing,
    /// A file that gives no text.
    File(FileProblem),
}

/// Why a file gives no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileProblem {
    /// No bytes.
    Empty,
    /// More than 10 MB.
    TooLarge,
    /// Opens with a password only.
    Encrypted,
    /// A scan.
    NoText,
    /// A `.doc`.
    OldWord,
    /// RTF.
    RichText,
    /// Of another office program.
    OtherOffice,
    /// A picture.
    Picture,
    /// A web page.
    Markup,
    /// A program.
    Program,
    /// An archive.
    Archive,
    /// None of what is known.
    Unknown,
    /// It breaks off.
    Damaged,
    /// A bomb, or as bad as one.
    TooDemanding,
    /// Too many others wait to be read.
    Busy,
    /// Another one of the reader is being read.
    Another,
    /// The reader sent too many in an hour.
    TooOften,
    /// It could not be tried.
    Unavailable,
}

impl Problem {
    /// In the reader's words.
    pub(crate) fn said(self, locale: Locale) -> String {
        match self {
            Self::Empty => text(locale, "profile-problem-empty"),
            Self::Long => text(locale, "profile-problem-long"),
            Self::Letters => text(locale, "profile-problem-letters"),
            Self::Latin => text(locale, "profile-problem-latin"),
            Self::Choice => text(locale, "profile-problem-choice"),
            Self::NoSuchDay => text(locale, "profile-problem-no-such-day"),
            Self::Future => text(locale, "profile-problem-future"),
            Self::Buddhist(year) => {
                text_args(locale, "profile-problem-buddhist", &[("year", Arg::Text(&year.to_string()))])
            }
            Self::TooOld(years) => text_args(locale, "profile-problem-too-old", &years_of(years)),
            Self::TooYoung(years) => text_args(locale, "profile-problem-too-young", &years_of(years)),
            Self::Year => text(locale, "profile-problem-year"),
            Self::YearMissing => text(locale, "profile-problem-year-missing"),
            Self::MonthMissing => text(locale, "profile-problem-month-missing"),
            Self::Date => text(locale, "profile-problem-date"),
            Self::Month => text(locale, "profile-problem-month"),
            Self::Order => text(locale, "profile-problem-order"),
            Self::Number => text(locale, "profile-problem-number"),
            Self::Phone => text(locale, "profile-problem-phone"),
            Self::Email => text(locale, "profile-problem-email"),
            Self::NotFound => text(locale, "profile-problem-not-found"),
            Self::TooMany => text(locale, "profile-problem-too-many"),
            Self::FileMissing => text(locale, "profile-problem-file-missing"),
            Self::File(problem) => problem.said(locale),
        }
    }
}

/// Years, as messages take them.
pub(crate) fn years_of(years: u32) -> [(&'static str, Arg<'static>); 1] {
    [("years", Arg::Number(i64::from(years)))]
}

impl FileProblem {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::Empty => text(locale, "profile-file-empty"),
            Self::TooLarge => text(locale, "profile-file-too-large"),
            Self::Encrypted => text(locale, "profile-file-encrypted"),
            Self::NoText => text(locale, "profile-file-no-text"),
            Self::OldWord => text(locale, "profile-file-old-word"),
            Self::RichText => text(locale, "profile-file-rich-text"),
            Self::OtherOffice => text(locale, "profile-file-other-office"),
            Self::Picture => text(locale, "profile-file-picture"),
            Self::Markup => text(locale, "profile-file-markup"),
            Self::Program => text(locale, "profile-file-program"),
            Self::Archive => text(locale, "profile-file-archive"),
            Self::Unknown => text(locale, "profile-file-unknown"),
            Self::Damaged => text(locale, "profile-file-damaged"),
            Self::TooDemanding => text(locale, "profile-file-too-demanding"),
            Self::Busy => text(locale, "profile-file-busy"),
            Self::Another => text(locale, "profile-file-another"),
            Self::TooOften => text(locale, "profile-file-too-often"),
            Self::Unavailable => text(locale, "profile-file-unavailable"),
        }
    }
}
