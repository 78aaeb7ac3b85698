//! Where is Meilisearch, and what key does it want?

use super::MeilisearchError;
use std::fmt::{self, Debug, Formatter};
use std::str::FromStr;

/// The variable that holds the key where the URL does not.
const KEY: &str = "VIAK_MEILISEARCH_KEY";
/// The port where the URL names none.
const PORT: u16 = 7_700;

/// Host, port and key.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// `host:port`.
    pub(crate) host: String,
    key: Option<String>,
}

impl Debug for Place {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        // The key is nobody's to read.
        f.debug_struct("Place").field("host", &self.host).finish_non_exhaustive()
    }
}

impl FromStr for Place {
    type Err = MeilisearchError;
    fn from_str(url: &str) -> Result<Self, Self::Err> {
        let rest = url.strip_prefix("http://").ok_or(MeilisearchError::Url)?;
        let rest = rest.trim_end_matches('/');
        let (account, host) = match rest.rsplit_once('@') {
            Some((account, host)) => (Some(account), host),
            None => (None, rest),
        };
        if host.is_empty() || host.contains(['/', '?', '#']) || host.chars().any(char::is_whitespace) {
            return Err(MeilisearchError::Url);
        }
        let named = host.rsplit_once(':').is_some_and(|(_, port)| port.parse::<u16>().is_ok());
        let host = if named { host.to_owned() } else { format!("{host}:{PORT}") };
        // A password may stand for the key as well: http://anybody:KEY@host.
        let written = account.map(|account| account.rsplit(':').next().unwrap_or(account).to_owned());
        let key = written.or_else(|| std::env::var(KEY).ok());
        let key = key.filter(|key| !key.is_empty() && key.chars().all(|letter| letter.is_ascii_graphic()));
        Ok(Self { host, key })
    }
}

impl Place {
    /// The head of a request with a body of so many bytes of JSON.
    pub(super) fn head(&self, method: &str, path: &str, bytes: usize) -> String {
        let key = self.key.as_ref().map(|key| format!("authorization: Bearer {key}\r\n"));
        format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\ncontent-type: application/json\r\n\
             content-length: {bytes}\r\n{}\r\n",
            self.host,
            key.unwrap_or_default()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_gives_host_port_and_key() {
        let place: Place = "http://secret@localhost:7701/".parse().unwrap();
        assert_eq!((place.host.as_str(), place.key.as_deref()), ("localhost:7701", Some("secret")));
        assert!(!format!("{place:?}").contains("secret"));
        assert!(place.head("GET", "/x", 0).contains("authorization: Bearer secret\r\n"));
        assert_eq!("http://meili".parse::<Place>().unwrap().host, "meili:7700");
        assert_eq!("http://a:b@meili:1".parse::<Place>().unwrap().key.as_deref(), Some("b"));
        for wrong in ["https://localhost", "localhost:7700", "http://", "http://a/b", "http://a b"] {
            assert!(wrong.parse::<Place>().is_err(), "{wrong}");
        }
    }
}
