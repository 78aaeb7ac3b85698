//! Where does the URL of a database lead, and may what goes there be read on its way?

use super::OpenError;
use sea_orm::sqlx::postgres::{PgConnectOptions, PgSslMode};
use std::net::IpAddr;
use std::str::FromStr;

/// Is `url` one that leads to PostgreSQL? The driver would repeat one that is not, with its password.
pub(crate) fn check_url(url: &str) -> Result<(), OpenError> {
    let ours = url.starts_with("postgres://") || url.starts_with("postgresql://");
    let is_read = || PgConnectOptions::from_str(url).is_ok();
    if ours && is_read() { Ok(()) } else { Err(OpenError::Url) }
}

/// May what goes to the database at `url` be read on its way: by TCP to another machine, without TLS being asked for?
pub(crate) fn goes_in_the_open(url: &str) -> bool {
    let Ok(options) = PgConnectOptions::from_str(url) else { return false };
    let host = options.get_host();
    let near = host == "localhost"
        || host.starts_with('/')
        || options.get_socket().is_some()
        || host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    let asked =
        matches!(options.get_ssl_mode(), PgSslMode::Require | PgSslMode::VerifyCa | PgSslMode::VerifyFull);
    !near && !asked
}

/// `url` with the password left out, fit for messages.
pub(super) fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return "the given URL".to_owned() };
    match rest.rsplit_once('@') {
        Some((account, place)) => {
            let user = account.split(':').next().unwrap_or_default();
            format!("{scheme}://{user}@{place}")
        }
        None => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_that_leads_nowhere_is_refused_without_repeating_it() {
        for wrong in ["postgres://u:secret@pw@127.0.0.1:x/x", "mysql://a:secret@127.0.0.1/x", "", "secret"] {
            let refused = check_url(wrong).unwrap_err();
            assert!(!refused.to_string().contains("secret"), "{refused}");
        }
        assert!(check_url("postgres://viak:s%40cret@localhost/viak").is_ok());
    }

    #[test]
    fn an_address_on_another_machine_without_tls_is_told_from_others() {
        for open in
            ["postgres://u@10.0.0.1/v", "postgres://u@db.example/v?sslmode=prefer", "postgres://u@db/v"]
        {
            assert!(goes_in_the_open(open), "{open}");
        }
        for closed in [
            "postgres://u@127.0.0.1/v",
            "postgres://u@localhost:5433/v",
            "postgres://u@[::1]/v",
            "postgres://u@db.example/v?sslmode=verify-full",
            "postgres://u@db.example/v?sslmode=require",
            "postgres://u@/v?host=/run/postgresql",
        ] {
            assert!(!goes_in_the_open(closed), "{closed}");
        }
    }

    #[test]
    fn a_message_never_shows_the_password() {
        assert_eq!(
            without_password("postgres://viak:secret@localhost/viak"),
            "postgres://viak@localhost/viak"
        );
        assert_eq!(without_password("postgres://localhost/viak"), "postgres://localhost/viak");
    }
}
