//! A gateway that takes short messages by HTTP: a POST of `{"to", "text", "id"}` with a bearer token.
//!
//! It answers 2xx when it has taken the message over, 422 when the number is none, and may tell by `id` one that is
//! sent again.

use super::{OpenPostError, Outgoing, Refusal};
use crate::config::Secret;
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use hyper::{Method, Request, StatusCode, Uri};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::json;

/// A gateway for short messages.
pub(super) struct Gateway {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    url: Uri,
    authorization: HeaderValue,
}

impl Gateway {
    /// Prepares to ask the gateway at `url`, showing it `token`.
    pub(super) fn new(url: &str, token: &Secret) -> Result<Self, OpenPostError> {
        let url = url.parse::<Uri>().map_err(|error| OpenPostError::Gateway(error.into()))?;
        let mut authorization = HeaderValue::try_from(format!("Bearer {}", token.reveal()))
            .map_err(|error| OpenPostError::Gateway(error.into()))?;
        authorization.set_sensitive(true);
        // Settings take `http://` for this machine alone.
        let connector = HttpsConnectorBuilder::new().with_native_roots().map_err(OpenPostError::Roots)?;
        let connector = connector.https_or_http().enable_http1().build();
        let client = Client::builder(TokioExecutor::new()).build(connector);
        Ok(Self { client, url, authorization })
    }

    /// Posts a message; says what was answered.
    pub(super) async fn send(&self, message: Vec<u8>) -> Result<String, Refusal> {
        let request = Request::builder()
            .method(Method::POST)
            .uri(self.url.clone())
            .header(AUTHORIZATION, self.authorization.clone())
            .header(CONTENT_TYPE, "application/json")
            .body(Full::new(Bytes::from(message)))
            .map_err(|error| Refusal::later(format!("the gateway cannot be asked: {error}")))?;
        let answer = self.client.request(request).await;
        let answer = answer.map_err(|error| Refusal::later(unreachable(&error)))?;
        judged(answer.status())
    }
}

fn unreachable(error: &dyn std::error::Error) -> String {
    let mut text = format!("the SMS gateway cannot be reached: {error}");
    let mut source = error.source();
    while let Some(inner) = source {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        source = inner.source();
    }
    text
}

/// What an answer means. What the gateway holds against us (token, address, too many at once) may be mended and is
/// tried again.
fn judged(status: StatusCode) -> Result<String, Refusal> {
    match status.as_u16() {
        200..=299 => Ok(format!("the gateway answered {status}")),
        422 => Err(Refusal::bad_address(format!("the gateway says that the number is none: {status}"))),
        400 | 413 | 415 => Err(Refusal::for_good(format!("the gateway refused the message: {status}"))),
        _ => Err(Refusal::later(format!("the gateway did not take the message: {status}"))),
    }
}

/// The message as the gateway reads it.
pub(super) fn message(outgoing: &Outgoing, number: &str) -> Vec<u8> {
    let id = outgoing.id.to_string();
    json!({"to": number, "text": outgoing.text, "id": id}).to_string().into_bytes()
}

/// A phone number as the gateway reads it: digits, with `+` before an international one.
pub(super) fn number(recipient: &str) -> Result<String, Refusal> {
    let (plus, rest) = recipient.strip_prefix('+').map_or(("", recipient), |rest| ("+", rest));
    let known = rest.chars().all(|letter| letter.is_ascii_digit() || " -()".contains(letter));
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    if known && (6..=15).contains(&digits.len()) {
        Ok(format!("{plus}{digits}"))
    } else {
        Err(Refusal::bad_address("this is no phone number"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_digits_and_nothing_else() {
        assert_eq!(number("+856 20 55 512-378").unwrap(), "+8562055512378");
        assert_eq!(number("(020) 55512378").unwrap(), "02055512378");
        for wrong in ["", "+", "12345", "020 5551 2378\n999", "020x5551", "+1234567890123456"] {
            assert!(number(wrong).unwrap_err().bad_address, "{wrong:?}");
        }
    }

    #[test]
    fn an_answer_is_taken_for_what_it_means() {
        let judge = |code: u16| judged(StatusCode::from_u16(code).unwrap());
        assert!(judge(202).is_ok());
        assert!(judge(422).unwrap_err().bad_address);
        assert!(judge(400).unwrap_err().for_good && !judge(400).unwrap_err().bad_address);
        for later in [301, 401, 403, 404, 429, 500, 503] {
            assert!(!judge(later).unwrap_err().for_good, "{later}");
        }
    }
}
