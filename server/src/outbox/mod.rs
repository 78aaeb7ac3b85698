//! What changed? Rows written in the transaction of the change itself, read by followers afterwards.
//!
//! An outbox row carries a key and no payload: a follower reads the present truth, so the order of
//! rows and their repetition do not matter.

pub mod position;
mod store;

pub use position::{Position, horizon};
pub use store::{Changed, enqueue, floor, prune, read, seen_from, unseen};

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Which kind of row changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Subject {
    /// A vacancy.
    Vacancy,
    /// A person.
    Person,
}

impl Subject {
    /// What its rows are called in figures and messages.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Vacancy => "vacancies",
            Self::Person => "people",
        }
    }
}
