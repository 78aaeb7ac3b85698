//! One request over a connection of its own, as a program far away makes it: the answer, whole, or an error.

use serde_json::Value;
use std::io::{Error, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// How long a caller waits for an answer.
const PATIENCE: Duration = Duration::from_secs(15);

/// An answer that came in full.
#[derive(Clone, Debug)]
#[must_use = "an answer that nobody reads proves nothing"]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// The head, as it came.
    pub head: String,
    /// The body.
    pub body: String,
}

impl Answer {
    /// The body as JSON; null if it is none.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }

    /// A header; empty if it is not there.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(':'));
        lines.find(|(of, _)| of.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value.trim())
    }
}

/// Asks `address` (host and port). A body that ends before its length is an error, as for any caller.
pub fn request(
    address: &str,
    (method, path): (&str, &str),
    headers: &[(&str, &str)],
    body: &str,
) -> std::io::Result<Answer> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let told: Vec<String> = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let told = told.concat();
    let kind = headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("content-type"));
    let kind = if kind { "" } else { "Content-Type: application/json\r\n" };
    let about = match body.len() {
        0 => String::new(),
        length => format!("{kind}Content-Length: {length}\r\n"),
    };
    let head = format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n{told}{about}");
    stream.write_all(format!("{head}\r\n{body}").as_bytes())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let broken = |what: &str| Error::new(ErrorKind::UnexpectedEof, what.to_owned());
    let (head, body) = text.split_once("\r\n\r\n").ok_or_else(|| broken("no head"))?;
    let status =
        head.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or_else(|| broken("no status"))?;
    let answer = Answer { status, head: head.to_owned(), body: body.to_owned() };
    match answer.header("content-length").parse::<usize>() {
        Ok(length) if length != answer.body.len() => Err(broken("the body broke off")),
        _ => Ok(answer),
    }
}
