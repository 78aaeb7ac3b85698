//! Eight clients that write, and remember what was acknowledged.

use serde_json::json;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tests::{Answer, request};

/// Clients at once.
pub(super) const COUNT: usize = 8;
/// Vacancies that one client keeps changing.
const VACANCIES: usize = 11;
/// Between one write and the next of a client.
const PAUSE: Duration = Duration::from_millis(25);
/// A write that is not acknowledged after so long fails the test.
const PATIENCE: Duration = Duration::from_secs(90);

/// How a vacancy was acknowledged last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Acknowledged {
    /// Its id.
    pub(super) id: String,
    /// Its title; none once it was withdrawn.
    pub(super) title: Option<String>,
}

/// How many writes of each vacancy were acknowledged, by its id.
pub(super) type Counts = BTreeMap<String, usize>;

/// What clients have written.
#[derive(Default)]
pub(super) struct Written {
    /// By identifier.
    pub(super) vacancies: BTreeMap<String, Acknowledged>,
    /// How often each was written.
    pub(super) writes: Counts,
    created: usize,
    updated: usize,
    withdrawn: usize,
    /// Tries that were not acknowledged, for want of an answer or by it.
    retried: usize,
    /// Longest wait from the first try to the acknowledgement.
    longest: Duration,
}

impl Written {
    /// How many writes were acknowledged.
    pub(super) fn acknowledged(&self) -> usize {
        self.writes.values().sum()
    }

    fn acknowledge(&mut self, identifier: String, now: Acknowledged) {
        *self.writes.entry(now.id.clone()).or_default() += 1;
        self.vacancies.insert(identifier, now);
    }
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { vacancies, created, updated, withdrawn, retried, longest, .. } = self;
        let all = self.acknowledged();
        write!(
            f,
            "{all} writes acknowledged ({created} created, {updated} amended, {withdrawn} withdrawn) of {} \
             vacancies, {retried} tries repeated, longest wait {longest:.1?}",
            vacancies.len()
        )
    }
}

/// Clients at work.
pub(super) struct Clients {
    ended: Arc<AtomicBool>,
    threads: Vec<JoinHandle<Written>>,
}

impl Clients {
    /// Starts them; each has a token of its own and takes the servers in turn.
    pub(super) fn start(servers: &[String], tokens: &[String]) -> Self {
        let ended = Arc::new(AtomicBool::new(false));
        let client = |(number, token): (usize, &String)| {
            let (servers, ended) = (servers.to_vec(), ended.clone());
            let bearer = format!("Bearer {token}");
            let mut client = Client { number, servers, bearer, turn: number, written: Written::default() };
            std::thread::spawn(move || {
                let mut step = 0;
                while !ended.load(Ordering::Relaxed) {
                    client.write(step);
                    step += 1;
                    std::thread::sleep(PAUSE);
                }
                client.written
            })
        };
        let threads = tokens.iter().enumerate().map(client).collect();
        Self { ended, threads }
    }

    /// Ends them after the write each is at; returns what all have written.
    pub(super) fn stop(self) -> Written {
        self.ended.store(true, Ordering::Relaxed);
        let mut all = Written::default();
        for thread in self.threads {
            let one = thread.join().expect("a client got an answer that it must not get");
            all.vacancies.extend(one.vacancies);
            all.writes.extend(one.writes);
            all.created += one.created;
            all.updated += one.updated;
            all.withdrawn += one.withdrawn;
            all.retried += one.retried;
            all.longest = all.longest.max(one.longest);
        }
        all
    }
}

struct Client {
    number: usize,
    servers: Vec<String>,
    bearer: String,
    turn: usize,
    written: Written,
}

impl Client {
    /// One write: a vacancy is created, amended three times, withdrawn, offered again, and so on.
    fn write(&mut self, step: usize) {
        // A stride without common factor visits all before it visits one again.
        let identifier = format!("c{}-{}", self.number, step * 7 % VACANCIES);
        let key = format!("{}-{step}", self.number);
        let held = self.written.vacancies.get(&identifier).cloned();
        match held {
            Some(Acknowledged { id, title: Some(_) }) if step / VACANCIES % 4 == 3 => {
                let answer = self.until_acknowledged(("DELETE", &format!("/api/v1/jobs/{id}")), &key, "");
                assert_eq!(answer.status, 204, "{}", answer.body);
                self.written.withdrawn += 1;
                self.written.acknowledge(identifier, Acknowledged { id, title: None });
            }
            held => {
                let title = format!("Welder {}", word(self.number, step));
                let employer = format!("Works {}", step % 17);
                let posting =
                    json!({"identifier": identifier, "title": title, "hiringOrganization": employer});
                let answer = self.until_acknowledged(("POST", "/api/v1/jobs"), &key, &posting.to_string());
                let json = answer.json();
                let id = json["id"].as_str().expect("a vacancy has an id").to_owned();
                assert_eq!(json["title"], title.as_str());
                match &held {
                    None => assert_eq!(answer.status, 201, "{identifier} was there already"),
                    Some(before) => assert_eq!((answer.status, &id), (200, &before.id), "{identifier}"),
                }
                self.written.created += usize::from(held.is_none());
                self.written.updated += usize::from(held.is_some());
                self.written.acknowledge(identifier, Acknowledged { id, title: Some(title) });
            }
        }
    }

    /// Asks one server after the other, with the same key, until one acknowledges.
    fn until_acknowledged(&mut self, what: (&str, &str), key: &str, body: &str) -> Answer {
        let begun = Instant::now();
        loop {
            let server = &self.servers[self.turn % self.servers.len()];
            let headers = [("Authorization", self.bearer.as_str()), ("Idempotency-Key", key)];
            match request(server, what, &headers, body) {
                Ok(answer) if answer.status < 300 => {
                    self.written.longest = self.written.longest.max(begun.elapsed());
                    return answer;
                }
                // A fault of ours is never an answer to something that went away.
                Ok(answer) => assert!(
                    matches!(answer.status, 409 | 503),
                    "{what:?} was answered {}: {}",
                    answer.status,
                    answer.body
                ),
                Err(_) => {}
            }
            self.turn += 1;
            self.written.retried += 1;
            assert!(begun.elapsed() < PATIENCE, "{what:?} is not acknowledged after {PATIENCE:?}");
            std::thread::sleep(Duration::from_millis(40));
        }
    }
}

/// A word that no other write has.
fn word(client: usize, step: usize) -> String {
    let letters = format!("{client}{step:05}");
    let letters: String = letters.bytes().map(|digit| char::from(b'b' + (digit - b'0'))).collect();
    format!("zq{letters}w")
}
