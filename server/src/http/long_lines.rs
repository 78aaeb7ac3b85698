//! Addresses too long for the HTTP library are shortened before it reads them.
//!
//! The library refuses a request target over 65,534 bytes with an empty page; a person who pastes a
//! page of Lao text into the search box (nine bytes a letter in an address) deserves an answer. The
//! wrapper follows requests without body line by line and cuts the target of an overlong one; after the
//! first request with a body it passes everything on untouched.
//!
//! It ends connections whose request does not come: so long as it follows them, the head of a request is there within ten
//! seconds after its first byte, and that of the first request ten seconds after the connection.

mod line;

use axum::extract::{ConnectInfo, Request, connect_info::Connected};
use axum::middleware::Next;
use axum::response::Response;
use axum::serve::IncomingStream;
use line::Line;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Sleep, sleep};

/// A head of a request that takes longer is not waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// A listener whose connections shorten overlong addresses.
pub(crate) struct Listener(pub(crate) TcpListener);

impl axum::serve::Listener for Listener {
    type Io = Shortening;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Shortening, SocketAddr) {
        let (stream, peer) = axum::serve::Listener::accept(&mut self.0).await;
        (Shortening::over(stream, PATIENCE), peer)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

/// Who is at the other end of a connection.
#[derive(Clone, Copy)]
pub(crate) struct Peer(SocketAddr);

impl Connected<IncomingStream<'_, Listener>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Listener>) -> Self {
        Self(*stream.remote_addr())
    }
}

/// Tells handlers who is at the other end, as with the library's own listener.
pub(crate) async fn name_peer(
    ConnectInfo(Peer(peer)): ConnectInfo<Peer>,
    mut request: Request,
    next: Next,
) -> Response {
    request.extensions_mut().insert(ConnectInfo(peer));
    next.run(request).await
}

/// A connection that shortens overlong addresses.
pub(crate) struct Shortening<S = TcpStream> {
    stream: S,
    line: Line,
    /// What was read and found no room in the reader's buffer: an escaped byte takes three.
    left: Vec<u8>,
    /// How long a head is waited for.
    patience: Duration,
    /// When the head that is being read is no longer waited for.
    end: Option<Pin<Box<Sleep>>>,
}

impl<S> Shortening<S> {
    fn over(stream: S, patience: Duration) -> Self {
        let end = Some(Box::pin(sleep(patience)));
        Self { stream, line: Line::default(), left: Vec::new(), patience, end }
    }

    /// Begins to wait for the rest of a head, or ends it.
    fn watch(&mut self) {
        if !self.line.is_within_a_head() {
            self.end = None;
        } else if self.end.is_none() {
            self.end = Some(Box::pin(sleep(self.patience)));
        }
    }

    /// Nothing more has come: an error where it is no longer waited for.
    fn waits(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.end.as_mut().map(|end| end.as_mut().poll(cx)) {
            Some(Poll::Ready(())) => Poll::Ready(Err(io::ErrorKind::TimedOut.into())),
            Some(Poll::Pending) | None => Poll::Pending,
        }
    }

    /// Gives the reader as much of what was kept as it has room for.
    fn give(&mut self, buffer: &mut ReadBuf<'_>) {
        let fits = self.left.len().min(buffer.remaining());
        buffer.put_slice(self.left.get(..fits).unwrap_or_default());
        self.left.drain(..fits);
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Shortening<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if !self.left.is_empty() {
            self.give(buffer);
            return Poll::Ready(Ok(()));
        }
        loop {
            let before = buffer.filled().len();
            match Pin::new(&mut self.stream).poll_read(cx, buffer) {
                Poll::Pending => return self.waits(cx),
                Poll::Ready(read) => read?,
            }
            let Some(read) = buffer.filled().get(before..).map(<[u8]>::to_vec) else {
                return Poll::Ready(Ok(()));
            };
            if read.is_empty() || self.line.is_past() {
                return Poll::Ready(Ok(()));
            }
            let mut kept = read;
            self.line.shorten(&mut kept);
            self.watch();
            buffer.set_filled(before);
            // Nothing left of what was read is not the end of the connection: read on.
            if !kept.is_empty() {
                self.left = kept;
                self.give(buffer);
                return Poll::Ready(Ok(()));
            }
        }
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Shortening<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffers: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(cx, buffers)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_reader_with_little_room_gets_all_that_raw_bytes_become() {
        let request = "GET /jobs?q=ຊ່າງ HTTP/1.1\r\nhost: x\r\n\r\n";
        let mut connection = Shortening::over(request.as_bytes(), PATIENCE);
        let (mut all, mut room) = (Vec::<u8>::new(), [0; 7]);
        loop {
            let read = tokio::io::AsyncReadExt::read(&mut connection, &mut room).await.unwrap();
            if read == 0 {
                break;
            }
            all.extend(room[..read].iter());
        }
        assert_eq!(all, b"GET /jobs?q=%E0%BA%8A%E0%BB%88%E0%BA%B2%E0%BA%87 HTTP/1.1\r\nhost: x\r\n\r\n");
    }

    /// What comes of a connection on which these come, and then nothing more.
    async fn after(bytes: &[u8]) -> (Vec<u8>, Option<io::ErrorKind>) {
        let (mut far, near) = tokio::io::duplex(1_000);
        tokio::io::AsyncWriteExt::write_all(&mut far, bytes).await.unwrap();
        let patience = Duration::from_millis(20);
        let (mut connection, mut all) = (Shortening::over(near, patience), Vec::new());
        let reading = tokio::io::AsyncReadExt::read_to_end(&mut connection, &mut all);
        let ended = tokio::time::timeout(10 * patience, reading).await;
        (all, ended.ok().and_then(Result::err).map(|error| error.kind()))
    }

    #[tokio::test]
    async fn a_head_that_does_not_come_to_its_end_is_not_waited_for() {
        for unfinished in ["", "G", "GET / HTTP/1.1\r\nhost: x", "GET / HTTP/1.1\r\nhost: x\r\n"] {
            let (read, error) = after(unfinished.as_bytes()).await;
            assert_eq!((read.as_slice(), error), (unfinished.as_bytes(), Some(io::ErrorKind::TimedOut)));
        }
        let whole = "GET / HTTP/1.1\r\nhost: x\r\n\r\n";
        for waiting in [whole, "POST / HTTP/1.1\r\ncontent-length: 9\r\n\r\nslow"] {
            assert_eq!(
                after(waiting.as_bytes()).await,
                (waiting.as_bytes().to_vec(), None),
                "others may wait"
            );
        }
        let (_, error) = after(format!("{whole}GET /jo").as_bytes()).await;
        assert_eq!(error, Some(io::ErrorKind::TimedOut), "also of a later request");
    }
}
