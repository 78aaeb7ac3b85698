//! `viak check`: what must always hold, with a line for each failure.

use super::failure::Failure;
use super::{catch_up, output};
use crate::checks;
use crate::clock::Clock;
use crate::config::Settings;

/// Checks, prints, and fails if anything failed.
pub(super) async fn run(settings: Settings, clock: Clock) -> Result<(), Failure> {
    let platform = catch_up::open(settings, clock).await?;
    if platform.indexes.writable() {
        platform.close_the_day().await?;
        platform.catch_up_indexes().await?;
    }
    let findings = checks::run(&platform).await?;
    for remark in &findings.remarks {
        output::line(remark);
    }
    for failure in &findings.failures {
        output::line(format_args!("FAILED {failure}"));
    }
    output::line(format_args!("{} checks, {} failed", findings.checks, findings.failures.len()));
    if findings.failures.is_empty() { Ok(()) } else { Err(Failure::Found) }
}
