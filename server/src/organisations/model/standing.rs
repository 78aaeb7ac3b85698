//! How far an organisation was verified, and what leads from one standing to another (employers: domain, 4.4).

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
