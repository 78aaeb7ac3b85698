//! By what are adverts known to come from one hand?

use sea_orm::entity::prelude::*;

/// Something by which an advert can be known to belong to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum MarkKind {
    /// A phone number, of the poster's account or in the text.
    Phone,
    /// What stands behind the @ of an address, where it is not one of those that everybody uses.
    EmailDomain,
    /// The number of a bank account in the text.
    AccountNumber,
    /// A link in the text.
    Link,
    /// A name in a chat app.
    Chat,
    /// The device from which it was posted.
    Device,
    /// Texts that are nearly the same share some of these.
    Likeness,
}
