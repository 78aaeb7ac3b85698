//! Addresses too long for the HTTP library are shortened before it reads them.
//!
//! The library refuses a request target over 65,534 bytes with an empty page; a person who pastes a
//! page of Lao text into the search box (nine bytes a letter in an address) deserves an answer. The
//! wrapper follows requests without body line by line and cuts the target of an overlong one; after the
//! first request with a body it passes everything on untouched.
//!
//! It ends connections whose answers are not taken: of which the other end has room for nothing more for a minute. For
//! how long requests are waited for is said beside (`connections.rs`).

mod line;

use line::Line;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

/// An answer of which nothing is taken for so long is not kept.
const TAKEN_WITHIN: Duration = Duration::from_mins(1);

/// A connection that shortens overlong addresses.
pub(crate) struct Shortening<S = TcpStream> {
    stream: S,
    line: Line,
    /// What was read and found no room in the reader's buffer: an escaped byte takes three.
    left: Vec<u8>,
    /// How long the other end may take nothing.
    patience: Duration,
    /// When what is written is no longer kept.
    end: Option<Pin<Box<Sleep>>>,
}

impl<S> Shortening<S> {
    /// Over this stream.
    pub(crate) fn over(stream: S) -> Self {
        Self { stream, line: Line::default(), left: Vec::new(), patience: TAKEN_WITHIN, end: None }
    }

    /// What came of writing: an error where the other end has taken nothing for too long.
    fn written(&mut self, written: Poll<io::Result<usize>>, cx: &mut Context<'_>) -> Poll<io::Result<usize>> {
        if written.is_ready() {
            self.end = None;
            return written;
        }
        let patience = self.patience;
        let end = self.end.get_or_insert_with(|| Box::pin(sleep(patience)));
        end.as_mut().poll(cx).map(|()| Err(io::ErrorKind::TimedOut.into()))
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
                Poll::Pending => return Poll::Pending,
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
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.written(written, cx)
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
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, buffers);
        self.written(written, cx)
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
        let mut connection = Shortening::over(request.as_bytes());
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

    #[tokio::test]
    async fn an_answer_of_which_nothing_is_taken_is_not_kept() {
        use tokio::io::{AsyncReadExt, AsyncWriteExt};
        let patience = Duration::from_millis(50);
        let (mut far, near) = tokio::io::duplex(10);
        let mut connection = Shortening { patience, ..Shortening::over(near) };
        let answer = [b'x'; 40];
        let slowly = async {
            let mut piece = [0; 10];
            for _ in 0..3 {
                tokio::time::sleep(patience / 2).await;
                far.read_exact(&mut piece).await.unwrap();
            }
        };
        let (written, ()) = tokio::join!(connection.write_all(&answer), slowly);
        assert!(written.is_ok(), "taken slowly: {written:?}");
        let ended = tokio::time::timeout(100 * patience, connection.write_all(&answer)).await;
        assert_eq!(ended.unwrap().unwrap_err().kind(), io::ErrorKind::TimedOut);
    }
}
