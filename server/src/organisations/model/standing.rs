//! How far is an organisation verified, and may it publish? What leads from one standing to another is in
//! [`super::steps`].

use chrono::NaiveDate;
use sea_orm::entity::prelude::*;

/// How far an organisation was verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Standing {
    /// Nobody has looked.
    Unverified,
    /// Its papers wait for an officer.
    DocumentsIn,
    /// The registries know it.
    RegistryChecked,
    /// It is what it says.
    Verified,
    /// And its site was seen.
    SiteChecked,
    /// It was verified, and the time is over.
    Lapsed,
    /// What it publishes is looked at first.
    Restricted,
    /// It may publish nothing for now.
    Suspended,
    /// It may publish nothing.
    Barred,
}

/// Whether an organisation may publish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Publishing {
    /// What it publishes is public at once.
    Freely,
    /// An officer looks at each posting first.
    AfterReview,
    /// Not at all.
    Not,
}

/// A standing, for how long, and whether it is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Verification {
    /// How far it was verified.
    pub standing: Standing,
    /// Last day of that; none where it never was.
    pub until: Option<NaiveDate>,
    /// When its site was seen, in this verification.
    pub site_checked_on: Option<NaiveDate>,
    /// Whether its site has to be seen before it publishes.
    pub site_needed: bool,
}

impl Standing {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        use sea_orm::Iterable;
        Self::iter()
    }

    /// Its code, as tables, addresses and the command line name it.
    pub fn code(self) -> String {
        self.to_value()
    }

    /// Whether what it is (name, numbers, place) may still be changed: an officer looked at nothing, or the time is over.
    pub fn facts_are_open(self) -> bool {
        match self {
            Self::Unverified | Self::Lapsed => true,
            Self::DocumentsIn
            | Self::RegistryChecked
            | Self::Verified
            | Self::SiteChecked
            | Self::Restricted
            | Self::Suspended
            | Self::Barred => false,
        }
    }
}

impl Verification {
    /// That of an organisation at which nobody has looked.
    pub fn none(site_needed: bool) -> Self {
        Self { standing: Standing::Unverified, until: None, site_checked_on: None, site_needed }
    }

    /// Whether it holds on a day, that day included.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.until.is_some_and(|until| day <= until)
    }

    /// The standing that counts on a day: one that is over has lapsed, and without the look at the site that it asks for
    /// nothing is verified yet.
    pub fn standing_on(&self, day: NaiveDate) -> Standing {
        match self.standing {
            Standing::Verified | Standing::SiteChecked | Standing::Restricted => {
                if !self.holds_on(day) {
                    Standing::Lapsed
                } else if self.site_needed && self.site_checked_on.is_none() {
                    Standing::RegistryChecked
                } else {
                    self.standing
                }
            }
            other @ (Standing::Unverified
            | Standing::DocumentsIn
            | Standing::RegistryChecked
            | Standing::Lapsed
            | Standing::Suspended
            | Standing::Barred) => other,
        }
    }

    /// Whether the organisation may publish on a day.
    pub fn publishing(&self, day: NaiveDate) -> Publishing {
        match self.standing_on(day) {
            Standing::Verified | Standing::SiteChecked => Publishing::Freely,
            Standing::Restricted => Publishing::AfterReview,
            Standing::Unverified
            | Standing::DocumentsIn
            | Standing::RegistryChecked
            | Standing::Lapsed
            | Standing::Suspended
            | Standing::Barred => Publishing::Not,
        }
    }

    /// Whether what it publishes on a day is public at once.
    pub fn may_publish(&self, day: NaiveDate) -> bool {
        self.publishing(day) == Publishing::Freely
    }

    /// What it comes back to when a restriction or suspension ends on a day: what it had reached.
    pub fn earned(&self, day: NaiveDate) -> Standing {
        match (self.until, self.site_checked_on) {
            (None, _) => Standing::Unverified,
            (Some(until), _) if until < day => Standing::Lapsed,
            (Some(_), None) => Standing::Verified,
            (Some(_), Some(_)) => Standing::SiteChecked,
        }
    }
}
