//! What pages may load: nothing from elsewhere, one stylesheet by its hash, and a script of our own only where the page
//! says that it has one.

use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// That a page has a script of our own; said with its response as an `Extension`. Pages that say nothing have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    /// A script, such as the one that completes what is typed.
    Own,
    /// A script and the worker that keeps the page without a network.
    WithWorker,
}

/// Gives each answer the content security policy of what it holds.
pub(super) async fn layer(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let policy = policy(response.extensions().get::<Script>().copied());
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// The digest of the one stylesheet.
static STYLE: LazyLock<String> =
    LazyLock::new(|| base64(&Sha256::digest(views::layout::stylesheet().as_bytes())));

fn policy(script: Option<Script>) -> String {
    let (script, worker) = match script {
        None => ("'none'", "'none'"),
        Some(Script::Own) => ("'self'", "'none'"),
        Some(Script::WithWorker) => ("'self'", "'self'"),
    };
    let style = STYLE.as_str();
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; script-src {script}; worker-src {worker}; \
         img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
}

/// Standard base64 with padding (RFC 4648 §4).
pub(crate) fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digit = |bits: u32| char::from(DIGITS.get(bits as usize & 63).copied().unwrap_or(b'='));
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        text.push(digit(bits >> 18));
        text.push(digit(bits >> 12));
        text.push(if chunk.len() > 1 { digit(bits >> 6) } else { '=' });
        text.push(if chunk.len() > 2 { digit(bits) } else { '=' });
    }
    text
}
