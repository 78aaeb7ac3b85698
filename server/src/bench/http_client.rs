//! A plain HTTP/1.1 client over one kept connection: as little work as possible beside the server.

use std::io::{Error, ErrorKind, Result};
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpSocket, TcpStream};

/// How long a server may take to take a connection.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long a server may take for one reply.
const LONGEST: Duration = Duration::from_mins(1);
/// No reply is longer, in bytes.
const LARGEST: usize = 256 << 20;

/// A connection.
pub(crate) struct Connection {
    stream: BufReader<TcpStream>,
    body: Vec<u8>,
}

/// What came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reply {
    /// Status code.
    pub(crate) status: u16,
    /// Bytes of the body on the wire, without the framing of chunks.
    pub(crate) bytes: usize,
}

/// How the end of a body is known.
enum Framing {
    None,
    Length(usize),
    Chunks,
}

impl Connection {
    /// Connects to an address.
    pub(crate) async fn open(address: SocketAddr) -> Result<Self> {
        Self::over(TcpStream::connect(address).await?)
    }

    /// Connects from one of this machine's own addresses.
    pub(crate) async fn between(from: Ipv4Addr, to: SocketAddr) -> Result<Self> {
        let socket = TcpSocket::new_v4()?;
        socket.bind((from, 0).into())?;
        Self::over(socket.connect(to).await?)
    }

    /// Connects to `host:port`, if somebody answers soon.
    pub(crate) async fn to(host: &str) -> Result<Self> {
        let connecting = tokio::time::timeout(PATIENCE, TcpStream::connect(host)).await;
        Self::over(connecting.map_err(|_| Error::new(ErrorKind::TimedOut, "nobody answers"))??)
    }

    fn over(stream: TcpStream) -> Result<Self> {
        stream.set_nodelay(true)?;
        Ok(Self { stream: BufReader::with_capacity(64 * 1_024, stream), body: Vec::new() })
    }

    /// Asks for `path`, accepting the named encodings if any, and reads the whole reply.
    pub(crate) async fn get(&mut self, path: &str, encodings: &str) -> Result<Reply> {
        let accept =
            if encodings.is_empty() { String::new() } else { format!("accept-encoding: {encodings}\r\n") };
        let head = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\naccept: text/html\r\n{accept}\r\n");
        self.ask(&head, b"").await
    }

    /// Sends a head that ends with an empty line, and a body; reads the whole reply. A reply that does not
    /// end within a minute is an error.
    pub(crate) async fn ask(&mut self, head: &str, body: &[u8]) -> Result<Reply> {
        let asking = tokio::time::timeout(LONGEST, self.ask_patiently(head, body)).await;
        asking.map_err(|_| Error::new(ErrorKind::TimedOut, "no reply within a minute"))?
    }

    async fn ask_patiently(&mut self, head: &str, body: &[u8]) -> Result<Reply> {
        // One piece, so that the server is not woken twice.
        self.stream.get_mut().write_all(&[head.as_bytes(), body].concat()).await?;
        let (status, framing) = self.head().await?;
        self.body.clear();
        match framing {
            Framing::None => {}
            Framing::Length(bytes) => self.take(bytes).await?,
            Framing::Chunks => self.chunks().await?,
        }
        Ok(Reply { status, bytes: self.body.len() })
    }

    /// The body of the last reply.
    pub(crate) fn body(&self) -> &[u8] {
        &self.body
    }

    async fn head(&mut self) -> Result<(u16, Framing)> {
        let first = self.line().await?;
        let status =
            first.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or_else(|| broken("status"))?;
        let mut framing = Framing::None;
        loop {
            let line = self.line().await?;
            if line.is_empty() {
                return Ok((status, framing));
            }
            let Some((name, value)) = line.split_once(':') else { continue };
            if name.eq_ignore_ascii_case("content-length") {
                framing = Framing::Length(value.trim().parse().map_err(|_| broken("length"))?);
            } else if name.eq_ignore_ascii_case("transfer-encoding") {
                framing = Framing::Chunks;
            }
        }
    }

    async fn chunks(&mut self) -> Result<()> {
        loop {
            let line = self.line().await?;
            let size = line.split(';').next().unwrap_or_default().trim();
            let size = usize::from_str_radix(size, 16).map_err(|_| broken("chunk"))?;
            self.take(size).await?;
            self.line().await?;
            if size == 0 {
                return Ok(());
            }
        }
    }

    /// Reads so many bytes to the end of the body.
    async fn take(&mut self, bytes: usize) -> Result<()> {
        let before = self.body.len();
        let all = before.checked_add(bytes).filter(|all| *all <= LARGEST).ok_or_else(|| broken("length"))?;
        self.body.resize(all, 0);
        let rest = self.body.get_mut(before..).unwrap_or_default();
        self.stream.read_exact(rest).await.map(|_| ())
    }

    async fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line).await? == 0 {
            return Err(Error::new(ErrorKind::UnexpectedEof, "the server closed the connection"));
        }
        line.truncate(line.trim_end().len());
        Ok(line)
    }
}

fn broken(what: &str) -> Error {
    Error::new(ErrorKind::InvalidData, format!("the {what} of a reply cannot be read"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::net::TcpListener;

    /// A server that gives these replies to one connection, one for each request.
    async fn replying(replies: &'static [&'static str]) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            let mut stream = BufReader::new(listener.accept().await.unwrap().0);
            for reply in replies {
                let mut line = String::new();
                while line != "\r\n" {
                    line.clear();
                    stream.read_line(&mut line).await.unwrap();
                }
                stream.get_mut().write_all(reply.as_bytes()).await.unwrap();
            }
        });
        address
    }

    #[tokio::test]
    async fn replies_are_read_to_their_end_and_the_connection_is_kept() {
        let address = replying(&[
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
            "HTTP/1.1 404 Not Found\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n",
            "HTTP/1.1 204 No Content\r\n\r\n",
        ])
        .await;
        let mut connection = Connection::open(address).await.unwrap();
        assert_eq!(connection.get("/", "").await.unwrap(), Reply { status: 200, bytes: 5 });
        assert_eq!(connection.get("/", "gzip").await.unwrap(), Reply { status: 404, bytes: 5 });
        assert_eq!(connection.body(), b"abcde");
        assert_eq!(connection.get("/", "").await.unwrap(), Reply { status: 204, bytes: 0 });
        assert!(connection.get("/", "").await.is_err());
    }
}
