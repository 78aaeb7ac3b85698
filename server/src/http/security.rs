//! What pages may load: nothing from elsewhere, one stylesheet by its hash, scripts of our own.

use sha2::{Digest, Sha256};

/// The content security policy of all pages: none of them may leave a worker behind.
pub(super) fn policy() -> String {
    policy_with("'none'")
}

/// The policy of the one page that works without a network: a worker of our own keeps it.
pub(crate) fn policy_with_worker() -> String {
    policy_with("'self'")
}

fn policy_with(worker: &str) -> String {
    let style = base64(&Sha256::digest(views::layout::stylesheet().as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; script-src 'self'; worker-src {worker}; \
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
