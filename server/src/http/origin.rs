//! Does a write come from our own pages? Forms of other sites, sent by a browser that is signed in here, are refused.

use super::error::PageError;
use crate::app::Platform;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// Lets reads through, and writes that come from here; the interface for machines knows no cookies and asks for none.
pub(super) async fn layer(State(platform): State<Arc<Platform>>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads
        || request.uri().path().starts_with("/api/")
        || is_ours(request.headers(), platform.settings.public_url.as_deref())
    {
        return next.run(request).await;
    }
    PageError::Refused.into_response()
}

/// What browsers say of where a form was, in the order in which they learned to say it: `Sec-Fetch-Site`, `Origin`,
/// `Referer`. A write of which nothing is said is refused.
fn is_ours(headers: &HeaderMap, public_url: Option<&str>) -> bool {
    let said = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = headers.get("sec-fetch-site") {
        return matches!(site.to_str(), Ok("same-origin" | "none"));
    }
    let Some(from) = said(header::ORIGIN).or_else(|| said(header::REFERER)) else { return false };
    let host = authority(from);
    // Where no public address is set, the one that was asked is believed.
    host.is_some() && host == public_url.map_or_else(|| said(header::HOST), authority)
}

/// Host and port of an address.
fn authority(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(headers: &[(&'static str, &str)]) -> bool {
        ours_at(Some("https://viak.example"), headers)
    }

    fn ours_at(public_url: Option<&str>, headers: &[(&'static str, &str)]) -> bool {
        let headers = headers.iter().map(|(name, value)| {
            (header::HeaderName::from_static(name), header::HeaderValue::from_str(value).unwrap())
        });
        is_ours(&headers.collect(), public_url)
    }

    #[test]
    fn a_write_says_that_it_comes_from_here() {
        assert!(ours(&[("sec-fetch-site", "same-origin")]));
        assert!(ours(&[("origin", "https://viak.example")]));
        let asked = [("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")];
        assert!(ours_at(None, &asked) && !ours(&asked));
        assert!(ours(&[("referer", "https://viak.example/sign-in?next=/me")]));
    }

    #[test]
    fn a_write_from_elsewhere_or_from_nowhere_is_refused() {
        assert!(!ours(&[]));
        assert!(!ours(&[("sec-fetch-site", "cross-site"), ("origin", "https://viak.example")]));
        assert!(!ours(&[("sec-fetch-site", "same-site")]));
        for origin in
            ["null", "https://evil.example", "https://viak.example.evil.example", "https://viak.example:444"]
        {
            assert!(!ours(&[("origin", origin), ("host", "viak.example")]), "{origin}");
        }
        assert!(!ours(&[("referer", "https://evil.example/?https://viak.example")]));
    }
}
