//! Figures that nobody counts by the way: how far behind, how large, how many connections.

use super::WorkFailure;
use crate::app::Platform;
use crate::audit;
use crate::figures::{AUDIT_WAITING, COLUMNS, CONNECTIONS, DOCUMENTS, LAG_ROWS, LAG_SECONDS, MEMORY, READY};
use crate::figures::{MESSAGES_HELD, MESSAGES_OLDEST};
use crate::mail::{Channel, Status, list};
use crate::outbox::{self, Position, Subject};
use std::sync::Arc;

/// Takes them once. A process that cannot ask the database is not ready.
pub(super) async fn measure(platform: Arc<Platform>) -> Result<(), WorkFailure> {
    let taken = take(&platform).await;
    metrics::gauge!(READY).set(f64::from(u8::from(taken.is_ok() && platform.is_ready())));
    taken
}

async fn take(platform: &Platform) -> Result<(), WorkFailure> {
    let (open, idle) = platform.database.connections();
    metrics::gauge!(CONNECTIONS, "state" => "open").set(f64::from(open));
    metrics::gauge!(CONNECTIONS, "state" => "idle").set(idle as f64);
    for (kind, name) in [("anonymous", "RssAnon:"), ("file", "RssFile:")] {
        metrics::gauge!(MEMORY, "kind" => kind).set(resident(name) as f64);
    }
    for subject in [Subject::Vacancy, Subject::Person] {
        let index = platform.indexes.of(subject);
        metrics::gauge!(DOCUMENTS, "index" => subject.name()).set(index.len() as f64);
        behind(platform, subject.name(), &[subject], Position(index.watermark())).await?;
    }
    metrics::gauge!(AUDIT_WAITING).set(audit::waiting(platform.database.reader()).await? as f64);
    let (people, openings) = platform.columns.sizes();
    metrics::gauge!(COLUMNS, "of" => "people").set(people as f64);
    metrics::gauge!(COLUMNS, "of" => "openings").set(openings as f64);
    if let Some(reached) = platform.columns.reached() {
        behind(platform, "columns", &[Subject::Vacancy, Subject::Person], reached).await?;
    }
    letters(platform).await
}

async fn letters(platform: &Platform) -> Result<(), WorkFailure> {
    let sums = list::sums(&platform.database).await?;
    for channel in [Channel::Email, Channel::Sms] {
        for status in [Status::Waiting, Status::Sent, Status::Dead] {
            let sum = sums.iter().find(|sum| sum.channel == channel && sum.status == status);
            let held = sum.map_or(0, |sum| sum.letters);
            metrics::gauge!(MESSAGES_HELD, "channel" => channel.name(), "state" => status.name())
                .set(held as f64);
        }
    }
    let waiting = sums.iter().filter(|sum| sum.status == Status::Waiting);
    let oldest = waiting.map(|sum| (platform.clock.now() - sum.oldest).num_seconds().max(0)).max();
    metrics::gauge!(MESSAGES_OLDEST).set(oldest.unwrap_or(0) as f64);
    Ok(())
}

async fn behind(
    platform: &Platform,
    follower: &'static str,
    subjects: &[Subject],
    reached: Position,
) -> Result<(), WorkFailure> {
    let (rows, oldest) = outbox::unseen(platform.database.reader(), subjects, reached).await?;
    let age = oldest.map_or(0, |oldest| (platform.clock.now() - oldest).num_milliseconds().max(0));
    metrics::gauge!(LAG_ROWS, "follower" => follower).set(rows as f64);
    metrics::gauge!(LAG_SECONDS, "follower" => follower).set(age as f64 / 1000.0);
    Ok(())
}

/// Bytes of a line of `/proc/self/status`; 0 where there is none.
fn resident(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let kilobytes = line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.unwrap_or_default() * 1024
}
