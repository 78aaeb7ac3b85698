//! `viak retention`: what is kept for how long, what is due, and doing it now.

use super::failure::Failure;
use super::{catch_up, output};
use crate::clock::Clock;
use crate::config::Settings;
use crate::outbox::Subject;
use crate::retention::commands::lines;
use crate::retention::model::{Line, Term};
use crate::service;
use clap::Args;
use sea_orm::ActiveEnum;
use serde_json::{Value, json};

/// Whether it is done, and how it is shown.
#[derive(Args)]
pub(super) struct Arguments {
    /// Do now what is due, as a server does by itself
    #[arg(long)]
    run: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Lists, and does where it is asked for.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    let platform = catch_up::open_held(settings, clock).await?;
    if arguments.run {
        service::keep_terms(&platform).await?;
        catch_up::before_answering(&platform, Subject::Person).await?;
    }
    let lines = lines(platform.database.reader(), platform.clock.now()).await?;
    if arguments.json {
        output::json(&Value::Array(lines.iter().map(as_json).collect()));
    } else {
        print(&lines);
    }
    Ok(())
}

fn as_json(line: &Line) -> Value {
    let (months, days) = match line.rule.term {
        Term::Months(months) => (Some(months), None),
        Term::Days(days) => (None, Some(days)),
    };
    json!({
        "class": line.rule.class.to_value(),
        "months": months,
        "days": days,
        "deed": line.rule.deed.to_value(),
        "warn_days": line.rule.warn_days,
        "from": line.rule.from.to_string(),
        "unconfirmed": line.rule.unconfirmed,
        "held": line.held,
        "due": line.due,
        "in_30_days": line.in_30_days,
        "in_90_days": line.in_90_days,
    })
}

fn print(lines: &[Line]) {
    output::line(format_args!(
        "{:<18} {:>11} {:<7} {:>9} {:>9} {:>9} {:>9}",
        "class", "term", "deed", "held", "due", "30 days", "90 days"
    ));
    for line in lines {
        let term = match line.rule.term {
            Term::Months(months) => format!("{months} months"),
            Term::Days(days) => format!("{days} days"),
        };
        output::line(format_args!(
            "{:<18} {:>11} {:<7} {:>9} {:>9} {:>9} {:>9}",
            line.rule.class.to_value(),
            term,
            line.rule.deed.to_value(),
            line.held,
            line.due,
            line.in_30_days,
            line.in_90_days
        ));
    }
}
