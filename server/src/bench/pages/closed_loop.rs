//! As fast as it can: every connection asks for its next page when it has one.

use super::{CONNECTIONS, Load, Round};
use crate::bench::BenchError;
use crate::bench::http_client::Connection;
use crate::bench::timing::Latency;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// What one connection brought.
#[derive(Default)]
pub(super) struct Brought {
    pub(super) times: Vec<Duration>,
    pub(super) bytes: usize,
    pub(super) failed: usize,
}

impl Brought {
    /// All of it, as one round that took `wall`.
    pub(super) fn round(self, wall: Duration) -> Round {
        let Self { times, bytes, failed } = self;
        let pages = times.len();
        let per_second = pages as f64 / wall.as_secs_f64();
        let latency = Latency::of(times, 1).map(|latency| Latency { per_second, ..latency });
        Round { latency, bytes, pages, failed }
    }

    /// Adds what another connection brought.
    pub(super) fn add(&mut self, other: Self) {
        self.times.extend(other.times);
        self.bytes += other.bytes;
        self.failed += other.failed;
    }
}

/// One round.
pub(super) async fn round(server: SocketAddr, load: &Load) -> Result<Round, BenchError> {
    let next = Arc::new(AtomicUsize::new(0));
    let begun = Instant::now();
    let asking: Vec<_> =
        (0..CONNECTIONS).map(|_| tokio::spawn(ask(server, load.clone(), next.clone(), begun))).collect();
    let mut all = Brought::default();
    for client in asking {
        all.add(client.await??);
    }
    Ok(all.round(begun.elapsed()))
}

async fn ask(
    server: SocketAddr,
    load: Load,
    next: Arc<AtomicUsize>,
    begun: Instant,
) -> Result<Brought, BenchError> {
    let mut connection = Connection::open(server).await?;
    let mut brought = Brought::default();
    while begun.elapsed() < load.budget {
        let at = next.fetch_add(1, Ordering::Relaxed);
        let address = at.checked_rem(load.addresses.len()).and_then(|at| load.addresses.get(at));
        let Some(address) = address.filter(|_| at < load.pages) else { break };
        let asked = Instant::now();
        let reply = connection.get(address, load.encodings).await?;
        brought.times.push(asked.elapsed());
        brought.bytes += reply.bytes;
        brought.failed += usize::from(reply.status != 200);
    }
    Ok(brought)
}
