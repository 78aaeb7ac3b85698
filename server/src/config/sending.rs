//! How are mail and SMS sent? A folder, a mail server, a gateway: read from settings, secrets kept from sight.

use lettre::message::Mailbox;
use percent_encoding::percent_decode_str;
use serde::Deserialize;
use std::convert::Infallible;
use std::fmt;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// Text that no message, log or list may show.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The text, for whoever has to say it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(secret)")
    }
}

impl FromStr for Secret {
    type Err = Infallible;
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        Ok(Self(raw.to_owned()))
    }
}

/// Where mail goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailRoute {
    /// Each letter becomes a file in a folder; nothing leaves the machine.
    Directory(PathBuf),
    /// A mail server takes it.
    Smtp(SmtpServer),
}

/// A mail server that takes letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmtpServer {
    /// Its name or number.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the conversation is kept private.
    pub tls: SmtpTls,
    /// Account and password.
    pub account: Option<(String, Secret)>,
    /// File with a certificate that is trusted beside those of the system.
    pub certificate: Option<PathBuf>,
}

/// How a conversation with a mail server is kept private.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmtpTls {
    /// From the first byte (`smtps://`).
    Wrapped,
    /// By STARTTLS, or not at all.
    Required,
    /// By STARTTLS where the server offers it.
    Opportunistic,
    /// Not.
    None,
}

/// Where short messages go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SmsRoute {
    /// Each message becomes a file in a folder; nothing leaves the machine.
    Directory(PathBuf),
    /// A gateway takes it by HTTP.
    Gateway {
        /// Where it is posted.
        url: String,
        /// What is shown to the gateway.
        token: Secret,
    },
}

/// Why mail or SMS cannot be sent as the settings say. What was given is not repeated: it may hold a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendingError {
    /// Neither a folder nor a mail server.
    #[error("--mail is `directory:DIR`, `smtp://[USER:PASSWORD@]HOST[:PORT]` or `smtps://…`")]
    Mail,
    /// No host, or a port that is none.
    #[error("--mail needs the host of the mail server, and a port from 1 to 65535 if any")]
    Host,
    /// Something after the question mark that means nothing.
    #[error("after `?`, --mail knows `tls=required`, `tls=opportunistic`, `tls=none` and `ca=FILE`")]
    Query,
    /// A password would travel in the open.
    #[error("--mail would send a password in the open: use `tls=required` or `smtps://`")]
    OpenPassword,
    /// Letters without a sender.
    #[error("--mail-from has to say from whom letters come, such as `Viak <no-reply@example.la>`")]
    Sender,
    /// Neither a folder nor a gateway.
    #[error(
        "--sms is `directory:DIR` or the `https://` address of a gateway (`http://` on this machine alone)"
    )]
    Sms,
    /// A gateway without a token.
    #[error("the SMS gateway needs a token in VIAK_SMS_TOKEN")]
    Token,
}

/// Reads `--mail`; a folder `mail` in the data folder if nothing is given.
pub(super) fn mail_route(given: Option<&Secret>, data: &Path) -> Result<MailRoute, SendingError> {
    let Some(given) = given.map(Secret::reveal).filter(|given| !given.is_empty()) else {
        return Ok(MailRoute::Directory(data.join("mail")));
    };
    match given.split_once(':') {
        Some(("directory", folder)) if !folder.is_empty() => Ok(MailRoute::Directory(folder.into())),
        Some(("smtp", rest)) => server(rest, false).map(MailRoute::Smtp),
        Some(("smtps", rest)) => server(rest, true).map(MailRoute::Smtp),
        _ => Err(SendingError::Mail),
    }
}

fn server(rest: &str, wrapped: bool) -> Result<SmtpServer, SendingError> {
    let rest = rest.strip_prefix("//").ok_or(SendingError::Mail)?;
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (account, place) = match place.rsplit_once('@') {
        Some((account, place)) => (Some(sign_in(account)?), place),
        None => (None, place),
    };
    let (host, port) = host_and_port(place.trim_end_matches('/'))?;
    let mut tls = if wrapped { SmtpTls::Wrapped } else { SmtpTls::Required };
    let mut certificate = None;
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match (name.as_ref(), value.as_ref()) {
            ("tls", "required") if !wrapped => tls = SmtpTls::Required,
            ("tls", "opportunistic") if !wrapped => tls = SmtpTls::Opportunistic,
            ("tls", "none") if !wrapped => tls = SmtpTls::None,
            ("ca", file) if !file.is_empty() => certificate = Some(PathBuf::from(file)),
            _ => return Err(SendingError::Query),
        }
    }
    let open = matches!(tls, SmtpTls::Opportunistic | SmtpTls::None) && !is_loopback(&host);
    if open && account.is_some() {
        return Err(SendingError::OpenPassword);
    }
    let usual = if wrapped { 465 } else { 587 };
    Ok(SmtpServer { host, port: port.unwrap_or(usual), tls, account, certificate })
}

fn sign_in(account: &str) -> Result<(String, Secret), SendingError> {
    let decoded = |text: &str| {
        let text = percent_decode_str(text).decode_utf8().map_err(|_| SendingError::Mail)?;
        Ok(text.into_owned())
    };
    let (user, password) = account.split_once(':').ok_or(SendingError::Mail)?;
    Ok((decoded(user)?, Secret(decoded(password)?)))
}

/// `host`, `host:port`, `[::1]:port`.
fn host_and_port(place: &str) -> Result<(String, Option<u16>), SendingError> {
    let (host, port) = match place.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((host, "")) => (host, None),
        Some((host, port)) => (host, Some(port.strip_prefix(':').ok_or(SendingError::Host)?)),
        None => match place.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (place, None),
        },
    };
    let plain = |letter: char| letter.is_ascii_alphanumeric() || ".-:_".contains(letter);
    if host.is_empty() || !host.chars().all(plain) {
        return Err(SendingError::Host);
    }
    let port = port.map(|port| port.parse().ok().filter(|port| *port > 0).ok_or(SendingError::Host));
    Ok((host.to_owned(), port.transpose()?))
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Reads `--mail-from`. A folder takes letters without a sender, a server does not.
pub(super) fn sender(given: Option<&str>, route: &MailRoute) -> Result<Option<Mailbox>, SendingError> {
    match (given, route) {
        (Some(given), _) if given.chars().any(char::is_control) => Err(SendingError::Sender),
        (Some(given), _) => given.parse().map(Some).map_err(|_| SendingError::Sender),
        (None, MailRoute::Directory(_)) => Ok(None),
        (None, MailRoute::Smtp(_)) => Err(SendingError::Sender),
    }
}

/// Reads `--sms`; a folder `sms` in the data folder if nothing is given.
pub(super) fn sms_route(
    given: Option<&Secret>,
    token: Option<Secret>,
    data: &Path,
) -> Result<SmsRoute, SendingError> {
    let Some(given) = given.map(Secret::reveal).filter(|given| !given.is_empty()) else {
        return Ok(SmsRoute::Directory(data.join("sms")));
    };
    if let Some(folder) = given.strip_prefix("directory:").filter(|folder| !folder.is_empty()) {
        return Ok(SmsRoute::Directory(folder.into()));
    }
    let url: hyper::Uri = given.parse().map_err(|_| SendingError::Sms)?;
    let host = url.host().unwrap_or_default().trim_matches(['[', ']']);
    let fine = match url.scheme_str() {
        Some("https") => !host.is_empty(),
        Some("http") => is_loopback(host),
        _ => false,
    };
    let bare = url.authority().is_some_and(|authority| !authority.as_str().contains('@'));
    if !fine || !bare {
        return Err(SendingError::Sms);
    }
    let token = token.filter(|token| !token.reveal().is_empty()).ok_or(SendingError::Token)?;
    if !token.reveal().bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(SendingError::Token);
    }
    Ok(SmsRoute::Gateway { url: given.to_owned(), token })
}

#[cfg(test)]
mod tests;
