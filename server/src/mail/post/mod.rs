//! Who takes a letter? A folder, a mail server, an SMS gateway; and what they answer.

mod directory;
mod eml;
mod gateway;
mod refusal;
mod smtp;

pub use refusal::Refusal;

use super::model::Channel;
use crate::config::{MailRoute, Mailbox, Settings, SmsRoute};
use crate::ids::MessageId;
use chrono::{DateTime, Utc};
use directory::Directory;
use gateway::Gateway;
use smtp::Smtp;
use std::time::Duration;

/// How long one letter may take, from the connection to the answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// A letter as it is handed over.
#[derive(Clone)]
pub struct Outgoing {
    /// Identifier; a letter that is sent again carries the same.
    pub id: MessageId,
    /// How it is sent.
    pub channel: Channel,
    /// Address or number.
    pub recipient: String,
    /// Language of the text.
    pub language: String,
    /// Subject, one line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// HTML, if there is some.
    pub html: Option<String>,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// Where its reader ends letters of its kind.
    pub unsubscribe: Option<String>,
}

/// The ways out: one for mail, one for short messages.
pub struct Post {
    mail: Mail,
    sms: Sms,
    sender: Option<Mailbox>,
    patience: Duration,
}

enum Mail {
    Directory(Directory),
    Smtp(Box<Smtp>),
}

enum Sms {
    Directory(Directory),
    Gateway(Box<Gateway>),
}

/// Why the ways out could not be prepared.
#[derive(Debug, thiserror::Error)]
pub enum OpenPostError {
    /// The certificate of the mail server's authority cannot be read.
    #[error("the certificate {file} of the mail server cannot be read")]
    Certificate {
        /// The file.
        file: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The certificates cannot be used.
    #[error("the certificates for the mail server cannot be used")]
    Tls(#[source] lettre::transport::smtp::Error),
    /// The system's certificates cannot be read.
    #[error("the certificates of the system cannot be read")]
    Roots(#[source] std::io::Error),
    /// The address or the token of the gateway cannot be used.
    #[error("the SMS gateway cannot be asked like this")]
    Gateway(#[source] hyper::http::Error),
}

impl Post {
    /// Prepares what the settings name; nobody is asked yet.
    pub fn open(settings: &Settings) -> Result<Self, OpenPostError> {
        let mail = match &settings.mail {
            MailRoute::Directory(folder) => Mail::Directory(Directory::new(folder)),
            MailRoute::Smtp(server) => Mail::Smtp(Box::new(Smtp::new(server)?)),
        };
        let sms = match &settings.sms {
            SmsRoute::Directory(folder) => Sms::Directory(Directory::new(folder)),
            SmsRoute::Gateway { url, token } => Sms::Gateway(Box::new(Gateway::new(url, token)?)),
        };
        Ok(Self { mail, sms, sender: settings.mail_from.clone(), patience: PATIENCE })
    }

    /// The same with another time limit for each letter.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Hands a letter over; says what was answered.
    pub async fn send(&self, outgoing: &Outgoing) -> Result<String, Refusal> {
        tokio::time::timeout(self.patience, self.hand_over(outgoing))
            .await
            .unwrap_or_else(|_| Err(Refusal::later("no answer in time")))
    }

    async fn hand_over(&self, outgoing: &Outgoing) -> Result<String, Refusal> {
        match outgoing.channel {
            Channel::Email => {
                let letter = |way| eml::build(outgoing, self.sender.as_ref(), way);
                match &self.mail {
                    Mail::Directory(folder) => {
                        folder.write(outgoing.id, "eml", letter(eml::Way::Folder)?.formatted()).await
                    }
                    Mail::Smtp(server) => server.send(&letter(eml::Way::Server)?).await,
                }
            }
            Channel::Sms => {
                let number = gateway::number(&outgoing.recipient)?;
                let message = gateway::message(outgoing, &number);
                match &self.sms {
                    Sms::Directory(folder) => folder.write(outgoing.id, "json", message).await,
                    Sms::Gateway(gateway) => gateway.send(message).await,
                }
            }
        }
    }
}
