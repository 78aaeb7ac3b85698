//! `viak check`: what must always hold, with a line for each failure.

use super::failure::Failure;
use super::{catch_up, output};
use crate::audit::anchor::Heads;
use crate::checks;
use crate::clock::Clock;
use crate::config::Settings;
use crate::outbox::Subject;
use clap::Args;
use std::path::PathBuf;

/// What is checked beside what always is.
#[derive(Args)]
pub(super) struct Arguments {
    /// Hold the audit trail to the heads in FILE, a copy from another machine
    #[arg(long, value_name = "FILE")]
    anchor: Option<PathBuf>,
}

/// Checks, prints, and fails if anything failed.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    let heads = arguments.anchor.map(|file| Heads::read(&file)).transpose()?;
    let platform = catch_up::open_held(settings, clock).await?;
    if platform.indexes.writable() {
        for (subject, name) in [(Subject::Vacancy, "vacancies"), (Subject::Person, "people")] {
            if platform.indexes.of(subject).watermark() == 0 {
                output::line(format_args!("{name}: the index was missing or damaged and is made again"));
            }
        }
        platform.close_the_day().await?;
        platform.catch_up_indexes().await?;
    }
    let findings = checks::run_against(&platform, heads.as_ref()).await?;
    for remark in &findings.remarks {
        output::line(remark);
    }
    for failure in &findings.failures {
        output::line(format_args!("FAILED {failure}"));
    }
    output::line(format_args!("{} checks, {} failed", findings.checks, findings.failures.len()));
    if findings.failures.is_empty() { Ok(()) } else { Err(Failure::Found) }
}
