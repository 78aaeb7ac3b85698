//! What accounts are made of: contacts, passwords, codes, and what each may lead to.

mod card;
mod code;
mod contact;
mod entry;
mod looked;
mod notices;
mod overview;
mod password;
mod place_words;
mod viewer;

pub use card::{CardNumber, CardNumberError, NewCard};
pub use code::{CODE_LIVES, Code, Purpose};
pub use contact::{Contact, ContactError, Email, Phone};
pub use entry::Entry;
pub use looked::{Looked, Reason, ReasonError};
pub use notices::{Addressee, NoticeSettings, OwnNotices};
pub use overview::{Listed, Overview, Proposal};
pub use password::{Password, PasswordError};
pub use viewer::{Factors, Viewer};

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Whether an account may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum AccountStatus {
    /// In use.
    Active,
    /// Closed by its owner or by an administrator; it signs nobody in.
    Closed,
}
