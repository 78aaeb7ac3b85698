//! Cookies: read by name, set so that no script and no other site gets at them.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

/// The value of a cookie, if the browser sent one.
pub(crate) fn read<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(held, _)| *held == name)
        .map(|(_, value)| value)
}

/// The response, which sets or takes away these cookies.
pub(crate) fn with(
    mut response: Response,
    cookies: impl IntoIterator<Item = Option<HeaderValue>>,
) -> Response {
    for cookie in cookies.into_iter().flatten() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// A cookie of the platform's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cookie {
    /// The token of a session.
    Session,
    /// What this device was asked and is to answer.
    Asked,
    /// What shows that the device signed in before.
    Device,
    /// The language that the reader chose.
    Language,
}

impl Cookie {
    /// Its name. Over TLS it is bound to the host, so that no neighbouring one can set it (RFC 6265bis §4.1.3).
    pub(crate) fn name(self, secure: bool) -> String {
        let name = match self {
            Self::Session => "viak",
            Self::Asked => "viak-asked",
            Self::Device => "viak-device",
            Self::Language => "lang",
        };
        if secure { format!("__Host-{name}") } else { name.to_owned() }
    }

    fn seconds(self) -> u32 {
        match self {
            Self::Session => 30 * 86_400,
            Self::Asked => 600,
            Self::Device | Self::Language => 365 * 86_400,
        }
    }

    /// Sets it to a value of letters, digits, dots and hyphens.
    pub(crate) fn set(self, value: &str, secure: bool) -> Option<HeaderValue> {
        let tls = if secure { "; Secure" } else { "" };
        let (name, seconds) = (self.name(secure), self.seconds());
        let cookie = format!("{name}={value}; Path=/; Max-Age={seconds}; SameSite=Lax; HttpOnly{tls}");
        HeaderValue::from_str(&cookie).ok()
    }

    /// Takes it away.
    pub(crate) fn clear(self, secure: bool) -> Option<HeaderValue> {
        let tls = if secure { "; Secure" } else { "" };
        let cookie = format!("{}=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly{tls}", self.name(secure));
        HeaderValue::from_str(&cookie).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cookies_are_kept_from_scripts_and_over_tls_from_other_hosts() {
        let plain = Cookie::Session.set("token", false).unwrap();
        assert_eq!(plain, "viak=token; Path=/; Max-Age=2592000; SameSite=Lax; HttpOnly");
        let bound = Cookie::Session.set("token", true).unwrap();
        assert_eq!(bound, "__Host-viak=token; Path=/; Max-Age=2592000; SameSite=Lax; HttpOnly; Secure");
        let headers = HeaderMap::from_iter([(header::COOKIE, "lang=lo; viak=token".parse().unwrap())]);
        assert_eq!(read(&headers, "viak"), Some("token"));
        assert_eq!(read(&headers, "vi"), None);
    }
}
