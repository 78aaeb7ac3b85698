//! `viak audit`: what was done and read, newest first.

use super::failure::Failure;
use super::{catch_up, output};
use crate::audit::{self, Filter, Personal, Recorded};
use crate::clock::{Clock, clock_in_vientiane, day_begins};
use crate::config::Settings;
use crate::ids::PersonId;
use chrono::NaiveDate;
use clap::Args;
use serde_json::json;

/// Which events are listed.
#[derive(Args)]
pub(super) struct Arguments {
    /// About the person with this id
    #[arg(long, value_name = "ID")]
    person: Option<PersonId>,
    /// From this day in Vientiane on (YYYY-MM-DD)
    #[arg(long, value_name = "DATE")]
    since: Option<NaiveDate>,
    /// The newest so many
    #[arg(long, default_value_t = 50, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=100_000))]
    limit: u64,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Lists.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    let Arguments { person, since, limit, json } = arguments;
    let platform = catch_up::open_held(settings, clock).await?;
    let filter = Filter { person, since: since.map(day_begins), before: None };
    let events = audit::listed(platform.database.reader(), &filter, limit).await?;
    if json {
        output::json(&json!({ "events": events }));
        return Ok(());
    }
    for event in &events {
        output::line(said(event));
    }
    let all = audit::counted(platform.database.reader(), &filter).await?;
    output::line(ended(events.len(), all));
    Ok(())
}

/// How many were listed, of how many.
fn ended(listed: usize, all: u64) -> String {
    if u64::try_from(listed).is_ok_and(|listed| listed < all) {
        format!(
            "the newest {listed} of {all} events; --limit N lists more, --since DATE and --person ID fewer"
        )
    } else {
        format!("{all} events")
    }
}

/// An event in a line: when, who, what, of what, which fields, what for, why.
fn said(event: &Recorded) -> String {
    let Recorded { id: _, at, action, subject, role, purpose, personal, seal } = event;
    let at = clock_in_vientiane(*at).format("%Y-%m-%dT%H:%M:%S+07:00");
    let mut line = match personal {
        Some(personal) => {
            let Personal { actor, subject: key, person, fields, reason, office, network } = personal;
            let from = [office, network].into_iter().flatten().map(|from| format!(" from {from}"));
            let from: String = from.collect();
            let about = person.map(|person| format!(" about person {person}")).unwrap_or_default();
            let fields = fields.join(", ");
            let key = if key.is_empty() { String::new() } else { format!(" {key}") };
            format!("{at}  {actor} ({role}){from} {action} {subject}{key}{about} [{fields}] {reason}")
        }
        None => format!("{at}  ({role}) {action} {subject}: the personal part is erased"),
    };
    if !purpose.is_empty() {
        line.push_str("; purpose ");
        line.push_str(purpose);
    }
    if seal.is_none() {
        line.push_str("; not sealed yet");
    }
    line
}
