//! Part `audit`: events recorded, sealed in a chain and verified again, in a database of their own.

use super::report::Report;
use super::{BenchError, Part, Plan, Tell, Traces, draw::Draw, folder};
use crate::app::OpenPlatformError;
use crate::audit::model::{Action, Actor, Code, OPERATOR, PERSON, Subject};
use crate::audit::verify::{Verified, verify};
use crate::audit::{self, Event, SEAL_AT_MOST};
use crate::clock::Clock;
use crate::db::Database;
use crate::ids::PersonId;
use std::time::Instant;

/// How many events where the plan has the sizes of a world that nobody chose; else so many for each of its people.
const EVENTS: usize = 1_000_000;
const UNCHOSEN: (u32, u32) = (10_000, 2_000);
const OF_A_PERSON: usize = 10;
/// What is required: seconds to verify a million events.
const SECONDS: f64 = 30.0;
/// Bytes of disk that an event takes with its indexes and its share of the log, generously.
const BYTES: u64 = 1_200;
/// Events of one transaction.
const BATCH: usize = 1_000;
/// Why an officer looks at a record.
const PURPOSE: Code = Code::known("placement");

/// Records, seals and verifies, in a folder that is gone afterwards.
pub(super) async fn measure(
    (plan, clock): (&Plan, &Clock),
    traces: &Traces,
    report: &mut Report,
    tell: Tell<'_>,
) -> Result<(), BenchError> {
    let unchosen = (plan.people, plan.vacancies) == UNCHOSEN;
    let events = if unchosen { EVENTS } else { plan.people as usize * OF_A_PERSON };
    let folder = folder::make_for(events as u64 * BYTES)?;
    traces.note_folder(folder.path().to_owned());
    let database = Database::open_sqlite(folder.path()).await.map_err(OpenPlatformError::from)?;
    database.migrate().await.map_err(OpenPlatformError::from)?;
    let part = Some(Part::Audit);
    report.figure(part, "events", events as f64, "events");
    tell(&format!("recording {events} events"));
    let mut draw = Draw::new(plan.seed, 12);
    let begun = Instant::now();
    let mut left = events;
    while left > 0 {
        let batch: Vec<Event> = (0..left.min(BATCH)).map(|_| event(&mut draw)).collect();
        left -= batch.len();
        let transaction = database.begin().await?;
        audit::record_all(&transaction, &batch, clock.now()).await?;
        transaction.commit().await?;
    }
    let rate = |begun: Instant| events as f64 / begun.elapsed().as_secs_f64();
    report.figure(part, format!("recorded, {BATCH} in a transaction"), rate(begun), "events/s");
    tell("sealing them");
    let begun = Instant::now();
    while audit::seal_waiting(&database, clock.now()).await? > 0 {}
    report.figure(part, format!("sealed, {SEAL_AT_MOST} at a time"), rate(begun), "events/s");
    tell("verifying them");
    let begun = Instant::now();
    let Verified { events: verified, failures, .. } = verify(&database, None).await?;
    let seconds = begun.elapsed().as_secs_f64();
    report.figure(part, "disk", folder::bytes_below(folder.path()) as f64 / 1e6, "MB");
    report.figure(part, "verified", rate(begun), "events/s");
    report.figure(part, "verification of all", seconds, "s");
    let whole = failures.is_empty() && verified == events as u64;
    report.check(part, format!("{verified} of {events} events verified, {} failures", failures.len()), whole);
    let required = format!("{events} events verified in at most {SECONDS} s: {seconds:.1} s");
    report.check(part, required, seconds <= SECONDS || events > EVENTS);
    Ok(())
}

/// An officer reads or changes somebody's record.
fn event(draw: &mut Draw) -> Event {
    let person = PersonId::from_u128(draw.below(usize::MAX) as u128);
    let actor = Actor::Account(uuid::Uuid::from_u128(draw.below(500) as u128));
    let action = if draw.chance(80) { Action::Read } else { Action::Changed };
    Event::new(actor, OPERATOR, action, Subject::of(PERSON, person.as_uuid()))
        .about(person)
        .purpose(PURPOSE)
        .fields(&["given_name", "family_name", "phone", "birth_date"])
        .because("asked at the counter for a vacancy nearby")
}
