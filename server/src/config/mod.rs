//! What may be set? Flags, then `VIAK_*` variables, then `viak.toml`, then defaults.

mod contact;
mod sending;
mod sources;

pub use contact::{Contact, ContactError, ContactOptions};
pub use lettre::message::Mailbox;
pub use sending::{MailRoute, Secret, SendingError, SmsRoute, SmtpServer, SmtpTls};
pub use sources::{Source, Sources};

use clap::Args;
use serde::Deserialize;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

/// Settings as given on the command line or in the environment.
#[derive(Args, Clone, Debug, Default)]
pub struct Options {
    /// Folder for the SQLite file, the index, uploads and outgoing mail [default: ./viak-data]
    #[arg(long, env = "VIAK_DATA", global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Database to use instead of SQLite in the data folder (postgres://…)
    #[arg(long, env = "VIAK_DATABASE_URL", global = true, value_name = "URL", hide_env_values = true)]
    pub database_url: Option<String>,
    /// Folder for the index, one per server process [default: index in the data folder]
    #[arg(long, env = "VIAK_INDEX", global = true, value_name = "DIR")]
    pub index: Option<PathBuf>,
    /// Address to listen on [default: 127.0.0.1:8080]
    #[arg(long, env = "VIAK_LISTEN", global = true, value_name = "ADDRESS")]
    pub listen: Option<SocketAddr>,
    /// Address for figures to watch (/metrics) [default: 127.0.0.1:9090; `off` for none]
    #[arg(long, env = "VIAK_METRICS", global = true, value_name = "ADDRESS")]
    pub metrics: Option<String>,
    /// Address under which the public reaches the pages [default: http:// and the listening address]
    #[arg(long, env = "VIAK_PUBLIC_URL", global = true, value_name = "URL")]
    pub public_url: Option<String>,
    /// Address of a proxy on another machine that says in `X-Forwarded-For` who calls; once for each, or
    /// separated by commas (one on this machine is believed anyway)
    #[arg(
        long = "trusted-proxy",
        env = "VIAK_TRUSTED_PROXIES",
        global = true,
        value_name = "IP",
        value_delimiter = ','
    )]
    pub trusted_proxies: Vec<IpAddr>,
    /// Vectors of job titles that `viak train vectors` wrote [default: the shipped ones]
    #[arg(long, env = "VIAK_TITLE_VECTORS", global = true, value_name = "FILE")]
    pub title_vectors: Option<PathBuf>,
    /// Where mail goes: directory:DIR, smtp://[USER:PASSWORD@]HOST[:PORT][?tls=required|opportunistic|none&ca=FILE]
    /// or smtps://… [default: the folder mail in the data folder]
    #[arg(long, env = "VIAK_MAIL", global = true, value_name = "WHERE", hide_env_values = true)]
    pub mail: Option<Secret>,
    /// From whom letters come, such as `Viak <no-reply@example.la>`
    #[arg(long, env = "VIAK_MAIL_FROM", global = true, value_name = "SENDER")]
    pub mail_from: Option<String>,
    /// Where SMS go: directory:DIR or the https:// address of a gateway, which is shown the token in
    /// `VIAK_SMS_TOKEN` [default: the folder sms in the data folder]
    #[arg(long, env = "VIAK_SMS", global = true, value_name = "WHERE", hide_env_values = true)]
    pub sms: Option<Secret>,
    /// Token for the SMS gateway; hidden, because everybody on the machine sees command lines
    #[arg(long, env = "VIAK_SMS_TOKEN", global = true, hide = true, hide_env_values = true)]
    pub sms_token: Option<Secret>,
    /// File with the keys that seal secrets; several servers over one database share it [default: keys.json in the
    /// data folder]
    #[arg(long, env = "VIAK_KEYS", global = true, value_name = "FILE")]
    pub keys: Option<PathBuf>,
    /// List of passwords that became known, which nobody may choose: SHA-1 in hexadecimal digits, one a line, ascending
    #[arg(long, env = "VIAK_KNOWN_PASSWORDS", global = true, value_name = "FILE")]
    pub known_passwords: Option<PathBuf>,
    /// Whom people may ask.
    #[command(flatten)]
    pub contact: ContactOptions,
    /// File with these settings [default: viak.toml, if there is one]
    #[arg(long, env = "VIAK_CONFIG", global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// The same settings as a file may hold them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    data: Option<PathBuf>,
    database_url: Option<String>,
    index: Option<PathBuf>,
    listen: Option<SocketAddr>,
    metrics: Option<String>,
    public_url: Option<String>,
    trusted_proxies: Option<Vec<IpAddr>>,
    title_vectors: Option<PathBuf>,
    mail: Option<Secret>,
    mail_from: Option<String>,
    sms: Option<Secret>,
    sms_token: Option<Secret>,
    keys: Option<PathBuf>,
    known_passwords: Option<PathBuf>,
    contact_name: Option<String>,
    contact_address: Option<String>,
    contact_phone: Option<String>,
    contact_email: Option<String>,
}

/// Settings in force.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Folder for everything that is kept in files.
    pub data: PathBuf,
    /// PostgreSQL to use instead of SQLite.
    pub database_url: Option<String>,
    /// Folder for the index.
    pub index: PathBuf,
    /// Address of the pages.
    pub listen: SocketAddr,
    /// Address of `/metrics`; none switches it off.
    pub metrics: Option<SocketAddr>,
    /// Address under which the public reaches the pages, without a slash at the end.
    pub public_url: Option<String>,
    /// Proxies on other machines that are believed when they say who calls.
    pub trusted_proxies: Vec<IpAddr>,
    /// Vectors of job titles in place of the shipped ones.
    pub title_vectors: Option<PathBuf>,
    /// Where mail goes.
    pub mail: MailRoute,
    /// From whom letters come.
    pub mail_from: Option<Mailbox>,
    /// Where short messages go.
    pub sms: SmsRoute,
    /// The key file.
    pub keys: PathBuf,
    /// List of passwords that became known.
    pub known_passwords: Option<PathBuf>,
    /// Whom people may ask.
    pub contact: Contact,
    /// Where each of these comes from.
    pub sources: Sources,
}

/// Why settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The settings file cannot be read.
    #[error("the settings file {file} cannot be read")]
    Unreadable {
        /// The file.
        file: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The settings file is not valid.
    #[error("the settings file {file} is not valid")]
    Invalid {
        /// The file.
        file: String,
        /// What is wrong where.
        source: toml::de::Error,
    },
    /// A database other than SQLite or PostgreSQL.
    #[error("the database URL has to begin with postgres:// (leave it out for SQLite in the data folder)")]
    Database,
    /// The public address is not one of the web.
    #[error("the public URL has to begin with http:// or https://")]
    PublicUrl,
    /// The address of `/metrics` is no address.
    #[error("`{0}` is no address for metrics; give host:port or `off`")]
    Metrics(String),
    /// Mail or SMS cannot be sent like this.
    #[error(transparent)]
    Sending(#[from] SendingError),
    /// The operator cannot be shown like this.
    #[error(transparent)]
    Contact(#[from] ContactError),
}

impl File {
    fn contact(&self) -> ContactOptions {
        ContactOptions {
            contact_name: self.contact_name.clone(),
            contact_address: self.contact_address.clone(),
            contact_phone: self.contact_phone.clone(),
            contact_email: self.contact_email.clone(),
        }
    }
}

impl Options {
    /// Settings in force: these options over the settings file over defaults.
    pub fn settle(self) -> Result<Settings, SettingsError> {
        let file = read_file(self.config.as_deref())?;
        let sources = Sources::of(&self, &file);
        let contact = self.contact.settle(file.contact())?;
        let data = self.data.or(file.data).unwrap_or_else(|| PathBuf::from("viak-data"));
        let database_url = self.database_url.or(file.database_url).filter(|url| !url.is_empty());
        if let Some(url) = &database_url
            && !(url.starts_with("postgres://") || url.starts_with("postgresql://"))
        {
            return Err(SettingsError::Database);
        }
        let index = self.index.or(file.index).unwrap_or_else(|| data.join("index"));
        let listen = self.listen.or(file.listen).unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)));
        let metrics = match self.metrics.or(file.metrics).as_deref() {
            None => Some(SocketAddr::from(([127, 0, 0, 1], 9090))),
            Some("off") => None,
            Some(given) => Some(given.parse().map_err(|_| SettingsError::Metrics(given.to_owned()))?),
        };
        let public_url = self.public_url.or(file.public_url).map(|url| url.trim_end_matches('/').to_owned());
        if public_url.as_ref().is_some_and(|url| !url.starts_with("http://") && !url.starts_with("https://"))
        {
            return Err(SettingsError::PublicUrl);
        }
        let trusted_proxies = match self.trusted_proxies {
            none if none.is_empty() => file.trusted_proxies.unwrap_or_default(),
            given => given,
        };
        let keys = self.keys.or(file.keys).unwrap_or_else(|| data.join(crate::keys::FILE));
        let title_vectors = self.title_vectors.or(file.title_vectors);
        let mail = sending::mail_route(self.mail.or(file.mail).as_ref(), &data)?;
        let mail_from = sending::sender(self.mail_from.or(file.mail_from).as_deref(), &mail)?;
        let token = self.sms_token.or(file.sms_token);
        let sms = sending::sms_route(self.sms.or(file.sms).as_ref(), token, &data)?;
        Ok(Settings {
            data,
            database_url,
            index,
            listen,
            metrics,
            public_url,
            trusted_proxies,
            title_vectors,
            mail,
            mail_from,
            sms,
            keys,
            known_passwords: self.known_passwords.or(file.known_passwords),
            contact,
            sources,
        })
    }
}

fn read_file(given: Option<&Path>) -> Result<File, SettingsError> {
    let path = given.unwrap_or(Path::new("viak.toml"));
    let name = || path.display().to_string();
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if given.is_none() && error.kind() == std::io::ErrorKind::NotFound => {
            return Ok(File::default());
        }
        Err(source) => return Err(SettingsError::Unreadable { file: name(), source }),
    };
    toml::from_str(&text).map_err(|source| SettingsError::Invalid { file: name(), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proxies_are_named_on_the_command_line_or_else_in_the_file() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "trusted-proxies = [\"10.0.0.2\", \"fd00::2\"]").unwrap();
        let config = || Some(file.path().to_owned());
        let named: IpAddr = "10.0.0.9".parse().unwrap();
        let given = Options { config: config(), trusted_proxies: vec![named], ..Options::default() };
        assert_eq!(given.settle().unwrap().trusted_proxies, [named]);
        let from_file = Options { config: config(), ..Options::default() }.settle().unwrap();
        assert_eq!(from_file.trusted_proxies.len(), 2);
        std::fs::write(file.path(), "trusted-proxies = [\"jobs.example\"]").unwrap();
        let wrong = Options { config: config(), ..Options::default() }.settle();
        assert!(matches!(wrong, Err(SettingsError::Invalid { .. })), "a name is no address");
    }
}
