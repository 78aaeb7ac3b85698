//! How many connections are served at once, and for how long does each wait for a request?
//!
//! A connection is a file of the process, as the database's and the index's are. So there are never more of them than
//! leave the rest what it needs; whoever comes then waits before the door. And none is kept for nothing: the head of a
//! request is there within ten seconds after the connection, or after the answer before it.

use super::long_lines::Shortening;
use crate::figures::CALLERS;
use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use rustix::process::{Resource, getrlimit};
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::ServiceExt;

/// A request whose head takes longer is not waited for.
const PATIENCE: Duration = Duration::from_secs(10);
/// Files that the rest of the process may hold open: database, index, letters, the children that read uploads.
const KEPT: u64 = 256;
/// More connections than this want more memory than they are worth.
const MOST: u64 = 10_000;
/// Whoever watches the figures needs no more.
const MOST_WATCHERS: usize = 16;

/// On which terms connections are served.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terms {
    /// To what, as the figures say it.
    to: &'static str,
    /// How many at once.
    most: usize,
    /// How long the head of a request is waited for.
    patience: Duration,
}

impl Terms {
    /// Those of the pages and of the interface for machines.
    pub(crate) fn of_pages() -> Self {
        Self { to: "pages", most: share(getrlimit(Resource::Nofile).current), patience: PATIENCE }
    }

    /// Those of the figures.
    pub(crate) fn of_figures() -> Self {
        Self { to: "figures", most: MOST_WATCHERS, patience: PATIENCE }
    }
}

/// How many of so many files may be connections to the pages; half of them where there are few.
fn share(files: Option<u64>) -> usize {
    let share = files.map_or(MOST, |files| files.saturating_sub(KEPT).max(files / 2));
    usize::try_from(share.min(MOST)).unwrap_or(usize::MAX)
}

/// Serves whoever connects until it is told to end; then answers what was begun.
pub(crate) async fn serve(
    mut listener: TcpListener,
    app: Router,
    terms: Terms,
    ended: impl Future<Output = ()>,
) {
    let places = Places::of(terms);
    let begun = GracefulShutdown::new();
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(terms.patience);
    let mut ended = pin!(ended);
    loop {
        let (place, stream, peer) = tokio::select! {
            () = &mut ended => break,
            come = places.next(&mut listener) => come,
        };
        let app = app.clone();
        let answer = service_fn(move |request| app.clone().oneshot(named(request, peer)));
        let connection = http.serve_connection(TokioIo::new(Shortening::over(stream)), answer);
        let connection = begun.watch(connection);
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection was not served to its end");
            }
            drop(place);
        });
    }
    drop(listener);
    begun.shutdown().await;
}

/// The request with who is at the other end.
fn named(mut request: Request<Incoming>, peer: SocketAddr) -> Request {
    request.extensions_mut().insert(ConnectInfo(peer));
    request.map(Body::new)
}

/// The places that connections take.
struct Places {
    free: Arc<Semaphore>,
    terms: Terms,
}

/// A place that a connection holds; free again with the value.
struct Place {
    _held: OwnedSemaphorePermit,
    to: &'static str,
}

impl Drop for Place {
    fn drop(&mut self) {
        metrics::gauge!(CALLERS, "to" => self.to, "state" => "open").decrement(1.0);
    }
}

impl Places {
    fn of(terms: Terms) -> Self {
        metrics::gauge!(CALLERS, "to" => terms.to, "state" => "open").set(0.0);
        metrics::gauge!(CALLERS, "to" => terms.to, "state" => "most").set(terms.most as f64);
        Self { free: Arc::new(Semaphore::new(terms.most)), terms }
    }

    /// The next connection, as soon as there is a place for it.
    async fn next(&self, listener: &mut TcpListener) -> (Place, TcpStream, SocketAddr) {
        let Ok(held) = self.free.clone().acquire_owned().await else { return std::future::pending().await };
        let (stream, peer) = axum::serve::Listener::accept(listener).await;
        metrics::gauge!(CALLERS, "to" => self.terms.to, "state" => "open").increment(1.0);
        (Place { _held: held, to: self.terms.to }, stream, peer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::{get, post};
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::sync::oneshot;
    use tokio::task::JoinHandle;
    use tokio::time::{sleep, timeout};

    const SOON: Duration = Duration::from_millis(100);
    const LONG: Duration = Duration::from_secs(20);
    const ASKED: &[u8] = b"GET / HTTP/1.1\r\nhost: x\r\n\r\n";

    struct Served {
        address: SocketAddr,
        end: oneshot::Sender<()>,
        serving: JoinHandle<()>,
    }

    async fn served(most: usize) -> Served {
        let app = Router::new()
            .route("/", get(|| async { "here" }))
            .route("/", post(|body: String| async { body }));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (end, ended) = oneshot::channel();
        let terms = Terms { to: "pages", most, patience: SOON };
        let serving = tokio::spawn(serve(listener, app, terms, async { drop(ended.await) }));
        Served { address, end, serving }
    }

    async fn said(address: SocketAddr, bytes: &[u8]) -> TcpStream {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(bytes).await.unwrap();
        stream
    }

    /// What is answered until the server ends the connection.
    async fn to_its_end(mut stream: TcpStream) -> String {
        let mut all = Vec::new();
        let ended = timeout(LONG, stream.read_to_end(&mut all)).await;
        ended.expect("the server ends the connection").unwrap();
        String::from_utf8(all).unwrap()
    }

    #[tokio::test]
    async fn a_connection_on_which_no_request_comes_is_ended() {
        let served = served(10).await;
        let posted = b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\n\r\nbody";
        for (asked, answers) in [
            (&b""[..], 0),
            (b"G", 0),
            (b"GET / HTTP/1.1\r\nhost: x\r\n", 0),
            (ASKED, 1),
            (posted, 1),
            (&[ASKED, b"GET /jo"].concat(), 1),
            (&[posted, &b"GET / HTTP/1.1\r\nhost:"[..]].concat(), 1),
            (&[posted, ASKED, posted, b"P"].concat(), 3),
        ] {
            let all = to_its_end(said(served.address, asked).await).await;
            let shown = String::from_utf8_lossy(asked);
            assert_eq!(all.matches("HTTP/1.1 200").count(), answers, "{shown:?}: {all}");
        }
    }

    #[tokio::test]
    async fn a_slow_body_that_comes_is_waited_for() {
        let served = served(10).await;
        let mut stream =
            said(served.address, b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 6\r\n\r\n").await;
        for piece in [b"sl", b"ow", b"ly"] {
            sleep(SOON).await;
            stream.write_all(piece).await.unwrap();
        }
        let all = to_its_end(stream).await;
        assert!(all.starts_with("HTTP/1.1 200") && all.ends_with("slowly"), "{all}");
    }

    #[tokio::test]
    async fn whoever_comes_to_a_full_server_waits_until_there_is_a_place() {
        let served = served(1).await;
        let mut slow =
            said(served.address, b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\n\r\nbo").await;
        sleep(SOON / 4).await;
        let mut waiting = said(served.address, ASKED).await;
        let mut first = [0; 15];
        let early = timeout(2 * SOON, waiting.read_exact(&mut first)).await;
        assert!(early.is_err(), "two are served where there is one place");
        slow.write_all(b"dy").await.unwrap();
        drop(to_its_end(slow).await);
        timeout(LONG, waiting.read_exact(&mut first)).await.expect("there is a place now").unwrap();
        assert_eq!(&first, b"HTTP/1.1 200 OK");
    }

    #[tokio::test]
    async fn what_was_begun_is_answered_before_the_end() {
        let served = served(10).await;
        let mut begun =
            said(served.address, b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\n\r\nbo").await;
        let idle = said(served.address, ASKED).await;
        sleep(SOON / 4).await;
        served.end.send(()).unwrap();
        begun.write_all(b"dy").await.unwrap();
        assert!(to_its_end(begun).await.ends_with("body"));
        assert!(to_its_end(idle).await.ends_with("here"));
        timeout(LONG, served.serving).await.expect("it ends").unwrap();
        assert!(TcpStream::connect(served.address).await.is_err(), "nobody listens any more");
    }

    #[test]
    fn connections_leave_files_to_the_rest() {
        assert_eq!(share(Some(1_024)), 768);
        assert_eq!(share(Some(100)), 50);
        assert_eq!((share(Some(1 << 20)), share(None)), (10_000, 10_000));
    }
}
