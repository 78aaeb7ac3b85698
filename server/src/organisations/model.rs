//! What organisations are.

mod alike;
mod countries;
mod facts;
mod numbers;
mod papers;
mod reserved;
mod seen;
mod standing;
mod steps;
mod terms;

pub use alike::{Likeness, Reading, alike, mixes_scripts};
pub use countries::in_order;
pub use facts::{FactError, Identity, Name, Number, Profile, WebAddress};
pub use numbers::{NumberForm, NumberForms, NumberFormsError};
pub use papers::{Evidence, Missing, Numbers};
pub use reserved::{Offices, reserved_in};
pub use seen::{AlikeName, Choices, Own, Seen};
pub use standing::{Publishing, Standing, Verification};
pub use steps::{Hand, Papers, Refused, Step, open_to};
pub use terms::{Terms, TermsError};

use crate::ids::{AccountId, OrganisationId, SiteId};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;

/// Kinds of organisations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum OrganisationKind {
    /// Offers work.
    Employer,
    /// A part of an employer that uses labour.
    LabourUnit,
    /// Places workers.
    Agency,
    /// Trains.
    School,
    /// Tests skills.
    TestCentre,
    /// Governs.
    Office,
    /// Offers work abroad.
    ForeignEmployer,
}

impl OrganisationKind {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        use sea_orm::Iterable;
        Self::iter()
    }

    /// Its code, as tables, forms and the command line name it.
    pub fn code(self) -> String {
        self.to_value()
    }

    /// Whether anybody may found one; an office is made by whoever keeps the platform going.
    pub fn is_founded_by_anybody(self) -> bool {
        self != Self::Office
    }

    /// Whether it has vacancies of its own.
    pub fn offers_work(self) -> bool {
        match self {
            Self::Employer | Self::LabourUnit | Self::ForeignEmployer => true,
            Self::Agency | Self::School | Self::TestCentre | Self::Office => false,
        }
    }

    /// Whether an officer has to see its site before it publishes: in a zone, or where work is offered abroad.
    pub fn needs_site_check(self, in_zone: bool) -> bool {
        in_zone || self == Self::ForeignEmployer
    }
}

/// A paper that shows what an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum EvidenceKind {
    /// The registration of the enterprise.
    EnterpriseRegistration,
    /// The certificate of the taxpayer's number.
    TaxCertificate,
    /// A licence.
    Licence,
    /// The identity of whoever represents it.
    Representative,
    /// The decision that founded an office or a school.
    OfficeDecision,
    /// Another paper.
    Other,
}

impl EvidenceKind {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        use sea_orm::Iterable;
        Self::iter()
    }
}

/// What other rooms ask of an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// Its key.
    pub id: OrganisationId,
    /// What it is.
    pub kind: OrganisationKind,
    /// As it calls itself.
    pub name: String,
    /// How far it was verified.
    pub verification: Verification,
    /// Where it sits, as place concepts.
    pub province: Option<i32>,
    /// The district of it.
    pub district: Option<i32>,
}

/// All that is kept of an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its key.
    pub id: OrganisationId,
    /// What it is.
    pub kind: OrganisationKind,
    /// As it calls itself.
    pub name: String,
    /// Its name in Latin letters.
    pub latin_name: Option<String>,
    /// Number in the registry of enterprises.
    pub registration_no: Option<String>,
    /// Number of the taxpayer.
    pub tax_no: Option<String>,
    /// ISO 3166-1, two letters.
    pub country: Option<String>,
    /// Where it sits, as place concepts.
    pub province: Option<i32>,
    /// The district of it.
    pub district: Option<i32>,
    /// Whether it sits in a special economic zone.
    pub in_zone: bool,
    /// Section of ISIC, a letter.
    pub isic: Option<String>,
    /// Address of its pages.
    pub website: Option<String>,
    /// What it says of itself.
    pub about: Option<String>,
    /// How far it was verified.
    pub verification: Verification,
    /// When it came.
    pub created_at: DateTime<Utc>,
}

impl Organisation {
    /// What decides which papers it needs.
    pub fn numbers(&self) -> Numbers<'_> {
        Numbers {
            kind: self.kind,
            registration_no: self.registration_no.as_deref(),
            tax_no: self.tax_no.as_deref(),
            country: self.country.as_deref(),
        }
    }
}

/// A record that an import made of an employer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its key.
    pub id: OrganisationId,
    /// As the adverts name it.
    pub name: String,
    /// The import that brought it.
    pub source: String,
    /// The organisation that holds it.
    pub held_by: Option<OrganisationId>,
}

/// A place where an organisation works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Its key.
    pub id: SiteId,
    /// As the organisation calls it.
    pub name: String,
    /// Place concept.
    pub province: Option<i32>,
    /// Place concept.
    pub district: Option<i32>,
    /// Village, street.
    pub address: Option<String>,
}

/// A paper that is brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEvidence {
    /// What it is.
    pub kind: EvidenceKind,
    /// Its number.
    pub number: Number,
    /// When it was issued.
    pub issued_on: Option<NaiveDate>,
    /// Its last day; after the day of issue.
    pub valid_until: Option<NaiveDate>,
    /// What else is to be said.
    pub note: Option<String>,
}

impl NewEvidence {
    /// Whether a paper is this one, and was not taken back.
    pub fn is(&self, paper: &Evidence) -> bool {
        let Self { kind, number, issued_on, valid_until, note } = self;
        paper.withdrawn_at.is_none()
            && (*kind, number.as_str()) == (paper.kind, paper.number.as_str())
            && (issued_on, valid_until, note) == (&paper.issued_on, &paper.valid_until, &paper.note)
    }
}

/// A site that is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSite {
    /// As the organisation calls it.
    pub name: Name,
    /// Place concept.
    pub province: Option<i32>,
    /// Place concept.
    pub district: Option<i32>,
    /// Village, street.
    pub address: Option<String>,
}

impl NewSite {
    /// Whether a site is this one.
    pub fn is(&self, site: &Site) -> bool {
        let Self { name, province, district, address } = self;
        (name.as_str(), *province, *district) == (&site.name, site.province, site.district)
            && *address == site.address
    }
}

/// That an organisation came to another standing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// By which step.
    pub step: Step,
    /// From what.
    pub before: Standing,
    /// To what.
    pub after: Standing,
    /// By whom; nobody where a day did it.
    pub by: Option<AccountId>,
    /// When.
    pub at: DateTime<Utc>,
    /// Why, in the words of whoever decided.
    pub reason: String,
    /// Last day for which it holds.
    pub until: Option<NaiveDate>,
}

/// Since when an organisation has been verified without a break, by its decisions; none where it is not verified now.
pub fn verified_since(now: Standing, decisions: &[Decision]) -> Option<DateTime<Utc>> {
    let verified = |standing| matches!(standing, Standing::Verified | Standing::SiteChecked);
    // After a break it begins again.
    let began = decisions.iter().filter(|decision| verified(decision.after) && !verified(decision.before));
    began.map(|decision| decision.at).max().filter(|_| verified(now))
}
