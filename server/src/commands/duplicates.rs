//! `viak duplicates`: people who may be registered twice, likeliest first.

use super::failure::Failure;
use super::noted::{self, Shown};
use super::{catch_up, output};
use crate::app::Platform;
use crate::clock::Clock;
use crate::config::Settings;
use crate::ids::PersonId;
use crate::people::duplicates::{Duplicate, Duplicates, find};
use crate::people::store;
use clap::Args;
use matching::linkage::{Outcome, Weighed};
use serde_json::{Value, json};
use std::collections::HashMap;

/// How much is shown.
#[derive(Args)]
pub(super) struct Arguments {
    /// Pairs shown at most
    #[arg(long, default_value_t = 50, value_name = "N")]
    limit: usize,
    /// Show names too
    #[arg(long)]
    names: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Compares everybody and prints. Nothing is changed: who is one person, a person decides.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    let Arguments { limit, names, json } = arguments;
    let platform = catch_up::open_held(settings, clock).await?;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let found = find(&platform.database, &platform.book(), limit, threads).await?;
    let called = if names { called(&platform, &found).await? } else { HashMap::new() };
    if names {
        let said = format!("viak duplicates --names: {} shown", called.len());
        noted::people(&platform, Shown::Several, &["names"], &said).await?;
    }
    if json {
        output::json(&as_json(&found, &called)?);
        return Ok(());
    }
    let Duplicates { people, compared, same, ask, pairs } = &found;
    output::line(format_args!(
        "{people} people, {compared} pairs compared: {same} seem to be one person, {ask} to ask about"
    ));
    for pair in pairs {
        output::line(line(pair, &called));
    }
    Ok(())
}

/// What those of the pairs are called.
async fn called(platform: &Platform, found: &Duplicates) -> Result<HashMap<PersonId, String>, Failure> {
    let mut ids: Vec<PersonId> = found.pairs.iter().flat_map(|pair| [pair.one, pair.other]).collect();
    ids.sort_unstable();
    ids.dedup();
    let rows = store::by_ids(platform.database.reader(), &ids).await?;
    let name = |row: store::WithSkills| {
        let parts = [row.person.given_name, row.person.family_name, row.person.latin_name];
        (row.person.id, parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
    };
    Ok(rows.into_iter().map(name).collect())
}

fn line(pair: &Duplicate, called: &HashMap<PersonId, String>) -> String {
    let Duplicate { one, other, outcome, why } = pair;
    let outcome = match outcome {
        Outcome::Same => "same",
        Outcome::Ask => "ask",
        Outcome::Different => "different",
    };
    let reasons: Vec<String> = why.slots.iter().map(reason).collect();
    let name = |id| called.get(id).map(|name| format!(" ({name})")).unwrap_or_default();
    format!("{outcome} {:+.1} {one}{} {other}{}: {}", why.weight, name(one), name(other), reasons.join(", "))
}

fn reason(weighed: &Weighed) -> String {
    format!("{} {:+.1}", weighed.slot.name, weighed.bits)
}

fn as_json(found: &Duplicates, called: &HashMap<PersonId, String>) -> Result<Value, Failure> {
    let mut value = serde_json::to_value(found)?;
    if !called.is_empty() {
        let names: serde_json::Map<String, Value> =
            called.iter().map(|(id, name)| (id.to_string(), json!(name))).collect();
        if let Some(fields) = value.as_object_mut() {
            fields.insert("names".to_owned(), Value::Object(names));
        }
    }
    Ok(value)
}
