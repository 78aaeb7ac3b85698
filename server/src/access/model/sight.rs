//! What is seen of a field: by whom, standing how to the person.

use super::class::Classes;
use sea_orm::Iterable;
use sea_orm::entity::prelude::*;

/// A field of a person, or several that are open to the same audiences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Field {
    /// Names.
    Name,
    /// Numbers of identity cards, passports and the like.
    Identifier,
    /// The birth date.
    BirthDate,
    /// Phone and address.
    Contact,
    /// The result of a medical examination.
    Health,
    /// The result of a check for convictions.
    CriminalRecord,
    /// Flags of welfare.
    Welfare,
    /// Wages.
    Wage,
    /// Complaints.
    Complaint,
}

/// How much of a field is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Sight {
    /// Nothing.
    Nothing,
    /// All of it.
    Full,
    /// That there is one, most of it covered; it can be revealed where that is permitted.
    Masked,
    /// The last four digits.
    LastFour,
    /// The number at the school alone.
    SchoolNumber,
    /// The passport alone.
    Passport,
    /// Whether it matches what the asker brings.
    Match,
    /// Yes or no: old enough, fit, passed, reserved seat.
    Answer,
    /// A band: of age, of wages.
    Band,
    /// The district alone.
    District,
    /// The place of work alone.
    EmployerSite,
    /// In sums of many alone.
    Aggregate,
    /// That something was alleged.
    Notice,
    /// What has to be passed on.
    Referral,
}

impl Sight {
    /// Whether the district is told by how much is seen of where somebody is reached.
    pub fn tells_district(self) -> bool {
        match self {
            Self::Full | Self::Masked | Self::District => true,
            Self::Nothing
            | Self::LastFour
            | Self::SchoolNumber
            | Self::Passport
            | Self::Match
            | Self::Answer
            | Self::Band
            | Self::EmployerSite
            | Self::Aggregate
            | Self::Notice
            | Self::Referral => false,
        }
    }
}

/// How somebody may stand to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Tie {
    /// Is that person.
    Own,
    /// The person consented, or applied.
    Consent,
    /// The person is a candidate of the agency.
    Candidate,
    /// The candidate's case is at the stage of the permit.
    Permit,
    /// The person learns or learned at the school.
    Student,
    /// The person lives in the area.
    Area,
    /// Has a case of the person to deal with.
    Case,
    /// Made the offer that the wage belongs to.
    Offer,
    /// The person was placed in the country.
    Deployed,
    /// In no way at all.
    Any,
}

/// The ways in which somebody stands to a person; everybody stands in [`Tie::Any`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ties(u16);

impl Ties {
    /// These ways.
    pub fn of(ties: impl IntoIterator<Item = Tie>) -> Self {
        Self(ties.into_iter().fold(0, |held, tie| held | bit(tie)))
    }

    /// These and one more, where it holds.
    #[must_use]
    pub fn and(self, tie: Tie, holds: bool) -> Self {
        if holds { Self(self.0 | bit(tie)) } else { self }
    }

    /// These as far as a consent to some classes goes: for a field of another class the ties that a consent makes are none.
    #[must_use]
    pub fn of_field(self, field: Field, consented: Classes) -> Self {
        if field.class().is_some_and(|class| consented.hold(class)) {
            return self;
        }
        Self(self.0 & !(bit(Tie::Consent) | bit(Tie::Candidate)))
    }

    /// Whether it is one of them.
    pub fn hold(self, tie: Tie) -> bool {
        tie == Tie::Any || self.0 & bit(tie) != 0
    }

    /// All there are.
    pub fn all() -> Self {
        Self::of(Tie::iter())
    }
}

fn bit(tie: Tie) -> u16 {
    1 << tie as u16
}
