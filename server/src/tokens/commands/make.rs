//! Tokens are made: shown once, kept as digests, each with an end.
//!
//! A token is `viak_` and 32 random bytes in hexadecimal. The table holds its SHA-256, which is enough to recognise it and
//! no help to whoever reads the table. A plain digest will do where a password would need a slow one: 256 random bits
//! cannot be guessed.

use super::{BYTES, PREFIX, digest, subject};
use crate::access::model::Area;
use crate::audit::model::Action;
use crate::audit::{self, By};
use crate::db::Database;
use crate::digest::hexadecimal;
use crate::ids::{OrganisationId, TokenId};
use crate::limits::Limits;
use crate::organisations;
use crate::tokens::model::{Role, SOURCE, SourceError, Token, UnknownRole, source};
use crate::tokens::store;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::DbErr;

/// Longest name of a token, in characters.
const NAME: usize = 120;

/// What a token shall be.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// What it may.
    pub role: Role,
    /// The source whose vacancies it writes.
    pub source: &'a str,
    /// The organisation whose members' sight it has, for roles of members.
    pub organisation: Option<OrganisationId>,
    /// Where it finds people, for the operator's own programs; none for all of the country.
    pub area: Option<Area>,
    /// How many days it is good; none for as long as the limits say.
    pub days: Option<u32>,
    /// What it is for.
    pub name: &'a str,
}

/// A token that was made; it cannot be printed by accident.
pub struct Made {
    /// The token, which is not to be had again.
    pub token: String,
    /// By which it is named in lists.
    pub id: TokenId,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
}

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
    /// There is none of this key.
    #[error("there is no such organisation")]
    NoOrganisation,
    /// Only the operator's own programs are bound to an area.
    #[error("only tokens of the operator are bound to an area")]
    Area,
    /// It would never end, or be none from the beginning.
    #[error("a token is good for 1 to {0} days")]
    Days(u32),
    /// The name is too long.
    #[error("what a token is for is said in up to {NAME} letters")]
    Name,
    /// The system gave no random bytes.
    #[error("the system gave no random bytes")]
    Random(#[from] getrandom::Error),
    /// The database refused.
    #[error("the token could not be stored")]
    Database(#[from] DbErr),
}

/// Makes a token for `role`, stores its digest under `name` and returns the token, which is not to be
/// had again. It writes vacancies of the source `api`.
pub async fn create(
    database: &Database,
    role: &str,
    name: &str,
    at: DateTime<Utc>,
) -> Result<String, CreateTokenError> {
    create_for(database, role, SOURCE, name, at).await
}

/// Like [`create`], for a source of its own.
pub async fn create_for(
    database: &Database,
    role: &str,
    source: &str,
    name: &str,
    at: DateTime<Utc>,
) -> Result<String, CreateTokenError> {
    let wanted = Wanted { role: role.parse()?, source, organisation: None, area: None, days: None, name };
    Ok(make(database, wanted, at).await?.token)
}

/// Like [`create`], for a program that sees what the members of an organisation see.
pub async fn create_of(
    database: &Database,
    role: &str,
    organisation: OrganisationId,
    name: &str,
    at: DateTime<Utc>,
) -> Result<String, CreateTokenError> {
    let organisation = Some(organisation);
    let wanted = Wanted { role: role.parse()?, source: SOURCE, organisation, area: None, days: None, name };
    Ok(make(database, wanted, at).await?.token)
}

/// Makes a token, as somebody at the command line: the one place where tokens are made.
pub async fn make(
    database: &Database,
    wanted: Wanted<'_>,
    at: DateTime<Utc>,
) -> Result<Made, CreateTokenError> {
    let Wanted { role, source: named, organisation, area, days, name } = wanted;
    let ends_at = end(days, at)?;
    check(&wanted)?;
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes)?;
    let token = format!("{PREFIX}{}", hexadecimal(&bytes));
    let transaction = database.begin().await?;
    if let Some(id) = organisation {
        let brief = organisations::commands::brief(&transaction, id).await?;
        brief.ok_or(CreateTokenError::NoOrganisation)?;
    }
    let kept = Token {
        id: TokenId::new(at),
        digest: digest(&token),
        role: Some(role),
        name: name.to_owned(),
        source: source(named)?.to_owned(),
        organisation,
        area: area.filter(|area| *area != Area::Country),
        made_at: at,
        ends_at: Some(ends_at),
        used_at: None,
        revoked: None,
    };
    store::insert(&transaction, role, &kept).await?;
    let of = organisation.map_or_else(|| named.to_owned(), |id| id.to_string());
    let event = By::at_command_line()
        .does(Action::Created, subject(&kept.digest))
        .fields(&["role", "source", "name", "organisation", "area", "end"])
        .because(&format!("{} of {of}: {name}", role.code()));
    audit::record(&transaction, &event, at).await?;
    transaction.commit().await?;
    Ok(Made { token, id: kept.id, ends_at })
}

fn check(wanted: &Wanted<'_>) -> Result<(), CreateTokenError> {
    let Wanted { role, source: named, organisation, area, days: _, name } = *wanted;
    if role.of_members().is_some() != organisation.is_some() {
        return Err(CreateTokenError::Organisation);
    }
    if area.is_some() && role != Role::Operator {
        return Err(CreateTokenError::Area);
    }
    if name.chars().count() > NAME {
        return Err(CreateTokenError::Name);
    }
    source(named)?;
    Ok(())
}

fn end(days: Option<u32>, at: DateTime<Utc>) -> Result<DateTime<Utc>, CreateTokenError> {
    let limits = Limits::shipped();
    let days = days.unwrap_or(limits.token_days);
    if (1..=limits.token_days_most).contains(&days) {
        Ok(at + TimeDelta::days(i64::from(days)))
    } else {
        Err(CreateTokenError::Days(limits.token_days_most))
    }
}
