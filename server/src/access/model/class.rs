//! Of which class is a field, and to which classes did somebody consent?

use super::sight::Field;
use sea_orm::Iterable;
use sea_orm::entity::prelude::*;

/// A class of what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum DataClass {
    /// Work so far, skills, languages, licences.
    Work,
    /// Names.
    Name,
    /// The birth date.
    BirthDate,
    /// Phone, mailbox, place.
    Contact,
    /// Numbers of identity cards and passports.
    Identifier,
    /// Whether the person is fit for the work.
    Health,
}

impl DataClass {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }
}

/// Some classes; none where nobody consented.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u8);

impl Classes {
    /// These classes.
    pub fn of(classes: impl IntoIterator<Item = DataClass>) -> Self {
        Self(classes.into_iter().fold(0, |held, class| held | bit(class)))
    }

    /// All there are.
    pub fn all() -> Self {
        Self::of(DataClass::all())
    }

    /// These and others.
    #[must_use]
    pub fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Whether there is none.
    pub fn are_none(self) -> bool {
        self.0 == 0
    }

    /// Whether a class is among them.
    pub fn hold(self, class: DataClass) -> bool {
        self.0 & bit(class) != 0
    }
}

impl Field {
    /// The class by which people consent to the field; what has none is shown by no consent.
    pub fn class(self) -> Option<DataClass> {
        match self {
            Self::Name => Some(DataClass::Name),
            Self::Identifier => Some(DataClass::Identifier),
            Self::BirthDate => Some(DataClass::BirthDate),
            Self::Contact => Some(DataClass::Contact),
            Self::Health => Some(DataClass::Health),
            Self::CriminalRecord | Self::Welfare | Self::Wage | Self::Complaint => None,
        }
    }
}

fn bit(class: DataClass) -> u8 {
    1 << class as u8
}
