//! What a CV says: finished facts, in the words of the reader's language.
//!
//! A text that is empty is left out, and so is a section without entries.

use chrono::{Datelike, NaiveDate};

/// A CV as its owner wants it seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cv {
    /// The name in full.
    pub name: String,
    /// One line under the name, such as the trade.
    pub headline: String,
    /// Where the person lives, down to the district.
    pub district: String,
    /// How to reach the person; `None` where the owner keeps that back.
    pub contacts: Option<Contacts>,
    /// The person in their own words; blank lines separate paragraphs.
    pub about: String,
    /// What is wished for.
    pub wishes: Wishes,
    /// Work, newest first.
    pub experience: Vec<Experience>,
    /// Education and certificates, newest first.
    pub qualifications: Vec<Qualification>,
    /// Skills, best first.
    pub skills: Vec<Skill>,
    /// Languages, best first.
    pub languages: Vec<Language>,
    /// Licences to drive, to weld, to operate.
    pub licences: Vec<Licence>,
    /// The day on which it is printed.
    pub printed_on: NaiveDate,
}

/// How to reach the person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contacts {
    /// A number as people dial it.
    pub phone: String,
    /// An address of e-mail.
    pub email: String,
}

/// Whether somebody else stands behind a statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Confirmed {
    /// The person says so.
    #[default]
    SelfStated,
    /// Confirmed: by whom or by what, in words.
    By(String),
}

/// A day, a month or a year, as exactly as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Printed as dd/mm/yyyy.
    Day(NaiveDate),
    /// The month of that day, printed as mm/yyyy.
    Month(NaiveDate),
    /// Printed as yyyy.
    Year(i32),
}

impl When {
    /// As it is printed.
    pub(crate) fn text(self) -> String {
        match self {
            Self::Day(day) => format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year()),
            Self::Month(day) => format!("{:02}/{:04}", day.month(), day.year()),
            Self::Year(year) => format!("{year:04}"),
        }
    }
}

/// What is wished for, each in a line of words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Occupations.
    pub work: String,
    /// Places, at home or abroad.
    pub places: String,
    /// The pay, with currency and period.
    pub pay: String,
    /// Kind of contract and hours.
    pub terms: String,
    /// From when on.
    pub from: Option<When>,
}

/// One job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Experience {
    /// What the person was.
    pub title: String,
    /// Where: the employer, and the place if wanted.
    pub employer: String,
    /// From when.
    pub from: Option<When>,
    /// Until when; `None` while it lasts.
    pub until: Option<When>,
    /// What was done; blank lines separate paragraphs.
    pub tasks: String,
    /// Who confirms it.
    pub confirmed: Confirmed,
}

/// A school left, a training finished, a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qualification {
    /// What was reached.
    pub title: String,
    /// The school or whoever gave it.
    pub school: String,
    /// When it was reached.
    pub when: Option<When>,
    /// Who confirms it.
    pub confirmed: Confirmed,
}

/// One skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skill {
    /// Its name.
    pub name: String,
    /// How well, in words.
    pub level: String,
    /// What shows it, in words.
    pub evidence: String,
    /// Who confirms it.
    pub confirmed: Confirmed,
}

/// One language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its name.
    pub name: String,
    /// How well, in words.
    pub level: String,
    /// A test that was passed.
    pub test: Option<LanguageTest>,
    /// Who confirms it.
    pub confirmed: Confirmed,
}

/// A language test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageTest {
    /// Its name.
    pub name: String,
    /// What was reached.
    pub score: String,
    /// When it was taken.
    pub taken: Option<When>,
}

/// A licence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licence {
    /// What for.
    pub name: String,
    /// Its number; empty where the owner keeps it back.
    pub number: String,
    /// The last day on which it is valid.
    pub valid_until: Option<When>,
    /// Who confirms it.
    pub confirmed: Confirmed,
}
