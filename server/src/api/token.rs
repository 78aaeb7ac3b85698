//! Tokens: whoever holds one may ask what its role may.
//!
//! A token is `viak_` and 32 random bytes in hexadecimal. It is shown once, when it is made; the table
//! holds its SHA-256, which is enough to recognise it and no help to whoever reads the table. A plain
//! digest will do where a password would need a slow one: 256 random bits cannot be guessed.

use super::store;
use crate::access;
use crate::audit::model::{self, Action, Actor, Subject};
use crate::audit::{self, Event};
use crate::db::Database;
use crate::digest::{hexadecimal, sha256};
use crate::ids::OrganisationId;
use crate::seen::model::Onlooker;
use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use std::str::FromStr;

/// What every token begins with, so that leak scanners and people recognise one.
const PREFIX: &str = "viak_";
/// Random bytes of a token.
const BYTES: usize = 32;

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

    /// What the role may do.
    pub fn scopes(self) -> &'static [Scope] {
        match self {
            Self::Operator => &[Scope::PeopleRead, Scope::MatchesRead, Scope::JobsWrite],
            Self::Publisher => &[Scope::JobsWrite],
            Self::Employer => &[Scope::PeopleRead, Scope::MatchesRead],
            Self::Agency => &[Scope::PeopleRead],
        }
    }
}

impl Role {
    /// The role of the members whose sight it has; none for programs of no organisation.
    fn of_members(self) -> Option<access::model::Role> {
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

/// The source whose vacancies a token writes, where none is given.
pub const SOURCE: &str = "api";

/// A name that cannot be that of a source.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("a source is named with 1 to 60 small letters, digits, `.`, `-` and `_`, not `{0}`")]
pub struct SourceError(String);

fn source(raw: &str) -> Result<&str, SourceError> {
    let fits = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_');
    let sound = (1..=60).contains(&raw.len()) && raw.bytes().all(fits);
    if sound { Ok(raw) } else { Err(SourceError(raw.to_owned())) }
}

/// A role that this program does not know.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("there is no role {0}")]
pub struct UnknownRole(String);

/// Why a token could not be made.
#[derive(Debug, thiserror::Error)]
pub enum CreateTokenError {
    /// No such role.
    #[error(transparent)]
    Role(#[from] UnknownRole),
    /// No such source.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The role is of an organisation, or of none.
    #[error("tokens for members of an organisation name it, and others name none")]
    Organisation,
    /// The system gave no random bytes.
    #[error("the system gave no random bytes")]
    Random(#[from] getrandom::Error),
    /// The database refused.
    #[error("the token could not be stored")]
    Database(#[from] DbErr),
}

/// Makes a token for `role`, stores its digest under `label` and returns the token, which is not to be
/// had again. It writes vacancies of the source `api`.
pub async fn create(
    database: &Database,
    role: &str,
    label: &str,
    at: DateTime<Utc>,
) -> Result<String, CreateTokenError> {
    create_for(database, role, SOURCE, label, at).await
}

/// Like [`create`], for a source of its own.
pub async fn create_for(
    database: &Database,
    role: &str,
    source_name: &str,
    label: &str,
    at: DateTime<Utc>,
) -> Result<String, CreateTokenError> {
    make(database, (role.parse()?, None), source(source_name)?, label, at).await
}

/// Like [`create`], for a program that sees what the members of an organisation see.
pub async fn create_of(
    database: &Database,
    role: &str,
    organisation: OrganisationId,
    label: &str,
    at: DateTime<Utc>,
) -> Result<String, CreateTokenError> {
    make(database, (role.parse()?, Some(organisation)), SOURCE, label, at).await
}

async fn make(
    database: &Database,
    (role, organisation): (Role, Option<OrganisationId>),
    source: &str,
    label: &str,
    at: DateTime<Utc>,
) -> Result<String, CreateTokenError> {
    if role.of_members().is_some() != organisation.is_some() {
        return Err(CreateTokenError::Organisation);
    }
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes)?;
    let token = format!("{PREFIX}{}", hexadecimal(&bytes));
    let transaction = database.begin().await?;
    let digest = digest(&token);
    let row = store::NewToken { digest: &digest, role: role.code(), source, label, organisation };
    store::save_token(&transaction, row, at).await?;
    let subject = Subject::named(model::TOKEN, &Actor::token(&digest).to_string());
    let of = organisation.map_or_else(|| source.to_owned(), |id| id.to_string());
    // The command line is the one place where tokens are made.
    let event = Event::new(Actor::CommandLine, model::OPERATOR, Action::Created, subject)
        .fields(&["role", "source", "label", "organisation"])
        .because(&format!("{} of {of}: {label}", role.code()));
    audit::record(&transaction, &event, at).await?;
    transaction.commit().await?;
    Ok(token)
}

/// A token that was presented and is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Its digest, by which its calls are counted.
    pub digest: String,
    /// What it may; none for a role that this program does not know.
    pub role: Option<Role>,
    /// The source whose vacancies it may write.
    pub source: String,
    /// The organisation whose members' sight it has.
    pub organisation: Option<OrganisationId>,
}

impl Held {
    /// May the holder do this?
    pub fn may(&self, scope: Scope) -> bool {
        self.role.is_some_and(|role| role.scopes().contains(&scope))
    }

    /// As whom its holder looks at people; none if it may not.
    pub fn onlooker(&self) -> Option<Onlooker> {
        match (self.role?.of_members(), self.organisation) {
            (Some(role), Some(organisation)) => Onlooker::program_of(organisation, role),
            (None, None) => self.may(Scope::PeopleRead).then(Onlooker::operator),
            (Some(_), None) | (None, Some(_)) => None,
        }
    }
}

/// The held token that `presented` is, if it is one.
pub async fn verify(database: &Database, presented: &str) -> Result<Option<Held>, DbErr> {
    if !looks_like_one(presented) {
        return Ok(None);
    }
    let digest = digest(presented);
    let held = store::role_of(database.reader(), &digest).await?;
    Ok(held.map(|(role, source, organisation)| Held {
        digest,
        role: role.parse().ok(),
        source,
        organisation,
    }))
}

/// Has it the form of a token? What has not needs no question to the database.
fn looks_like_one(presented: &str) -> bool {
    presented.strip_prefix(PREFIX).is_some_and(|rest| {
        rest.len() == 2 * BYTES && rest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}

fn digest(token: &str) -> String {
    sha256(token.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn database() -> (tempfile::TempDir, Database) {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open_sqlite(folder.path()).await.unwrap();
        database.migrate().await.unwrap();
        (folder, database)
    }

    #[tokio::test]
    async fn a_token_is_recognised_and_any_other_is_not() {
        let (_folder, database) = database().await;
        let token = create(&database, "operator", "test", DateTime::UNIX_EPOCH).await.unwrap();
        let held = verify(&database, &token).await.unwrap().unwrap();
        assert_eq!(held.role, Some(Role::Operator));
        let other = format!("{PREFIX}{}", "0".repeat(2 * BYTES));
        for wrong in [other.as_str(), "", "viak_", &token.to_uppercase(), &format!("{token}0"), &held.digest]
        {
            assert_eq!(verify(&database, wrong).await.unwrap(), None, "{wrong}");
        }
    }

    #[tokio::test]
    async fn two_tokens_are_never_the_same_and_the_table_holds_neither() {
        let (_folder, database) = database().await;
        let first = create(&database, "operator", "", DateTime::UNIX_EPOCH).await.unwrap();
        let second = create(&database, "operator", "", DateTime::UNIX_EPOCH).await.unwrap();
        assert_ne!(first, second);
        let held = verify(&database, &first).await.unwrap().unwrap();
        assert!(!held.digest.contains(first.trim_start_matches(PREFIX)));
    }

    #[tokio::test]
    async fn a_token_for_an_unknown_role_is_refused() {
        let (_folder, database) = database().await;
        let refused = create(&database, "king", "", DateTime::UNIX_EPOCH).await;
        assert!(matches!(refused, Err(CreateTokenError::Role(_))));
    }

    #[tokio::test]
    async fn a_publisher_writes_vacancies_of_its_source_and_sees_nobody() {
        let (_folder, database) = database().await;
        let at = DateTime::UNIX_EPOCH;
        let token = create_for(&database, "publisher", "mekong-jobs", "", at).await.unwrap();
        let held = verify(&database, &token).await.unwrap().unwrap();
        assert_eq!(held.source, "mekong-jobs");
        assert!(held.may(Scope::JobsWrite) && !held.may(Scope::PeopleRead));
        for name in ["", "Mekong Jobs", "a\u{0}", &"a".repeat(61)] {
            let refused = create_for(&database, "publisher", name, "", at).await;
            assert!(matches!(refused, Err(CreateTokenError::Source(_))), "{name:?}");
        }
    }
}
