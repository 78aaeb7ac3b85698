//! What is a role called? Its word, for pages in three languages.

use super::Role;
use views::desk::RoleWord;

impl Role {
    /// The word for it.
    pub fn word(self) -> RoleWord {
        match self {
            Self::Seeker => RoleWord::Seeker,
            Self::ProxyHelper => RoleWord::ProxyHelper,
            Self::EmployerUser => RoleWord::EmployerUser,
            Self::LabourUnitPlanner => RoleWord::LabourUnitPlanner,
            Self::AgencyUser => RoleWord::AgencyUser,
            Self::SchoolRegistrar => RoleWord::SchoolRegistrar,
            Self::Assessor => RoleWord::Assessor,
            Self::DistrictOfficer => RoleWord::DistrictOfficer,
            Self::ProvincialOfficer => RoleWord::ProvincialOfficer,
            Self::OverseasOfficer => RoleWord::OverseasOfficer,
            Self::LicenceOfficer => RoleWord::LicenceOfficer,
            Self::Inspector => RoleWord::Inspector,
            Self::ComplaintHandler => RoleWord::ComplaintHandler,
            Self::LssoOfficer => RoleWord::LssoOfficer,
            Self::TaxLinkOfficer => RoleWord::TaxLinkOfficer,
            Self::Planner => RoleWord::Planner,
            Self::CounterpartUser => RoleWord::CounterpartUser,
            Self::Auditor => RoleWord::Auditor,
            Self::SystemAdmin => RoleWord::SystemAdmin,
        }
    }
}
