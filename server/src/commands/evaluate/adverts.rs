//! `viak evaluate adverts`

use super::interruptible;
use crate::clock::Clock;
use crate::commands::failure::Failure;
use crate::commands::output;
use crate::evaluation::adverts::{Report, Share, Shares, Yardstick, adverts, judge};
use crate::reference::shipped_rates;
use crate::rules::shipped_book;
use clap::Args;
use std::path::PathBuf;

/// What the file holds, and by what it is judged.
pub(super) const FORMAT: &str = "\
A TOML file of [[advert]]: id, label (harmless, discriminating, scam), language, title, description,
place, wage_min, wage_max, currency, period, account_days, verified, grounds = [...], why.
Adverts are read by the rules, weights and exchange rates that the program brings, as of today.
  sure      a hard flag, or so many points that it is as good as certain
  held      nobody sees the advert until a person has decided
Grounds that scams name are not counted.";

/// Judged adverts.
#[derive(Args)]
pub(super) struct Arguments {
    /// Judged adverts, in TOML
    file: PathBuf,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Reads every advert and prints how much is right.
pub(super) async fn run(arguments: Arguments) -> Result<(), Failure> {
    let Arguments { file, json } = arguments;
    let yardstick =
        Yardstick { book: shipped_book()?, rates: shipped_rates()?, today: Clock::system().today() };
    let report = interruptible(move || Ok(judge(&adverts(&file)?, &yardstick))).await?;
    if json {
        output::json(&serde_json::to_value(&report)?);
        return Ok(());
    }
    let Report { adverts, all, by_language, wrong } = report;
    output::line(format_args!("{adverts} adverts"));
    shares("all", &all);
    for (language, of) in &by_language {
        shares(language, of);
    }
    for wrong in wrong {
        output::line(wrong);
    }
    Ok(())
}

fn shares(of: &str, shares: &Shares) {
    let Shares {
        sure_precision,
        held_precision,
        scam_recall,
        wording_precision,
        wording_recall,
        ground_recall,
    } = *shares;
    for (what, share) in [
        ("sure holds, precision", sure_precision),
        ("all holds, precision", held_precision),
        ("scams, recall", scam_recall),
        ("discriminating wording, precision", wording_precision),
        ("discriminating wording, recall", wording_recall),
        ("single grounds, recall", ground_recall),
    ] {
        let Share { right, all } = share;
        output::line(format_args!("{of:<4} {what:<34} {:.3}  ({right} of {all})", share.value()));
    }
}
