//! `viak check`: what must always hold, with a line for each failure.

use super::failure::Failure;
use super::{catch_up, output};
use crate::checks;
use crate::clock::Clock;
use crate::config::Settings;
use crate::outbox::Subject;

/// Checks, prints, and fails if anything failed.
pub(super) async fn run(settings: Settings, clock: Clock) -> Result<(), Failure> {
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
