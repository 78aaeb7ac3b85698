//! What organisations are.

mod standing;

pub use standing::Standing;

use crate::ids::OrganisationId;
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
    pub standing: Standing,
    /// Where it sits, as place concepts.
    pub province: Option<i32>,
    /// The district of it.
    pub district: Option<i32>,
}
