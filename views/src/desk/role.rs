//! The names of roles.

use crate::{Locale, text};

/// A role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoleWord {
    /// Job seeker.
    Seeker,
    /// Helper.
    ProxyHelper,
    /// Employer.
    EmployerUser,
    /// Planner of a labour unit.
    LabourUnitPlanner,
    /// Agency staff.
    AgencyUser,
    /// School registrar.
    SchoolRegistrar,
    /// Assessor.
    Assessor,
    /// District officer.
    DistrictOfficer,
    /// Provincial officer.
    ProvincialOfficer,
    /// Overseas employment officer.
    OverseasOfficer,
    /// Licence officer.
    LicenceOfficer,
    /// Inspector.
    Inspector,
    /// Complaint handler.
    ComplaintHandler,
    /// Social security officer.
    LssoOfficer,
    /// Tax link officer.
    TaxLinkOfficer,
    /// Planner.
    Planner,
    /// Officer of a partner country.
    CounterpartUser,
    /// Auditor.
    Auditor,
    /// System administrator.
    SystemAdmin,
}

/// The name of a role.
pub fn role(locale: Locale, role: RoleWord) -> String {
    match role {
        RoleWord::Seeker => text(locale, "role-seeker"),
        RoleWord::ProxyHelper => text(locale, "role-proxy-helper"),
        RoleWord::EmployerUser => text(locale, "role-employer-user"),
        RoleWord::LabourUnitPlanner => text(locale, "role-labour-unit-planner"),
        RoleWord::AgencyUser => text(locale, "role-agency-user"),
        RoleWord::SchoolRegistrar => text(locale, "role-school-registrar"),
        RoleWord::Assessor => text(locale, "role-assessor"),
        RoleWord::DistrictOfficer => text(locale, "role-district-officer"),
        RoleWord::ProvincialOfficer => text(locale, "role-provincial-officer"),
        RoleWord::OverseasOfficer => text(locale, "role-overseas-officer"),
        RoleWord::LicenceOfficer => text(locale, "role-licence-officer"),
        RoleWord::Inspector => text(locale, "role-inspector"),
        RoleWord::ComplaintHandler => text(locale, "role-complaint-handler"),
        RoleWord::LssoOfficer => text(locale, "role-lsso-officer"),
        RoleWord::TaxLinkOfficer => text(locale, "role-tax-link-officer"),
        RoleWord::Planner => text(locale, "role-planner"),
        RoleWord::CounterpartUser => text(locale, "role-counterpart-user"),
        RoleWord::Auditor => text(locale, "role-auditor"),
        RoleWord::SystemAdmin => text(locale, "role-system-admin"),
    }
}
