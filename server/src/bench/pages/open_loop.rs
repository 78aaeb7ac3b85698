//! At a fixed rate: pages are due at set moments, whether or not earlier ones have come back, and each is
//! waited for since its moment. A server that falls behind cannot hide it.

use super::closed_loop::Brought;
use super::{CONNECTIONS, Load, Round};
use crate::bench::BenchError;
use crate::bench::http_client::Connection;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// Time between the opening of the connections and the first page, and after the last page that is due.
const LEAD: Duration = Duration::from_millis(50);
/// Parts of a closed round's time that a round takes.
const SHARE: f64 = 0.5;

/// One round: whoever of the connections is free takes the next page, at its moment or as soon as it can.
pub(super) async fn round(server: SocketAddr, load: &Load, rate: f64) -> Result<Round, BenchError> {
    let next = Arc::new(AtomicU32::new(0));
    let schedule = Schedule {
        begins: Instant::now() + LEAD,
        every: Duration::from_secs_f64(1.0 / rate),
        pages: (load.budget.as_secs_f64() * SHARE * rate).clamp(1.0, 1e7) as u32,
    };
    let asking: Vec<_> =
        (0..CONNECTIONS).map(|_| tokio::spawn(ask(server, load.clone(), next.clone(), schedule))).collect();
    let mut all = Brought::default();
    for client in asking {
        all.add(client.await??);
    }
    Ok(all.round(schedule.begins.elapsed()))
}

/// When pages are due.
#[derive(Clone, Copy)]
struct Schedule {
    begins: Instant,
    every: Duration,
    pages: u32,
}

impl Schedule {
    /// The moment of the page `number`; none after the last.
    fn due(&self, number: u32) -> Option<Instant> {
        (number < self.pages).then(|| self.begins + self.every * number)
    }
}

async fn ask(
    server: SocketAddr,
    load: Load,
    next: Arc<AtomicU32>,
    schedule: Schedule,
) -> Result<Brought, BenchError> {
    let mut connection = Connection::open(server).await?;
    let mut brought = Brought::default();
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        let around = (number as usize).checked_rem(load.addresses.len());
        let address = around.and_then(|at| load.addresses.get(at));
        let (Some(due), Some(address)) = (schedule.due(number), address) else { return Ok(brought) };
        // The timer wakes up to a millisecond late, which is counted as waiting too.
        tokio::time::sleep_until(due.into()).await;
        let reply = connection.get(address, load.encodings).await?;
        brought.times.push(due.elapsed());
        brought.bytes += reply.bytes;
        brought.failed += usize::from(reply.status != 200);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpListener;

    /// A server that lets every connection wait before its first reply.
    async fn slow_at_first(pause: Duration) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                tokio::spawn(async move {
                    let mut pause = pause;
                    while stream.read(&mut [0; 1_024]).await.unwrap_or(0) > 0 {
                        tokio::time::sleep(std::mem::take(&mut pause)).await;
                        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").await.unwrap();
                    }
                });
            }
        });
        address
    }

    #[tokio::test]
    async fn pages_that_wait_for_a_late_one_count_their_waiting() {
        let server = slow_at_first(Duration::from_millis(300)).await;
        let addresses = Arc::new(vec!["/".to_owned()]);
        let load = Load { addresses, encodings: "", pages: 0, budget: Duration::from_millis(400) };
        // 64 pages are due within 200 ms, and all 32 connections are held for 300 ms: half of the pages
        // wait for a connection, which a clock that starts with the request would not see.
        let round = round(server, &load, 320.0).await.unwrap();
        assert_eq!((round.pages, round.failed), (64, 0));
        let latency = round.latency.unwrap();
        assert!(latency.p95 >= 295.0 && latency.p50 >= 100.0, "{latency:?}");
    }
}
