//! `viak outbox`: letters and short messages, those that were given up first of all, and what to do with them.

use super::failure::Failure;
use super::{catch_up, output};
use crate::audit::By;
use crate::clock::Clock;
use crate::config::Settings;
use crate::ids::MessageId;
use crate::mail::commands::{ChangeError, Which, resend, withdraw};
use crate::mail::list::{self, Listed};
use crate::mail::model::Status;
use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};

/// What is shown, or done.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Arguments {
    /// Show those in this state alone
    #[arg(long, value_enum)]
    status: Option<State>,
    /// Show so many, the newest first
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u64).range(1..=10_000))]
    limit: u64,
    /// Print JSON
    #[arg(long)]
    json: bool,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Clone, Copy, ValueEnum)]
enum State {
    Waiting,
    Sent,
    Dead,
    Withdrawn,
}

#[derive(Subcommand)]
enum Verb {
    /// Send letters again that were given up
    Resend {
        /// Which
        #[arg(required_unless_present = "all", conflicts_with = "all", value_name = "ID")]
        ids: Vec<MessageId>,
        /// All that were given up and held no code or link
        #[arg(long)]
        all: bool,
    },
    /// Take letters back that have not been sent
    Withdraw {
        /// Which
        #[arg(required = true, value_name = "ID")]
        ids: Vec<MessageId>,
    },
}

/// Lists letters, sends them again, or takes them back.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    let database = catch_up::database_held(&settings).await?;
    match arguments.verb {
        None => {
            let status = arguments.status.map(State::status);
            let letters = list::newest(&database, status, arguments.limit).await?;
            if arguments.json {
                output::json(&Value::from(letters.iter().map(as_json).collect::<Vec<_>>()));
            } else {
                print(&letters);
            }
            Ok(())
        }
        Some(Verb::Resend { ids, all }) => {
            let which = if all { Which::All } else { Which::These(ids) };
            let letters =
                resend(&database, &By::at_command_line(), &which, clock.now()).await.map_err(refused)?;
            output::line(format_args!("{letters} to be sent again"));
            Ok(())
        }
        Some(Verb::Withdraw { ids }) => {
            let which = Which::These(ids);
            let by = By::at_command_line();
            let letters = withdraw(&database, &by, &which, clock.now()).await.map_err(refused)?;
            output::line(format_args!("{letters} withdrawn"));
            Ok(())
        }
    }
}

/// An identifier of nothing was asked wrongly; all else could not be done.
fn refused(error: ChangeError) -> Failure {
    match error {
        ChangeError::Unknown(_) => Failure::Usage(error.to_string()),
        other => other.into(),
    }
}

impl State {
    fn status(self) -> Status {
        match self {
            Self::Waiting => Status::Waiting,
            Self::Sent => Status::Sent,
            Self::Dead => Status::Dead,
            Self::Withdrawn => Status::Withdrawn,
        }
    }
}

fn print(letters: &[Listed]) {
    if letters.is_empty() {
        output::line("nothing");
    }
    for letter in letters {
        let Listed { id, kind, recipient, language, status, attempts, created_at, .. } = letter;
        let (to, at) = (recipient.masked(), created_at.format("%Y-%m-%d %H:%M"));
        output::line(format_args!("{id} {} {kind} ({language}) to {to}, written {at}", status.name()));
        if let Some(sent) = letter.sent_at {
            output::line(format_args!("  sent {}", sent.format("%Y-%m-%d %H:%M")));
        }
        if let Some(error) = &letter.last_error {
            let erased = if letter.erased { "; its code or link is erased" } else { "" };
            output::line(format_args!("  after {attempts} attempts: {error}{erased}"));
        }
        if let Some(next) = letter.next_attempt_at {
            output::line(format_args!("  due {}", next.format("%Y-%m-%d %H:%M")));
        }
    }
}

fn as_json(letter: &Listed) -> Value {
    json!({
        "id": letter.id,
        "channel": letter.recipient.channel(),
        "kind": letter.kind,
        "recipient": letter.recipient.masked(),
        "language": letter.language,
        "subject": letter.subject,
        "status": letter.status,
        "attempts": letter.attempts,
        "next_attempt_at": letter.next_attempt_at,
        "last_error": letter.last_error,
        "created_at": letter.created_at,
        "sent_at": letter.sent_at,
        "erased": letter.erased,
    })
}
