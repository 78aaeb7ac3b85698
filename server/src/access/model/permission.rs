//! What can be permitted.

use sea_orm::entity::prelude::*;

/// Something that only some may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Permission {
    /// Invite members of the own organisation and end memberships; every administrator of one.
    ManageMembers,
    /// Change what the own organisation says of itself; every administrator of one.
    EditOrganisation,
    /// Search profiles, as far as each may be seen.
    SeePeople,
    /// See a masked value in full, for a purpose that is recorded.
    RevealContacts,
    /// Decide whether an organisation is what it says.
    VerifyOrganisations,
    /// Register people who cannot do so themselves.
    RegisterPeople,
    /// Decide whether two records are one person.
    DecideDuplicates,
    /// See what was searched for in vain.
    SeeBoard,
    /// Read the audit trail.
    ReadTrail,
    /// Give and take roles.
    ManageAccounts,
    /// Send letters again that did not arrive.
    ResendMessages,
    /// Approve names of occupations, skills and places.
    EditLabels,
    /// Propose what a rule is to be from a day on, and see what others proposed.
    ProposeRules,
    /// Hold a proposed rule against the law.
    CheckRules,
    /// Decide about vacancies that were held, handed in or reported.
    ReviewVacancies,
    /// Approve a rule, fix its day, confirm it or reject it.
    ApproveRules,
}

impl Permission {
    /// What an administrator of an organisation may do there, whatever the role.
    pub const OF_ADMINISTRATORS: [Self; 2] = [Self::ManageMembers, Self::EditOrganisation];
    /// What can be done about rules.
    pub const OF_RULES: [Self; 3] = [Self::ProposeRules, Self::CheckRules, Self::ApproveRules];
    /// Each of these opens the pages of administration; what is there depends on which.
    pub const OF_ADMINISTRATION: &'static [Self] =
        &[Self::ManageAccounts, Self::ResendMessages, Self::SeeBoard, Self::EditLabels];
}
