//! Words for kinds of documents, for how far a case was decided, and for what fields say.

use crate::{Arg, Locale, text, text_args};

/// What a number is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// The identity card with a chip.
    ChipCard,
    /// An older identity card.
    OldCard,
    /// The book of a household.
    HouseholdBook,
    /// A passport.
    Passport,
    /// A border pass.
    BorderPass,
    /// The number at social security.
    SocialSecurity,
    /// The tax number.
    Tax,
    /// The number at a school.
    School,
}

impl Document {
    /// What it is called.
    pub fn said(self, locale: Locale) -> String {
        match self {
            Self::ChipCard => text(locale, "id-kind-chip-card"),
            Self::OldCard => text(locale, "id-kind-old-card"),
            Self::HouseholdBook => text(locale, "id-kind-household-book"),
            Self::Passport => text(locale, "id-kind-passport"),
            Self::BorderPass => text(locale, "id-kind-border-pass"),
            Self::SocialSecurity => text(locale, "id-kind-social-security"),
            Self::Tax => text(locale, "id-kind-tax"),
            Self::School => text(locale, "id-kind-school"),
        }
    }
}

/// How a number was verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// By the document itself.
    Original,
    /// By a certified copy.
    Copy,
    /// By the register of the issuer.
    Register,
}

impl How {
    /// What it is called.
    pub fn said(self, locale: Locale) -> String {
        match self {
            Self::Original => text(locale, "id-how-original"),
            Self::Copy => text(locale, "id-how-copy"),
            Self::Register => text(locale, "id-how-register"),
        }
    }
}

/// How far a case was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nobody looked yet.
    Suspected,
    /// One officer holds the records to be of one person.
    Proposed,
    /// It could not be told.
    Unsure,
    /// They were joined.
    Merged,
    /// They are of two people.
    Different,
    /// They were parted again.
    Undone,
}

impl State {
    /// What it is called.
    pub fn said(self, locale: Locale) -> String {
        match self {
            Self::Suspected => text(locale, "twins-state-suspected"),
            Self::Proposed => text(locale, "twins-state-proposed"),
            Self::Unsure => text(locale, "twins-state-unsure"),
            Self::Merged => text(locale, "twins-state-merged"),
            Self::Different => text(locale, "twins-state-different"),
            Self::Undone => text(locale, "twins-state-undone"),
        }
    }
}

/// What brought a case up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// Somebody registered or changed the own profile.
    Registration,
    /// A file was imported.
    Import,
    /// A number that both bear.
    Document,
}

impl Came {
    pub(super) fn said(self, locale: Locale) -> String {
        match self {
            Self::Registration => text(locale, "twins-came-registration"),
            Self::Import => text(locale, "twins-came-import"),
            Self::Document => text(locale, "twins-came-document"),
        }
    }
}

/// What an officer said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judged {
    /// One person.
    Same,
    /// Two people.
    Different,
    /// Not sure.
    Unsure,
    /// Joined wrongly.
    Undo,
}

impl Judged {
    /// What it is called.
    pub fn said(self, locale: Locale) -> String {
        match self {
            Self::Same => text(locale, "twins-judge-same"),
            Self::Different => text(locale, "twins-judge-different"),
            Self::Unsure => text(locale, "twins-judge-unsure"),
            Self::Undo => text(locale, "twins-judge-undo"),
        }
    }
}

/// A field of two records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    /// Given name.
    Given,
    /// Family name.
    Family,
    /// Name in Latin letters.
    Latin,
    /// Birth date.
    Birth,
    /// Sex.
    Sex,
    /// Phone.
    Phone,
    /// Where the person lives.
    Place,
    /// Work.
    Work,
    /// Schooling.
    Qualification,
    /// Languages.
    Languages,
    /// Documents.
    Documents,
    /// The owner of one showed what belongs to the other.
    Claim,
    /// When the record came.
    Came,
}

impl Compared {
    pub(super) fn said(self, locale: Locale) -> String {
        match self {
            Self::Given => text(locale, "twins-field-given"),
            Self::Family => text(locale, "twins-field-family"),
            Self::Latin => text(locale, "twins-field-latin"),
            Self::Birth => text(locale, "twins-field-birth"),
            Self::Sex => text(locale, "twins-field-sex"),
            Self::Phone => text(locale, "twins-field-phone"),
            Self::Place => text(locale, "twins-field-place"),
            Self::Work => text(locale, "twins-field-work"),
            Self::Qualification => text(locale, "twins-field-qualification"),
            Self::Languages => text(locale, "twins-field-languages"),
            Self::Documents => text(locale, "twins-field-documents"),
            Self::Claim => text(locale, "twins-field-claim"),
            Self::Came => text(locale, "twins-field-came"),
        }
    }
}

/// How well a field agrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// The same.
    Same,
    /// A slip apart, or another spelling of one sound.
    VeryNear,
    /// Alike.
    Near,
    /// Little in common.
    Hint,
    /// Not the same.
    Different,
}

impl Agreement {
    pub(super) fn said(self, locale: Locale) -> String {
        match self {
            Self::Same => text(locale, "twins-agree-same"),
            Self::VeryNear => text(locale, "twins-agree-very-near"),
            Self::Near => text(locale, "twins-agree-near"),
            Self::Hint => text(locale, "twins-agree-hint"),
            Self::Different => text(locale, "twins-agree-different"),
        }
    }
}

/// What that says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Much for one person.
    MuchFor,
    /// For one person.
    For,
    /// Little either way.
    Little,
    /// For two.
    Against,
    /// Much for two.
    MuchAgainst,
}

impl Weight {
    pub(super) fn said(self, locale: Locale) -> String {
        match self {
            Self::MuchFor => text(locale, "twins-says-much-for"),
            Self::For => text(locale, "twins-says-for"),
            Self::Little => text(locale, "twins-says-little"),
            Self::Against => text(locale, "twins-says-against"),
            Self::MuchAgainst => text(locale, "twins-says-much-against"),
        }
    }
}

/// A sex, in words.
pub fn sex(locale: Locale, female: bool) -> String {
    if female { text(locale, "twins-sex-female") } else { text(locale, "twins-sex-male") }
}

/// A level of the national framework, 1 to 8.
pub fn level(locale: Locale, level: i32) -> String {
    text_args(locale, "twins-level", &[("level", Arg::Number(level.into()))])
}

/// A document with its covered number, in a line.
pub fn paper(locale: Locale, document: Document, number: &str) -> String {
    let document = document.said(locale);
    text_args(locale, "twins-paper", &[("document", Arg::Text(&document)), ("number", Arg::Text(number))])
}

/// What a record without any name is called.
pub fn nameless(locale: Locale) -> String {
    text(locale, "twins-nameless")
}
