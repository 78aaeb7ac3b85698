//! What a token is, and what its role may.

mod held;
mod token;

pub use held::{Held, Presented};
pub use token::{Listed, State, Token};

use crate::access;
use std::str::FromStr;

/// What the holder of a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The operator of an installation.
    Operator,
    /// Somebody who offers work, or whose system does: a job board, an employer, an office.
    Publisher,
    /// A program of an employer, which sees what its members see.
    Employer,
    /// A program of an agency, which sees what its members see.
    Agency,
}

/// What a role may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// See people, as far as each may be seen.
    PeopleRead,
    /// See who fits what.
    MatchesRead,
    /// Publish and withdraw vacancies of the token's source.
    JobsWrite,
}

impl Scope {
    /// The code in the interface's answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::PeopleRead => "people:read",
            Self::MatchesRead => "matches:read",
            Self::JobsWrite => "jobs:write",
        }
    }
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 4] = [Self::Operator, Self::Publisher, Self::Employer, Self::Agency];

    /// The code in the table and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Publisher => "publisher",
            Self::Employer => "employer_user",
            Self::Agency => "agency_user",
        }
    }

    /// What the role may do in all of the country.
    pub fn scopes(self) -> &'static [Scope] {
        match self {
            Self::Operator => &[Scope::PeopleRead, Scope::MatchesRead, Scope::JobsWrite],
            Self::Publisher => &[Scope::JobsWrite],
            Self::Employer => &[Scope::PeopleRead, Scope::MatchesRead],
            Self::Agency => &[Scope::PeopleRead],
        }
    }

    /// What it may do; in an area everything but see matches, for those of a person are told wherever the person lives.
    pub fn scopes_within(self, bound: bool) -> Vec<Scope> {
        let scopes = self.scopes().iter().copied();
        scopes.filter(|scope| !bound || *scope != Scope::MatchesRead).collect()
    }

    /// The role of the members whose sight it has; none for programs of no organisation.
    pub fn of_members(self) -> Option<access::model::Role> {
        match self {
            Self::Operator | Self::Publisher => None,
            Self::Employer => Some(access::model::Role::EmployerUser),
            Self::Agency => Some(access::model::Role::AgencyUser),
        }
    }
}

impl FromStr for Role {
    type Err = UnknownRole;
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let role = Self::ALL.into_iter().find(|role| role.code() == raw);
        role.ok_or_else(|| UnknownRole(raw.to_owned()))
    }
}

/// A role that this program does not know.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("there is no role {0}")]
pub struct UnknownRole(String);

/// The source whose vacancies a token writes, where none is given.
pub const SOURCE: &str = "api";

/// A name that cannot be that of a source.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("a source is named with 1 to 60 small letters, digits, `.`, `-` and `_`, not `{0}`")]
pub struct SourceError(String);

/// Reads the name of a source.
pub fn source(raw: &str) -> Result<&str, SourceError> {
    let fits = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_');
    let sound = (1..=60).contains(&raw.len()) && raw.bytes().all(fits);
    if sound { Ok(raw) } else { Err(SourceError(raw.to_owned())) }
}
