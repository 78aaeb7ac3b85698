//! What people say of adverts, and what comes of it.

mod case;

pub use case::{Case, Queued, Report};

use sea_orm::entity::prelude::*;

/// What is wrong with an advert, as somebody says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum ReportReason {
    /// It deceives.
    Scam,
    /// It asks for money.
    Fee,
    /// It chooses people by what they are.
    Discrimination,
    /// It is not true.
    Untrue,
    /// The job is taken.
    Closed,
    /// Somebody is in danger.
    Danger,
    /// Something else.
    Other,
}

/// What came of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum ReportOutcome {
    /// The advert was taken away.
    TakenDown,
    /// It was hidden until it was looked at.
    Held,
    /// It was right as it was.
    Nothing,
}

impl ReportReason {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        use sea_orm::Iterable;
        Self::iter()
    }

    /// Its code.
    pub fn code(self) -> String {
        self.to_value()
    }
}
