//! Roles, the audiences that they belong to, and how far they reach.

use sea_orm::Iterable;
use sea_orm::entity::prelude::*;

/// What somebody does on the platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Role {
    /// Looks for work or training; everybody who has an account.
    Seeker,
    /// Registers people who cannot do so themselves, for a time.
    ProxyHelper,
    /// Offers work for an employer.
    EmployerUser,
    /// Plans the need of a labour unit.
    LabourUnitPlanner,
    /// Places workers abroad for an agency.
    AgencyUser,
    /// Registers the graduates of a school.
    SchoolRegistrar,
    /// Assesses skills.
    Assessor,
    /// An officer of a district.
    DistrictOfficer,
    /// An officer of a province.
    ProvincialOfficer,
    /// An officer of employment abroad.
    OverseasOfficer,
    /// Decides about licences.
    LicenceOfficer,
    /// Inspects employers and agencies.
    Inspector,
    /// Deals with complaints.
    ComplaintHandler,
    /// An officer of social security.
    LssoOfficer,
    /// Checks payroll taxes.
    TaxLinkOfficer,
    /// Plans and counts.
    Planner,
    /// Of the labour ministry of a partner country.
    CounterpartUser,
    /// Reads the trail and looks after data protection.
    Auditor,
    /// Keeps the platform going; sees no content.
    SystemAdmin,
}

/// Those for whom the same fields are open: the columns of the table of fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Audience {
    /// The person.
    Seeker,
    /// Employers.
    Employer,
    /// Agencies.
    Agency,
    /// Schools.
    School,
    /// Officers of a district or province.
    DistrictOfficer,
    /// Officers of employment abroad.
    OverseasOfficer,
    /// Social security and taxes.
    LssoOrTax,
    /// Planners.
    Planner,
    /// Partner countries.
    Counterpart,
}

/// How much of the country a role reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Span {
    /// The holder's own records.
    Own,
    /// Those of the organisation.
    Organisation,
    /// Those of the district of the membership.
    District,
    /// Those of the province of the membership.
    Province,
    /// All.
    Country,
}

impl Role {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// Its code, as tables and the command line name it.
    pub fn code(self) -> String {
        self.to_value()
    }
}
