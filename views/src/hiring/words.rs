//! What are stages, and those who act, called?

use crate::{Locale, text};

/// Where an application stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageWord {
    /// The person was asked to apply.
    Invited,
    /// It was sent.
    Applied,
    /// The employer looks at it more closely.
    Shortlisted,
    /// There are times for an interview.
    InterviewSet,
    /// The work is offered as advertised.
    Offered,
    /// It is offered on other terms.
    TermsChanged,
    /// The person accepted.
    Accepted,
    /// The work began.
    Started,
    /// It was confirmed by payroll.
    Verified,
    /// Three, six or twelve months on.
    Retained,
    /// The person took it back.
    Withdrawn,
    /// The employer said no.
    Rejected,
    /// The person did not come.
    NoShow,
    /// The person said no to the offer.
    OfferDeclined,
    /// The vacancy closed.
    VacancyClosed,
    /// Nobody answered.
    Lapsed,
}

impl StageWord {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::Invited,
        Self::Applied,
        Self::Shortlisted,
        Self::InterviewSet,
        Self::Offered,
        Self::TermsChanged,
        Self::Accepted,
        Self::Started,
        Self::Verified,
        Self::Retained,
        Self::Withdrawn,
        Self::Rejected,
        Self::NoShow,
        Self::OfferDeclined,
        Self::VacancyClosed,
        Self::Lapsed,
    ];

    /// The stage of a code.
    pub fn of(code: &str) -> Option<Self> {
        Some(match code {
            "invited" => Self::Invited,
            "applied" => Self::Applied,
            "shortlisted" => Self::Shortlisted,
            "interview_set" => Self::InterviewSet,
            "offered" => Self::Offered,
            "terms_changed" => Self::TermsChanged,
            "accepted" => Self::Accepted,
            "started" => Self::Started,
            "verified" => Self::Verified,
            "retained_3m" | "retained_6m" | "retained_12m" => Self::Retained,
            "withdrawn" => Self::Withdrawn,
            "rejected" => Self::Rejected,
            "no_show" => Self::NoShow,
            "offer_declined" => Self::OfferDeclined,
            "vacancy_closed" => Self::VacancyClosed,
            "lapsed" => Self::Lapsed,
            _ => return None,
        })
    }

    /// For whoever applied.
    pub fn to_person(self, locale: Locale) -> String {
        match self {
            Self::Invited => text(locale, "hiring-own-invited"),
            Self::Applied => text(locale, "hiring-own-applied"),
            Self::Shortlisted => text(locale, "hiring-own-shortlisted"),
            Self::InterviewSet => text(locale, "hiring-own-interview"),
            Self::Offered => text(locale, "hiring-own-offered"),
            Self::TermsChanged => text(locale, "hiring-own-changed"),
            Self::Accepted => text(locale, "hiring-own-accepted"),
            Self::Started | Self::Verified | Self::Retained => text(locale, "hiring-own-started"),
            Self::Withdrawn => text(locale, "hiring-own-withdrawn"),
            Self::Rejected => text(locale, "hiring-own-rejected"),
            Self::NoShow => text(locale, "hiring-own-absent"),
            Self::OfferDeclined => text(locale, "hiring-own-declined"),
            Self::VacancyClosed => text(locale, "hiring-own-closed"),
            Self::Lapsed => text(locale, "hiring-own-lapsed"),
        }
    }

    /// For those who hire.
    pub fn to_employer(self, locale: Locale) -> String {
        match self {
            Self::Invited => text(locale, "hiring-stage-invited"),
            Self::Applied => text(locale, "hiring-stage-applied"),
            Self::Shortlisted => text(locale, "hiring-stage-shortlisted"),
            Self::InterviewSet => text(locale, "hiring-stage-interview"),
            Self::Offered => text(locale, "hiring-stage-offered"),
            Self::TermsChanged => text(locale, "hiring-stage-changed"),
            Self::Accepted => text(locale, "hiring-stage-accepted"),
            Self::Started => text(locale, "hiring-stage-started"),
            Self::Verified => text(locale, "hiring-stage-verified"),
            Self::Retained => text(locale, "hiring-stage-retained"),
            Self::Withdrawn => text(locale, "hiring-stage-withdrawn"),
            Self::Rejected => text(locale, "hiring-stage-rejected"),
            Self::NoShow => text(locale, "hiring-stage-absent"),
            Self::OfferDeclined => text(locale, "hiring-stage-declined"),
            Self::VacancyClosed => text(locale, "hiring-stage-closed"),
            Self::Lapsed => text(locale, "hiring-stage-lapsed"),
        }
    }
}

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandWord {
    /// Whoever applied.
    Person,
    /// The employer.
    Employer,
    /// The platform.
    Platform,
}

impl HandWord {
    /// Who that is, for the copy of the own data.
    pub fn said(self, locale: Locale) -> String {
        match self {
            Self::Person => text(locale, "hiring-hand-person"),
            Self::Employer => text(locale, "hiring-hand-employer"),
            Self::Platform => text(locale, "hiring-hand-platform"),
        }
    }

    /// Who acts by a code.
    pub fn of(code: &str) -> Option<Self> {
        Some(match code {
            "person" => Self::Person,
            "employer" => Self::Employer,
            "platform" => Self::Platform,
            _ => return None,
        })
    }
}

/// Who acts next, and by when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextWord {
    /// Who.
    pub hand: HandWord,
    /// By when, as it is written.
    pub due: String,
    /// Whether that day has passed.
    pub late: bool,
}

/// Why a step was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepProblem {
    /// The form was drawn before another step.
    Stale,
    /// The step does not lead on from here.
    NotNow,
    /// No reason was chosen.
    Reason,
    /// Nobody may be turned away for that.
    Banned,
    /// Nobody was chosen.
    Nobody,
}

impl StepProblem {
    /// What it says.
    pub fn said(self, locale: Locale) -> String {
        match self {
            Self::Stale => text(locale, "hiring-problem-stale"),
            Self::NotNow => text(locale, "hiring-problem-not-now"),
            Self::Reason => text(locale, "hiring-problem-reason"),
            Self::Banned => text(locale, "hiring-problem-banned"),
            Self::Nobody => text(locale, "hiring-problem-nobody"),
        }
    }
}
