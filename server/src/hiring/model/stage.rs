//! Where does an application stand, and who can move it?

use sea_orm::Iterable;
use sea_orm::entity::prelude::*;

/// Where an application stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Stage {
    /// The employer asked the person to apply.
    Invited,
    /// The person applied.
    Applied,
    /// The employer looks at it more closely.
    Shortlisted,
    /// The employer named times for an interview.
    InterviewSet,
    /// The employer offers the work on the terms of the advert, or better ones.
    Offered,
    /// The employer offers it on other terms.
    TermsChanged,
    /// The person accepted; a place is kept.
    Accepted,
    /// One side at least says that the work began.
    Started,
    /// Payroll or social security says so too.
    Verified,
    /// Three months on the person is still there.
    #[sea_orm(string_value = "retained_3m")]
    Retained3m,
    /// Six months on.
    #[sea_orm(string_value = "retained_6m")]
    Retained6m,
    /// Twelve months on.
    #[sea_orm(string_value = "retained_12m")]
    Retained12m,
    /// The person took it back.
    Withdrawn,
    /// The employer said no.
    Rejected,
    /// The person did not come, twice.
    NoShow,
    /// The person said no to an offer.
    OfferDeclined,
    /// The vacancy closed.
    VacancyClosed,
    /// Nobody answered in time.
    Lapsed,
}

impl Stage {
    /// All of them, in the order in which an application goes through them, and its ends.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// Whether the application is over.
    pub fn is_over(self) -> bool {
        matches!(
            self,
            Self::Withdrawn
                | Self::Rejected
                | Self::NoShow
                | Self::OfferDeclined
                | Self::VacancyClosed
                | Self::Lapsed
        )
    }

    /// Whether a place of the vacancy is kept for it.
    pub fn keeps_a_place(self) -> bool {
        Self::KEEPING.contains(&self)
    }

    /// The stages at which a place of the vacancy is kept.
    pub const KEEPING: [Self; 6] = [
        Self::Accepted,
        Self::Started,
        Self::Verified,
        Self::Retained3m,
        Self::Retained6m,
        Self::Retained12m,
    ];

    /// Its code in rows, tables and forms.
    pub fn code(self) -> String {
        self.to_value()
    }
}

/// Who takes a step, or is to take the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Hand {
    /// Whoever applied.
    Person,
    /// A member of the organisation.
    Employer,
    /// The platform by itself.
    Platform,
}

impl Hand {
    /// The other side; the platform has none.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Person => Self::Employer,
            Self::Employer => Self::Person,
            Self::Platform => Self::Platform,
        }
    }
}

/// What is done to an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Step {
    /// Asking somebody to apply.
    Invite,
    /// Applying.
    Apply,
    /// Looking at it more closely.
    Shortlist,
    /// Naming times for an interview.
    SetInterview,
    /// Choosing one of them.
    PickTime,
    /// Noting that the person did not come.
    NoteAbsence,
    /// Offering on the terms of the advert, or better ones.
    Offer,
    /// Offering on other terms.
    OfferOther,
    /// Saying yes to an offer.
    Accept,
    /// Saying that the work began.
    ConfirmStart,
    /// Payroll or social security says so too.
    Verify,
    /// Saying that the person is still there.
    Retain,
    /// Taking it back.
    Withdraw,
    /// Saying no.
    Reject,
    /// Giving up on somebody who did not come.
    GiveUp,
    /// Saying no to an offer.
    DeclineOffer,
    /// Closing with the vacancy.
    CloseWithVacancy,
    /// Closing because nobody answered.
    Lapse,
}
