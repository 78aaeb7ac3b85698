//! Domain values as the words of views.

use crate::organisations::model::{EvidenceKind, Missing, OrganisationKind, Refused, Standing, Step};
use views::organisation as words;

pub(super) fn kind(of: OrganisationKind) -> words::Kind {
    match of {
        OrganisationKind::Employer => words::Kind::Employer,
        OrganisationKind::LabourUnit => words::Kind::LabourUnit,
        OrganisationKind::Agency => words::Kind::Agency,
        OrganisationKind::School => words::Kind::School,
        OrganisationKind::TestCentre => words::Kind::TestCentre,
        OrganisationKind::Office => words::Kind::Office,
        OrganisationKind::ForeignEmployer => words::Kind::ForeignEmployer,
    }
}

/// How far an organisation was verified.
pub(crate) fn standing(of: Standing) -> words::Standing {
    match of {
        Standing::Unverified => words::Standing::Unverified,
        Standing::DocumentsIn => words::Standing::DocumentsIn,
        Standing::RegistryChecked => words::Standing::RegistryChecked,
        Standing::Verified => words::Standing::Verified,
        Standing::SiteChecked => words::Standing::SiteChecked,
        Standing::Lapsed => words::Standing::Lapsed,
        Standing::Restricted => words::Standing::Restricted,
        Standing::Suspended => words::Standing::Suspended,
        Standing::Barred => words::Standing::Barred,
    }
}

pub(super) fn paper(of: EvidenceKind) -> words::Paper {
    match of {
        EvidenceKind::EnterpriseRegistration => words::Paper::Registration,
        EvidenceKind::TaxCertificate => words::Paper::Tax,
        EvidenceKind::Licence => words::Paper::Licence,
        EvidenceKind::Representative => words::Paper::Representative,
        EvidenceKind::OfficeDecision => words::Paper::Decision,
        EvidenceKind::Other => words::Paper::Other,
    }
}

pub(super) fn missing(of: Missing) -> words::Missing {
    match of {
        Missing::RegistrationNo => words::Missing::Registration,
        Missing::TaxNo => words::Missing::Tax,
        Missing::Country => words::Missing::Country,
        Missing::Paper(kind) => words::Missing::Paper(paper(kind)),
    }
}

pub(super) fn step(of: Step) -> words::Step {
    match of {
        Step::Submit => words::Step::Submit,
        Step::Amend => words::Step::Amend,
        Step::SendBack => words::Step::SendBack,
        Step::CheckRegistry => words::Step::CheckRegistry,
        Step::Verify => words::Step::Verify,
        Step::CheckSite => words::Step::CheckSite,
        Step::Renew => words::Step::Renew,
        Step::Lapse => words::Step::Lapse,
        Step::Restrict => words::Step::Restrict,
        Step::Lift => words::Step::Lift,
        Step::Suspend => words::Step::Suspend,
        Step::Reinstate => words::Step::Reinstate,
        Step::Bar => words::Step::Bar,
        Step::GrantAppeal => words::Step::GrantAppeal,
    }
}

/// A refusal as a problem of the form in which it was tried.
pub(in crate::organisations) fn refused(why: Refused) -> words::Problems {
    use words::{Problem, Problems};
    match why {
        Refused::NotNow | Refused::NotYours => Problems::whole(Problem::NotNow),
        Refused::Own => Problems::whole(Problem::Own),
        Refused::Papers => Problems::whole(Problem::Papers),
        Refused::TooEarly => Problems::whole(Problem::TooEarly),
        Refused::NoReason => Problems::of("reason", Problem::Reason),
    }
}
