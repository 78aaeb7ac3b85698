//! Part `pages`: results pages over HTTP from a server in this process, load on the same cores.

use super::http_client::Connection;
use super::machine::Usage;
use super::questions::addresses;
use super::report::{OURS, Outcome, Report, Row};
use super::timing::{Latency, ROUNDS};
use super::world::Site;
use super::{BenchError, Part, Tell};
use crate::http::router;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::net::TcpListener;

/// Connections that each ask for the next page when they have one.
const CONNECTIONS: usize = 32;
/// Pages of a round: every address several times.
const PAGES: usize = 6_000;
/// Pages before anything is timed.
const WARM_UP: usize = 500;
/// A round ends here.
const BUDGET: Duration = Duration::from_secs(20);
/// What browsers accept.
const BROWSER: &str = "gzip, deflate, br";

/// What one round brought.
struct Round {
    latency: Option<Latency>,
    bytes: usize,
    pages: usize,
    failed: usize,
}

/// Serves and asks, without and with compression.
pub(crate) async fn measure(site: &Site, report: &mut Report, tell: Tell<'_>) -> Result<(), BenchError> {
    let addresses = Arc::new(addresses(site));
    if addresses.is_empty() {
        return Err(BenchError::TooSmall("no vacancy to ask for"));
    }
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let server = listener.local_addr()?;
    let app = router::router(site.platform.clone()).into_make_service_with_connect_info::<SocketAddr>();
    let serving = tokio::spawn(async move { axum::serve(listener, app).await });
    let before = Usage::now();
    tell(&format!("asking for {} distinct results pages over {CONNECTIONS} connections", addresses.len()));
    load(server, &addresses, "", WARM_UP).await?;
    let (mut plain, mut compressed) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        plain.push(load(server, &addresses, "", PAGES).await?);
        compressed.push(load(server, &addresses, BROWSER, PAGES).await?);
    }
    let after = Usage::now();
    serving.abort();
    note("/jobs over HTTP, 32 connections", &plain, report);
    note("/jobs over HTTP, 32 connections, compressed", &compressed, report);
    let part = Some(Part::Pages);
    report.figure(part, "distinct addresses", addresses.len() as f64, "addresses");
    for (what, value) in [
        ("memory of the process before, RssAnon", before.anonymous_mb),
        ("memory of the process after, RssAnon", after.anonymous_mb),
        ("memory of the process after, VmRSS", after.resident_mb),
    ] {
        report.figure(part, what, value as f64, "MB");
    }
    let pages: usize = plain.iter().chain(&compressed).map(|round| round.pages).sum();
    let processor = (after.processor_seconds - before.processor_seconds) * 1_000.0 / pages.max(1) as f64;
    report.figure(part, "processor time, server and load", processor, "ms/page");
    let failed: usize = plain.iter().chain(&compressed).map(|round| round.failed).sum();
    report.check(Part::Pages, format!("answered with 200: all but {failed} of {pages} pages"), failed == 0);
    Ok(())
}

fn note(what: &str, rounds: &[Round], report: &mut Report) {
    let latencies: Vec<Latency> = rounds.iter().filter_map(|round| round.latency).collect();
    let outcome = match Latency::median(&latencies) {
        Some(latency) => Outcome::Measured { latency, together: None },
        None => Outcome::NotRun("no page came back".to_owned()),
    };
    report.rows.push(Row { part: Part::Pages, what: what.to_owned(), engine: OURS.to_owned(), outcome });
    let (bytes, pages) =
        rounds.iter().fold((0, 0), |(bytes, pages), round| (bytes + round.bytes, pages + round.pages));
    report.figure(
        Some(Part::Pages),
        format!("{what}: size"),
        bytes as f64 / pages.max(1) as f64,
        "bytes/page",
    );
}

/// One round of `pages` pages.
async fn load(
    server: SocketAddr,
    addresses: &Arc<Vec<String>>,
    encodings: &'static str,
    pages: usize,
) -> Result<Round, BenchError> {
    let next = Arc::new(AtomicUsize::new(0));
    let begun = Instant::now();
    let until = begun + BUDGET;
    let asking: Vec<_> = (0..CONNECTIONS)
        .map(|_| tokio::spawn(ask(server, addresses.clone(), encodings, next.clone(), (pages, until))))
        .collect();
    let mut times = Vec::new();
    let (mut bytes, mut failed) = (0, 0);
    for client in asking {
        let (took, read, refused) = client.await??;
        times.extend(took);
        bytes += read;
        failed += refused;
    }
    let wall = begun.elapsed().as_secs_f64();
    let answered = times.len();
    let latency =
        Latency::of(times, 1).map(|latency| Latency { per_second: answered as f64 / wall, ..latency });
    Ok(Round { latency, bytes, pages: answered, failed })
}

/// One client: times, bytes, and replies other than 200.
async fn ask(
    server: SocketAddr,
    addresses: Arc<Vec<String>>,
    encodings: &'static str,
    next: Arc<AtomicUsize>,
    (pages, until): (usize, Instant),
) -> Result<(Vec<Duration>, usize, usize), BenchError> {
    let mut connection = Connection::open(server).await?;
    let mut times = Vec::new();
    let (mut bytes, mut failed) = (0, 0);
    while Instant::now() < until {
        let at = next.fetch_add(1, Ordering::Relaxed);
        let address = at.checked_rem(addresses.len()).and_then(|at| addresses.get(at));
        let Some(address) = address.filter(|_| at < pages) else { break };
        let begun = Instant::now();
        let reply = connection.get(address, encodings).await?;
        times.push(begun.elapsed());
        bytes += reply.bytes;
        failed += usize::from(reply.status != 200);
    }
    Ok((times, bytes, failed))
}
