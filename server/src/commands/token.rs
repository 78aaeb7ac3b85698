//! `viak token create`, `viak token list`, `viak token revoke`

use super::failure::Failure;
use super::{catch_up, output};
use crate::access::model::Area;
use crate::app::Platform;
use crate::clock::{Clock, day_in_vientiane};
use crate::config::Settings;
use crate::ids::{OrganisationId, TokenId};
use crate::reference::ReferenceBook;
use crate::reference::model::Codes;
use crate::tokens::commands::{self, Keeper, Wanted};
use crate::tokens::model::{Listed, Role, SOURCE, Scope, State};
use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};
use search::PlaceKey;
use serde_json::{Value, json};

/// What is to be done with tokens.
#[derive(Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Make a token; it is shown once
    Create(Create),
    /// List tokens, which are never shown again: what each may, until when, and when it was last used
    List {
        /// Those too that have ended or were taken back
        #[arg(long)]
        all: bool,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Take a token back: whoever shows it is refused from then on
    Revoke {
        /// Its number, as `viak token list` shows it
        #[arg(value_name = "ID")]
        id: TokenId,
    },
}

#[derive(Args)]
struct Create {
    /// What the token may do
    #[arg(long, value_parser = ["operator", "publisher", "employer_user", "agency_user"])]
    role: String,
    /// Whose vacancies it publishes and withdraws; several tokens may share a source
    #[arg(long, default_value = SOURCE, value_name = "NAME")]
    source: String,
    /// The organisation whose members' sight it has, for roles of members
    #[arg(long, value_name = "ID", required_if_eq_any([("role", "employer_user"), ("role", "agency_user")]))]
    organisation: Option<OrganisationId>,
    /// The province or district in which it finds people, for the operator's own programs; all of the country without
    #[arg(long, value_name = "CODE")]
    area: Option<String>,
    /// After how many days it ends; as many as the table of limits says without
    #[arg(long, value_name = "N")]
    days: Option<u32>,
    /// What it is for
    #[arg(long, alias = "label", default_value = "", value_name = "WHAT-FOR")]
    name: String,
}

/// Makes, lists or takes back.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    match arguments.verb {
        Verb::Create(wanted) => {
            let platform = catch_up::open(settings, clock).await?;
            create(&platform, wanted).await
        }
        Verb::List { all, json } => {
            let platform = catch_up::open_held(settings, clock).await?;
            list(&platform, (all, json)).await
        }
        Verb::Revoke { id } => {
            let platform = catch_up::open_held(settings, clock).await?;
            let keeper = Keeper::at_command_line();
            commands::revoke(&platform.database, &keeper, id, platform.clock.now()).await?;
            output::line(format_args!("{id} is taken back"));
            Ok(())
        }
    }
}

/// Makes a token and prints it, alone, so that scripts can keep it; until when it works stands beside it.
async fn create(platform: &Platform, create: Create) -> Result<(), Failure> {
    let Create { role, source, organisation, area, days, name } = create;
    let area = area.map(|code| area_of(&platform.book(), &code)).transpose()?;
    let role = role.parse().map_err(commands::CreateTokenError::from)?;
    let wanted = Wanted { role, source: &source, organisation, area, days, name: &name };
    let made = commands::make(&platform.database, wanted, platform.clock.now()).await?;
    output::line(made.token);
    output::progress(format_args!("number {}, works until {}", made.id, day_in_vientiane(made.ends_at)));
    output::end_progress();
    Ok(())
}

fn area_of(book: &ReferenceBook, code: &str) -> Result<Area, Failure> {
    let place = book.codes.place(code).filter(|place| {
        book.chain(*place).province.is_some_and(|province| book.provinces_at_home().contains(&province))
    });
    let area = place.and_then(|place| Area::of(book, place));
    area.ok_or_else(|| Failure::Failed(format!("there is no province or district {code}").into()))
}

async fn list(platform: &Platform, (all, as_json): (bool, bool)) -> Result<(), Failure> {
    let at = platform.clock.now();
    let read = commands::list(platform.database.reader(), &Keeper::at_command_line(), at).await?;
    let past = if all { read.past } else { Vec::new() };
    let (tokens, book) = (read.live.into_iter().chain(past), platform.book());
    if as_json {
        let items: Vec<Value> = tokens.map(|listed| object(&book.codes, &listed, at)).collect();
        output::json(&json!({ "items": items }));
        return Ok(());
    }
    for listed in tokens {
        output::line(words(&book.codes, &listed, at));
    }
    Ok(())
}

fn area_code(codes: &Codes, area: Option<Area>) -> Option<String> {
    let key = match area? {
        Area::Country => return None,
        Area::Province(key) | Area::District { district: key, .. } => key,
    };
    Some(codes.code(search::Concept::Place(PlaceKey(key.unsigned_abs()))).to_owned())
}

fn words(codes: &Codes, listed: &Listed, at: DateTime<Utc>) -> String {
    let Listed { token, organisation, revoker: _ } = listed;
    let state = match token.state(at) {
        State::Live => match token.ends_at {
            Some(end) => format!("works until {}", day_in_vientiane(end)),
            None => "has no end".to_owned(),
        },
        State::Ended(when) => format!("ended {}", day_in_vientiane(when)),
        State::Revoked(when) => format!("taken back {}", day_in_vientiane(when)),
    };
    let used = token
        .used_at
        .map_or_else(|| "never used".to_owned(), |used| format!("last used {}", day_in_vientiane(used)));
    let role = token.role.map_or("unknown", Role::code);
    let mut parts = vec![token.id.to_string(), role.to_owned(), state, used];
    parts.push(format!("made {}", day_in_vientiane(token.made_at)));
    parts.extend(organisation.clone());
    parts.extend(area_code(codes, token.area).map(|code| format!("area {code}")));
    parts.push(format!("source {}", token.source));
    parts.extend(Some(token.name.clone()).filter(|name| !name.is_empty()));
    parts.join("  ")
}

fn object(codes: &Codes, listed: &Listed, at: DateTime<Utc>) -> Value {
    let Listed { token, organisation, revoker: _ } = listed;
    let scopes: Vec<&str> = token.scopes().into_iter().map(Scope::code).collect();
    let (revoked_at, revoked_by) = token.revoked.unzip();
    json!({
        "id": token.id,
        "name": token.name,
        "role": token.role.map(Role::code),
        "scopes": scopes,
        "source": token.source,
        "organisation": token.organisation.map(|id| json!({ "id": id, "name": organisation })),
        "area": area_code(codes, token.area),
        "state": token.state(at).code(),
        "made_at": token.made_at,
        "ends_at": token.ends_at,
        "used_at": token.used_at,
        "revoked_at": revoked_at,
        "revoked_by": revoked_by.flatten(),
    })
}
