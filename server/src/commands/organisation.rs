//! `viak organisation`: offices are made here, and organisations of every kind listed.

use super::failure::Failure;
use super::{catch_up, output};
use crate::access::model::{Area, of_code};
use crate::clock::Clock;
use crate::config::Settings;
use crate::organisations::commands::{Doer, FoundingError, Narrowed, add_office, listed};
use crate::organisations::model::{Identity, Name, Organisation, OrganisationKind, Standing};
use crate::reference::ReferenceBook;
use clap::{Args, Subcommand};
use sea_orm::ActiveEnum;
use serde_json::{Value, json};

/// What is to be done with organisations.
#[derive(Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Make an office; all other kinds are founded on the pages, by those who look after them
    Add(Adding),
    /// List organisations
    List {
        /// Of this kind alone
        #[arg(long, value_parser = code::<OrganisationKind>)]
        kind: Option<OrganisationKind>,
        /// In this standing alone
        #[arg(long, value_parser = code::<Standing>)]
        standing: Option<Standing>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Args)]
struct Adding {
    /// What it is: `office`
    #[arg(long, value_parser = code::<OrganisationKind>)]
    kind: OrganisationKind,
    /// Its name
    #[arg(long)]
    name: String,
    /// Its name in Latin letters
    #[arg(long)]
    latin_name: Option<String>,
    /// The district or province for which it is responsible, by its national code; without one, the country
    #[arg(long, value_name = "CODE")]
    area: Option<String>,
}

fn code<T: ActiveEnum<Value = String>>(code: &str) -> Result<T, String> {
    of_code(code).ok_or_else(|| format!("known are {}", T::values().join(", ")))
}

/// Makes one, or lists them.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    let platform = catch_up::open_held(settings, clock).await?;
    match arguments.verb {
        Verb::Add(adding) => {
            let identity = identity(&platform.book(), adding)?;
            let at = platform.clock.now();
            let made = add_office(&platform.database, &Doer::at_command_line(), &identity, at).await;
            let id = made.map_err(|error| match error {
                FoundingError::Kind => Failure::Usage(
                    "only offices are made here; other organisations are founded on /organisations/new"
                        .to_owned(),
                ),
                error @ (FoundingError::Reserved
                | FoundingError::TooManyToday
                | FoundingError::TooManyOpen
                | FoundingError::Database(_)) => error.into(),
            })?;
            output::line(format_args!("{id} {}", identity.name.as_str()));
        }
        Verb::List { kind, standing, json } => {
            let all = listed(platform.database.reader(), Narrowed { kind, standing }).await?;
            if json {
                let book = platform.book();
                output::json(&Value::from(all.iter().map(|of| as_json(&book, of)).collect::<Vec<_>>()));
                return Ok(());
            }
            for of in &all {
                let until = of.verification.until.map(|until| format!(" until {until}")).unwrap_or_default();
                let (kind, standing) = (of.kind.code(), of.verification.standing.code());
                output::line(format_args!("{} {kind} {standing}{until} {}", of.id, of.name));
            }
            output::line(format_args!("{} organisations", all.len()));
        }
    }
    Ok(())
}

fn identity(book: &ReferenceBook, adding: Adding) -> Result<Identity, Failure> {
    let Adding { kind, name, latin_name, area } = adding;
    let named = |name: String| {
        name.parse::<Name>().map_err(|error| Failure::Usage(format!("{name:?} is no name: {error}")))
    };
    let (province, district) = match area {
        None => (None, None),
        Some(code) => match book.codes.place(&code).and_then(|key| Area::of(book, key)) {
            Some(Area::District { province, district }) => (Some(province), Some(district)),
            Some(Area::Province(province)) => (Some(province), None),
            Some(Area::Country) | None => {
                return Err(Failure::Usage(format!("{code} is no district or province")));
            }
        },
    };
    Ok(Identity {
        kind,
        name: named(name)?,
        latin_name: latin_name.map(named).transpose()?,
        registration_no: None,
        tax_no: None,
        country: None,
        province,
        district,
        in_zone: false,
    })
}

fn as_json(book: &ReferenceBook, of: &Organisation) -> Value {
    let place = of.district.or(of.province).map(|key| search::PlaceKey(key.unsigned_abs()));
    let verification = &of.verification;
    json!({
        "id": of.id.to_string(),
        "kind": of.kind.code(),
        "name": of.name,
        "latin_name": of.latin_name,
        "area": place.map(|key| book.codes.code(search::Concept::Place(key)).to_owned()),
        "standing": verification.standing.code(),
        "verified_until": verification.until.map(|day| day.to_string()),
    })
}
