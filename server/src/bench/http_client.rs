//! A plain HTTP/1.1 client over one kept connection: as little work as possible beside the server.

use std::io::{Error, ErrorKind, Result};
use std::net::SocketAddr;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

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
    Length(usize),
    Chunks,
}

impl Connection {
    /// Connects.
    pub(crate) async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream: BufReader::with_capacity(64 * 1_024, stream), body: Vec::new() })
    }

    /// Asks for `path`, accepting the named encodings if any, and reads the whole reply.
    pub(crate) async fn get(&mut self, path: &str, encodings: &str) -> Result<Reply> {
        let accept =
            if encodings.is_empty() { String::new() } else { format!("accept-encoding: {encodings}\r\n") };
        let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\naccept: text/html\r\n{accept}\r\n");
        self.stream.get_mut().write_all(request.as_bytes()).await?;
        let (status, framing) = self.head().await?;
        let bytes = match framing {
            Framing::Length(bytes) => self.skip(bytes).await?,
            Framing::Chunks => self.chunks().await?,
        };
        Ok(Reply { status, bytes })
    }

    async fn head(&mut self) -> Result<(u16, Framing)> {
        let first = self.line().await?;
        let status =
            first.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or_else(|| broken("status"))?;
        let mut framing = Framing::Length(0);
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

    async fn chunks(&mut self) -> Result<usize> {
        let mut all = 0;
        loop {
            let line = self.line().await?;
            let size = line.split(';').next().unwrap_or_default().trim();
            let size = usize::from_str_radix(size, 16).map_err(|_| broken("chunk"))?;
            all += self.skip(size).await?;
            self.line().await?;
            if size == 0 {
                return Ok(all);
            }
        }
    }

    async fn skip(&mut self, bytes: usize) -> Result<usize> {
        self.body.resize(bytes, 0);
        self.stream.read_exact(&mut self.body).await
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
        assert_eq!(connection.get("/", "").await.unwrap(), Reply { status: 204, bytes: 0 });
        assert!(connection.get("/", "").await.is_err());
    }
}
