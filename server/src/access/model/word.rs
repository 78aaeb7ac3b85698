//! The word for a role, as pages name it.

use super::role::Role;
use views::desk::RoleWord;

impl Role {
    /// The word for it.
    pub fn word(self) -> RoleWord {
        match self {
            Role::Seeker => RoleWord::Seeker,
            Role::ProxyHelper => RoleWord::ProxyHelper,
            Role::EmployerUser => RoleWord::EmployerUser,
            Role::LabourUnitPlanner => RoleWord::LabourUnitPlanner,
            Role::AgencyUser => RoleWord::AgencyUser,
            Role::SchoolRegistrar => RoleWord::SchoolRegistrar,
            Role::Assessor => RoleWord::Assessor,
            Role::DistrictOfficer => RoleWord::DistrictOfficer,
            Role::ProvincialOfficer => RoleWord::ProvincialOfficer,
            Role::OverseasOfficer => RoleWord::OverseasOfficer,
            Role::LicenceOfficer => RoleWord::LicenceOfficer,
            Role::Inspector => RoleWord::Inspector,
            Role::ComplaintHandler => RoleWord::ComplaintHandler,
            Role::LssoOfficer => RoleWord::LssoOfficer,
            Role::TaxLinkOfficer => RoleWord::TaxLinkOfficer,
            Role::Planner => RoleWord::Planner,
            Role::CounterpartUser => RoleWord::CounterpartUser,
            Role::Auditor => RoleWord::Auditor,
            Role::SystemAdmin => RoleWord::SystemAdmin,
        }
    }
}
