//! Part `pages`: results pages over HTTP from a server as users run it, load on the same cores.

mod closed_loop;
mod first;
mod open_loop;
mod sign_in;

use super::child::Served;
use super::memory::Memory;
use super::processes::Usage;
use super::questions::addresses;
use super::report::{OURS, Outcome, Report, Row};
use super::timing::{Latency, ROUNDS};
use super::world::Site;
use super::{BenchError, Part, Tell, Traces};
use sign_in::Members;
use std::sync::Arc;
use std::time::Duration;

/// Connections that each ask for one page at a time.
const CONNECTIONS: usize = 32;
/// Pages of a round: every address several times.
const PAGES: usize = 6_000;
/// A round ends here.
const BUDGET: Duration = Duration::from_secs(20);
/// What browsers accept.
const BROWSER: &str = "gzip, deflate, br";
/// Pages a second at a fixed rate, where the server can do more.
const FIXED_RATE: f64 = 800.0;
/// The part of what it can do at which it is asked where it cannot.
const BELOW_SATURATION: f64 = 0.75;

/// What one round brought.
#[derive(Default)]
struct Round {
    latency: Option<Latency>,
    bytes: usize,
    pages: usize,
    failed: usize,
}

/// What is asked, and for how long in one round.
#[derive(Clone)]
struct Load {
    addresses: Arc<Vec<String>>,
    encodings: &'static str,
    pages: usize,
    budget: Duration,
}

/// Starts a server over the world, which must be closed meanwhile, and asks for pages: as fast as it can
/// without and with compression, then at a fixed rate, at last while people sign in.
pub(crate) async fn measure(
    site: Site,
    (traces, memory): (&Traces, &Memory),
    report: &mut Report,
    tell: Tell<'_>,
) -> Result<Site, BenchError> {
    let addresses = Arc::new(addresses(&site));
    if addresses.is_empty() {
        return Err(BenchError::TooSmall("no vacancy to ask for"));
    }
    report.figure(Some(Part::Pages), "distinct addresses", addresses.len() as f64, "addresses");
    let questions = first::questions(&site, &addresses).await?;
    let members = sign_in::members(&site).await?;
    let ground = site.close();
    let server = first::starts(&ground, &questions, (traces, memory), report, tell).await?;
    let budget = ground.budget(BUDGET);
    let plain = Load { addresses, encodings: "", pages: PAGES, budget };
    let loaded = load(&server, (&plain, &members), report, tell).await;
    server.end();
    loaded?;
    ground.open().await
}

/// All rounds over one server, and what it takes afterwards.
async fn load(
    server: &Served<'_>,
    (plain, members): (&Load, &Members),
    report: &mut Report,
    tell: Tell<'_>,
) -> Result<(), BenchError> {
    let compressed = Load { encodings: BROWSER, ..plain.clone() };
    let distinct = plain.addresses.len();
    tell(&format!("asking for {distinct} distinct results pages over {CONNECTIONS} connections"));
    let before = (server.usage(), Usage::now());
    // The server has just begun: it holds no row and knows no word yet.
    let first = [closed_loop::round(server.address, &Load { pages: distinct, ..plain.clone() }).await?];
    let (mut as_is, mut smaller) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        as_is.push(closed_loop::round(server.address, plain).await?);
        smaller.push(closed_loop::round(server.address, &compressed).await?);
    }
    let after = (server.usage(), Usage::now());
    let pages = first.iter().chain(&as_is).chain(&smaller).map(|round| round.pages).sum::<usize>();
    note("/jobs over HTTP, 32 connections", &as_is, report);
    note("/jobs over HTTP, 32 connections, compressed", &smaller, report);
    note("/jobs over HTTP, 32 connections, each address for the first time", &first, report);
    let rate = rate(&as_is);
    tell(&format!("asking at a fixed rate of {rate:.0} pages a second"));
    let mut fixed = Vec::new();
    for _ in 0..ROUNDS {
        fixed.push(open_loop::round(server.address, plain, rate).await?);
    }
    note("/jobs over HTTP, 32 connections, at a fixed rate from the scheduled moment", &fixed, report);
    report.figure(Some(Part::Pages), "fixed rate", rate, "pages/s scheduled");
    for (who, before, after) in [("server", before.0, after.0), ("load", before.1, after.1)] {
        let spent = (after.processor_seconds - before.processor_seconds) * 1_000.0 / pages.max(1) as f64;
        report.figure(Some(Part::Pages), format!("processor time, {who}"), spent, "ms/page");
    }
    note_server(server, report);
    let beside = sign_in::load((server.address, plain), members, report, tell).await?;
    let rounds = first.iter().chain(&as_is).chain(&smaller).chain(&fixed).chain(&beside);
    let (pages, failed) =
        rounds.fold((0, 0), |(pages, failed), round| (pages + round.pages, failed + round.failed));
    report.check(Part::Pages, format!("answered with 200: all but {failed} of {pages} pages"), failed == 0);
    Ok(())
}

/// The rate at which the server is asked: what is wanted, or somewhat less than it can do.
fn rate(rounds: &[Round]) -> f64 {
    let latencies: Vec<Latency> = rounds.iter().filter_map(|round| round.latency).collect();
    let most = Latency::median(&latencies).map_or(1.0, |latency| latency.per_second);
    FIXED_RATE.min(most * BELOW_SATURATION).max(1.0)
}

/// What the server takes now.
fn note_server(server: &Served<'_>, report: &mut Report) {
    let usage = server.usage();
    for (what, value) in [
        ("memory of the server after the load, RssAnon", usage.anonymous_mb),
        ("memory of the server after the load, VmRSS", usage.resident_mb),
        ("memory of the server, most ever resident", usage.peak_mb),
    ] {
        report.figure(Some(Part::Pages), what, value as f64, "MB");
    }
    report.figure(
        Some(Part::Pages),
        "processor time of the server, whole part",
        usage.processor_seconds,
        "s",
    );
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
    let mean = bytes as f64 / pages.max(1) as f64;
    report.figure(Some(Part::Pages), format!("{what}: size"), mean, "bytes/page");
}
