//! Does the audit trail hold? Every event, every seal, and the heads that were kept elsewhere.

use super::anchor::Heads;
use super::store::{self, SEAL_AT_MOST};
use super::{keys, seal};
use crate::db::Database;
use crate::db::entities::{audit_event, audit_seal};
use sea_orm::DbErr;
use std::collections::BTreeSet;
use std::num::NonZero;
use tokio::task::JoinSet;

/// Seals that are read at once.
const SEALS: u64 = 1_000;
/// Events that are read at once, or those of one seal.
const EVENTS: usize = 5_000;
/// How many groups of events are judged at once, at most: SQLite has four readers.
const AT_ONCE: usize = 4;
/// Failures that are told one by one.
const TOLD: usize = 1_000;

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// Seals that were looked at.
    pub seals: u64,
    /// Sealed events that were looked at.
    pub events: u64,
    /// Those of them whose personal part is erased.
    pub erased: u64,
    /// Events that wait for their seal.
    pub waiting: u64,
    /// One line for each failure.
    pub failures: Vec<String>,
}

/// What was found about some seals.
#[derive(Default)]
struct Judged {
    events: u64,
    erased: u64,
    /// By the number of the seal.
    failures: Vec<(i64, String)>,
}

impl Judged {
    fn add(&mut self, other: Self) {
        let Self { events, erased, failures } = other;
        self.events += events;
        self.erased += erased;
        self.failures.extend(failures);
        // However much is wrong, memory is not filled with it.
        self.failures.truncate(TOLD);
    }

    fn count(&mut self, events: &[audit_event::Model]) {
        self.events += events.len() as u64;
        self.erased += events.iter().filter(|event| event.personal.is_none()).count() as u64;
    }
}

/// Verifies the whole trail, and holds it to `heads` from elsewhere if there are any. It reads some thousand events at
/// a time, on as many cores as there are.
pub async fn verify(database: &Database, heads: Option<&Heads>) -> Result<Verified, DbErr> {
    let mut verified = Verified::default();
    let mut told: Vec<String> = Vec::new();
    if let Some(heads) = heads {
        told.extend(heads.faults(&keys::known(database.reader()).await?));
    }
    let mut walk = Walk::new(database, heads);
    if let Some((lowest, highest)) = store::sealed_until(database.reader()).await? {
        walk.walk(lowest, highest).await?;
    }
    let (judged, seals, missing) = walk.end().await;
    told.extend(missing);
    let Judged { events, erased, mut failures } = judged;
    failures.sort_by_key(|(number, _)| *number);
    told.extend(failures.into_iter().map(|(_, failure)| failure));
    for (event, number) in store::unknown_seals(database.reader(), TOLD as u64).await? {
        told.push(format!("event {event} is of seal {number}, which is missing"));
    }
    verified.waiting = waiting(database, &mut told).await?;
    if told.len() > TOLD {
        told.truncate(TOLD);
        told.push("and more".to_owned());
    }
    verified.failures = told.into_iter().map(|failure| format!("audit: {failure}")).collect();
    Ok(Verified { seals, events, erased, ..verified })
}

/// Judges the events that wait, each by itself; returns how many there are.
async fn waiting(database: &Database, told: &mut Vec<String>) -> Result<u64, DbErr> {
    let mut after = None;
    let mut count = 0;
    loop {
        let events = store::waiting_after(database.reader(), after, EVENTS as u64).await?;
        let Some(last) = events.last() else { return Ok(count) };
        after = Some(last.id);
        count += events.len() as u64;
        let faults = events.iter().filter_map(|event| Some((event.id, seal::fault_of_event(event)?)));
        told.extend(faults.map(|(id, fault)| format!("event {id} {fault}")));
        told.truncate(TOLD + 1);
    }
}

/// The way along the chain: seals in their order here, their events in tasks beside it.
struct Walk<'a> {
    database: &'a Database,
    heads: Option<&'a Heads>,
    /// Heads whose seal has not been met.
    unmet: BTreeSet<i64>,
    last: Option<audit_seal::Model>,
    seals: u64,
    sealed: i64,
    judged: Judged,
    running: JoinSet<Judged>,
}

impl<'a> Walk<'a> {
    fn new(database: &'a Database, heads: Option<&'a Heads>) -> Self {
        let unmet = heads.map(Heads::numbers).unwrap_or_default();
        let (judged, running) = (Judged::default(), JoinSet::new());
        Self { database, heads, unmet, last: None, seals: 0, sealed: 0, judged, running }
    }

    async fn walk(&mut self, lowest: i64, highest: i64) -> Result<(), DbErr> {
        let mut after = lowest.saturating_sub(1);
        let mut group: Vec<audit_seal::Model> = Vec::new();
        loop {
            let page = store::seals_after(self.database.reader(), (after, highest), SEALS).await?;
            let Some(end) = page.last() else { break };
            after = end.number;
            for seal in page {
                self.meet(&seal);
                group.push(seal);
                if group.iter().map(counted).sum::<usize>() >= EVENTS || group.len() >= SEALS as usize {
                    self.judge(std::mem::take(&mut group)).await;
                }
            }
        }
        self.judge(group).await;
        Ok(())
    }

    /// Holds a seal to the one before it and to the heads.
    fn meet(&mut self, seal: &audit_seal::Model) {
        let number = seal.number;
        self.seals += 1;
        self.sealed = self.sealed.saturating_add(i64::from(seal.count));
        self.unmet.remove(&number);
        let link = seal::fault_of_link(self.last.as_ref(), seal);
        let link = link.map(|fault| format!("seal {number} {fault}"));
        let heads = self.heads.map(|heads| heads.faults_of(number, &seal.hash, self.sealed));
        let failures = link.into_iter().chain(heads.into_iter().flatten()).map(|fault| (number, fault));
        self.judged.add(Judged { failures: failures.collect(), ..Judged::default() });
        self.last = Some(seal.clone());
    }

    /// Has the events of some seals judged, as soon as a core is free.
    async fn judge(&mut self, seals: Vec<audit_seal::Model>) {
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        while self.running.len() >= cores.min(AT_ONCE) {
            self.take_one().await;
        }
        let database = self.database.clone();
        self.running.spawn(async move { judge(&database, &seals).await });
    }

    async fn take_one(&mut self) -> bool {
        match self.running.join_next().await {
            None => return false,
            Some(Ok(judged)) => self.judged.add(judged),
            Some(Err(stopped)) => {
                let failures = vec![(0, format!("some events could not be judged: {stopped}"))];
                self.judged.add(Judged { failures, ..Judged::default() });
            }
        }
        true
    }

    /// What was found, how many seals there were, and the heads whose seal is missing.
    async fn end(mut self) -> (Judged, u64, Vec<String>) {
        while self.take_one().await {}
        let newest = self.last.as_ref().map_or(0, |last| last.number);
        let missing = self.heads.map(|heads| heads.missing(|number| !self.unmet.contains(&number), newest));
        (self.judged, self.seals, missing.unwrap_or_default())
    }
}

/// How many events are expected of a seal, however it counts.
fn counted(seal: &audit_seal::Model) -> usize {
    usize::try_from(seal.count).unwrap_or(0).min(SEAL_AT_MOST as usize)
}

/// Judges the events of seals that follow each other: all at once, and only where that does not come out, one by one.
async fn judge(database: &Database, seals: &[audit_seal::Model]) -> Judged {
    let (Some(first), Some(last)) = (seals.first(), seals.last()) else { return Judged::default() };
    let expected: usize = seals.iter().map(counted).sum();
    let ends = (first.number, last.number);
    if let Ok(events) = store::of_seals(database.reader(), ends, expected as u64 + 1).await
        && events.len() == expected
        && all_hold(seals, &events)
    {
        let mut judged = Judged::default();
        judged.count(&events);
        return judged;
    }
    let mut judged = Judged::default();
    for seal in seals {
        let number = seal.number;
        let limit = counted(seal) as u64 + 1;
        let faults = match store::of_seals(database.reader(), (number, number), limit).await {
            Ok(events) => {
                judged.count(&events);
                seal::faults_of_events(seal, &events)
            }
            Err(error) => vec![format!("seal {number}: its events cannot be read: {error}")],
        };
        let failures = faults.into_iter().map(|fault| (number, fault)).collect();
        judged.add(Judged { failures, ..Judged::default() });
    }
    judged
}

fn all_hold(seals: &[audit_seal::Model], mut events: &[audit_event::Model]) -> bool {
    seals.iter().all(|seal| {
        let Some((ours, rest)) = events.split_at_checked(counted(seal)) else { return false };
        events = rest;
        seal::faults_of_events(seal, ours).is_empty()
    })
}
