//! `viak mail test`: does sending work? A letter right away, past the list, and what was answered.

use super::failure::Failure;
use super::output;
use crate::clock::Clock;
use crate::config::Settings;
use crate::mail::post::Post;
use crate::mail::{Letter, Recipient, Said, worker};
use clap::{Args, Subcommand};
use views::Locale;

/// What is to be tried.
#[derive(Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Send a test letter, or a test SMS, right away and say what was answered
    Test {
        /// Address of a mailbox, or a phone number
        address: String,
        /// Language of the letter
        #[arg(long, value_parser = ["lo", "en", "vi"], default_value = "lo")]
        language: String,
    },
}

/// Tries whether sending works.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    let Verb::Test { address, language } = arguments.verb;
    let recipient = if address.contains('@') { Recipient::Email(address) } else { Recipient::Phone(address) };
    let letter = Letter {
        recipient,
        language: Locale::from_code(&language).unwrap_or_default(),
        said: Said::Test,
        account: None,
        expires_at: None,
    };
    let post = Post::open(&settings)?;
    let site = settings.public_url.unwrap_or_else(|| format!("http://{}", settings.listen));
    let answer = worker::send_now(&post, &letter, &site, clock.now()).await?;
    output::line(format_args!("sent: {answer}"));
    Ok(())
}
