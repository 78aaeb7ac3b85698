//! People sign in while others search: how long do both wait?

use super::closed_loop::Brought;
use super::{Load, Round, note, open_loop};
use crate::accounts::commands::measured;
use crate::accounts::model::Contact;
use crate::bench::http_client::Connection;
use crate::bench::report::Report;
use crate::bench::timing::ROUNDS;
use crate::bench::world::Site;
use crate::bench::{BenchError, Part, Tell};
use crate::http::paths;
use crate::http::query::encode;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How many sign in at once.
const AT_ONCE: usize = 10;
/// Results pages that others ask for meanwhile, a second.
const SEARCHES: f64 = 100.0;
/// How many accounts there are, and how often each signs in at most: less often than a stranger may try one.
const ACCOUNTS: usize = 250;
const TIMES: usize = 9;
/// A round takes so long, where the world is large.
const ROUND: Duration = Duration::from_secs(10);
/// The password of all.
const PASSWORD: &str = "seven buffaloes cross the ford";

/// Everybody who signs in.
pub(super) struct Members {
    contacts: Arc<Vec<Contact>>,
    budget: Duration,
}

/// Makes the accounts while the world is open.
pub(super) async fn members(site: &Site) -> Result<Members, BenchError> {
    let platform = &site.platform;
    let budget = site.ground.budget(ROUND);
    let at = platform.clock.now();
    // A world may be kept and measured again.
    let contact = |number| format!("member-{number}-{}@viak.example", at.timestamp_millis()).parse();
    let contacts: Vec<Contact> = (0..ACCOUNTS).filter_map(|number| contact(number).ok()).collect();
    measured::make((&platform.database, &platform.hashing), &contacts, PASSWORD, at).await?;
    Ok(Members { contacts: Arc::new(contacts), budget })
}

/// Rounds of searches at a fixed rate, alone and while people sign in, in turns; gives the searches.
pub(super) async fn load(
    (server, searches): (SocketAddr, &Load),
    members: &Members,
    report: &mut Report,
    tell: Tell<'_>,
) -> Result<Vec<Round>, BenchError> {
    tell(&format!("signing in {AT_ONCE} at once beside {SEARCHES} searches a second"));
    // A fixed rate is kept for half of the time that a load has.
    let searches = Load { budget: members.budget * 2, ..searches.clone() };
    let next = Arc::new(AtomicUsize::new(0));
    let (mut alone, mut beside, mut signed_in) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        alone.push(open_loop::round(server, &searches, SEARCHES).await?);
        let asking = open_loop::round(server, &searches, SEARCHES);
        let (answered, entered) = tokio::try_join!(asking, round(server, members, &next))?;
        beside.push(answered);
        signed_in.push(entered);
    }
    note(&format!("sign-in with a password, {AT_ONCE} at once"), &signed_in, report);
    note("/jobs over HTTP at 100 pages a second, nobody signs in", &alone, report);
    note("/jobs over HTTP at 100 pages a second, while 10 at once sign in", &beside, report);
    let entered: usize = signed_in.iter().map(|round| round.pages).sum();
    let failed: usize = signed_in.iter().map(|round| round.failed).sum();
    report.check(Part::Pages, format!("signed in: all but {failed} of {entered}"), failed == 0);
    alone.extend(beside);
    Ok(alone)
}

/// One round: whoever has signed in lets the next one do so.
async fn round(server: SocketAddr, members: &Members, next: &Arc<AtomicUsize>) -> Result<Round, BenchError> {
    let begun = Instant::now();
    let asking: Vec<_> = (0..AT_ONCE)
        .map(|_| tokio::spawn(enter(server, members.contacts.clone(), next.clone(), begun + members.budget)))
        .collect();
    let mut all = Brought::default();
    for client in asking {
        all.add(client.await??);
    }
    Ok(all.round(begun.elapsed()))
}

async fn enter(
    server: SocketAddr,
    contacts: Arc<Vec<Contact>>,
    next: Arc<AtomicUsize>,
    ends: Instant,
) -> Result<Brought, BenchError> {
    let mut brought = Brought::default();
    while Instant::now() < ends {
        let number = next.fetch_add(1, Ordering::Relaxed);
        let member = number % ACCOUNTS;
        let Some(contact) = contacts.get(member).filter(|_| number < ACCOUNTS * TIMES) else { break };
        // Each comes from a network of its own, as people do; errands are counted by network.
        let network = Ipv4Addr::new(127, 1, u8::try_from(member).unwrap_or_default(), 1);
        let mut connection = Connection::between(network, server).await?;
        let body = encode([("contact", contact.as_str()), ("password", PASSWORD)]);
        let head = format!(
            "POST {} HTTP/1.1\r\nhost: localhost\r\nsec-fetch-site: same-origin\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n",
            paths::SIGN_IN,
            body.len()
        );
        let asked = Instant::now();
        let reply = connection.ask(&head, body.as_bytes()).await?;
        brought.times.push(asked.elapsed());
        brought.bytes += reply.bytes;
        brought.failed += usize::from(reply.status != 303);
    }
    Ok(brought)
}
