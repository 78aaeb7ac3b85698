//! Asking the application as a browser or a program does.

use crate::app::TestApp;
use crate::page::Page;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderName, HeaderValue, Request, header};
use std::net::{IpAddr, SocketAddr};
use tower::ServiceExt;

/// Largest answer that is read, in bytes.
const LARGEST: usize = 50_000_000;

/// `text` as it stands in the query of an address.
#[must_use]
pub fn encoded(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() * 3);
    for byte in text.bytes() {
        let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
        escaped.extend(['%', digit(byte >> 4), digit(byte & 15)]);
    }
    escaped
}

impl TestApp {
    /// The answer to a GET without any header.
    pub async fn get(&self, path: &str) -> Page {
        self.get_with(path, &[]).await
    }

    /// The answer to a GET by a reader who has chosen English.
    pub async fn english(&self, path: &str) -> Page {
        self.get_with(path, &[("cookie", "__Host-lang=en")]).await
    }

    /// The answer to a GET with headers.
    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Page {
        self.ask("GET", path, headers).await
    }

    /// The answer to a GET as a phone's browser gets it over the wire, compressed.
    pub async fn get_compressed(&self, path: &str) -> Page {
        self.get_with(path, &[("accept-encoding", "gzip, br"), ("accept", "text/html")]).await
    }

    /// The answer to a GET with a bearer token.
    pub async fn get_as(&self, token: &str, path: &str) -> Page {
        self.get_with(path, &[("authorization", &format!("Bearer {token}"))]).await
    }

    /// The answer to a request without a body.
    pub async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Page {
        self.send(method, path, headers, Body::empty()).await
    }

    /// The answer to a request with a body.
    pub async fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Body) -> Page {
        self.send_from(IpAddr::from([192, 0, 2, 1]), (method, path), headers, body).await
    }

    /// The answer to a request from an address.
    pub async fn send_from(
        &self,
        address: IpAddr,
        (method, path): (&str, &str),
        headers: &[(&str, &str)],
        body: Body,
    ) -> Page {
        let mut request = Request::builder().method(method).uri(path).body(body).expect("a request");
        request.headers_mut().insert(header::HOST, HeaderValue::from_static("viak.example"));
        for (name, value) in headers {
            let name: HeaderName = name.parse().expect("a name of a header");
            request.headers_mut().insert(name, value.parse().expect("a value of a header"));
        }
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from((address, 40_000))));
        let answer = self.router().oneshot(request).await.expect("the application answers");
        let (head, body) = answer.into_parts();
        let bytes = axum::body::to_bytes(body, LARGEST).await.expect("the body ends").to_vec();
        Page { status: head.status, headers: head.headers, bytes }
    }

    fn router(&self) -> axum::Router {
        server::http::router::router(self.platform().clone())
    }
}
