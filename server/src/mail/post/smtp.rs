//! A mail server that takes letters by SMTP, with connections that are used again.
//!
//! lettre has a pool, but it takes back a connection whose conversation was broken off by a time limit, and the next
//! letter would hear the answers to the last. Here a connection is put back only after a conversation that ended;
//! every other is closed. Speaking the commands one by one also tells which of them was refused.

use super::refusal::Stage;
use super::{OpenPostError, Refusal};
use crate::config::{SmtpServer, SmtpTls};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Noop, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use lettre::transport::smtp::response::Response;
use lettre::{Address, Message};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long a connection may take to come about.
const CONNECT: Duration = Duration::from_secs(10);
/// How long a connection is kept that nobody uses; servers close theirs after some minutes.
const KEEP: Duration = Duration::from_mins(1);
/// Connections that are kept.
const KEPT: usize = 8;

/// A mail server.
pub(super) struct Smtp {
    server: SmtpServer,
    tls: TlsParameters,
    us: ClientId,
    idle: Mutex<Vec<(AsyncSmtpConnection, Instant)>>,
}

impl Smtp {
    /// Prepares for conversations with `server`.
    pub(super) fn new(server: &SmtpServer) -> Result<Self, OpenPostError> {
        let mut tls = TlsParameters::builder(server.host.clone());
        if let Some(file) = &server.certificate {
            let unreadable = |source| OpenPostError::Certificate { file: file.display().to_string(), source };
            let pem = std::fs::read(file).map_err(unreadable)?;
            tls = tls.add_root_certificate(Certificate::from_pem(&pem).map_err(OpenPostError::Tls)?);
        }
        let tls = tls.build_rustls().map_err(OpenPostError::Tls)?;
        Ok(Self { server: server.clone(), tls, us: ClientId::default(), idle: Mutex::default() })
    }

    /// Sends a letter; says what the server answered to it.
    pub(super) async fn send(&self, letter: &Message) -> Result<String, Refusal> {
        let at = |stage: Stage| move |error: Error| Refusal::by_server(stage, &error);
        let mut connection = self.connection().await?;
        let content = letter.formatted();
        let said = converse(&mut connection, letter, &content).await.map_err(|(stage, e)| at(stage)(e))?;
        self.keep(connection);
        let words = said.message().collect::<Vec<_>>().join(" ");
        Ok(format!("{} {words}", said.code()))
    }

    /// A connection that is ready for a letter: one that was kept, if the server still answers on it, or a new one.
    async fn connection(&self) -> Result<AsyncSmtpConnection, Refusal> {
        while let Some((mut connection, since)) = self.kept() {
            if since.elapsed() < KEEP && connection.command(Noop).await.is_ok() {
                return Ok(connection);
            }
        }
        self.connect().await
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Refusal> {
        let at = |stage: Stage| move |error: Error| Refusal::by_server(stage, &error);
        let place = (self.server.host.as_str(), self.server.port);
        let wrapped = (self.server.tls == SmtpTls::Wrapped).then(|| self.tls.clone());
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(place, Some(CONNECT), &self.us, wrapped, None)
                .await
                .map_err(at(Stage::Reach))?;
        let upgrade = match self.server.tls {
            SmtpTls::Required => true,
            SmtpTls::Opportunistic => connection.can_starttls(),
            SmtpTls::Wrapped | SmtpTls::None => false,
        };
        if upgrade {
            connection.starttls(self.tls.clone(), &self.us).await.map_err(at(Stage::Reach))?;
        }
        if let Some((user, password)) = &self.server.account {
            let account = Credentials::new(user.clone(), password.reveal().to_owned());
            connection
                .auth(&[Mechanism::Plain, Mechanism::Login], &account)
                .await
                .map_err(at(Stage::SignIn))?;
        }
        Ok(connection)
    }

    fn kept(&self) -> Option<(AsyncSmtpConnection, Instant)> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    fn keep(&self, connection: AsyncSmtpConnection) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.retain(|(_, since)| since.elapsed() < KEEP);
        if idle.len() < KEPT && !connection.has_broken() {
            idle.push((connection, Instant::now()));
        }
    }
}

/// MAIL, RCPT, DATA and the letter; the answer to the letter, or where the conversation ended and why.
async fn converse(
    connection: &mut AsyncSmtpConnection,
    letter: &Message,
    content: &[u8],
) -> Result<Response, (Stage, Error)> {
    let info = connection.server_info();
    let mut parameters = Vec::new();
    let foreign = |address: &Address| !address.to_string().is_ascii();
    if letter.envelope().to().iter().any(foreign) && info.supports_feature(Extension::SmtpUtfEight) {
        parameters.push(MailParameter::SmtpUtfEight);
    }
    if !content.is_ascii() && info.supports_feature(Extension::EightBitMime) {
        parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
    }
    let sender: Option<Address> = letter.envelope().from().cloned();
    connection.command(Mail::new(sender, parameters)).await.map_err(|error| (Stage::Sender, error))?;
    for to in letter.envelope().to() {
        let to = Rcpt::new(to.clone(), Vec::new());
        connection.command(to).await.map_err(|error| (Stage::Recipient, error))?;
    }
    connection.command(Data).await.map_err(|error| (Stage::Content, error))?;
    connection.message(content).await.map_err(|error| (Stage::Content, error))
}
