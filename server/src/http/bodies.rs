//! How much may be sent? A form that is too long is refused in words, before anybody reads it as a form.

use super::error::PageError;
use axum::body::{Body, HttpBody};
use axum::extract::Request;
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::future::poll_fn;
use std::pin::Pin;

/// Largest body that a request may carry, in bytes.
pub(super) const LARGEST_BODY: usize = 1_000_000;
/// So much of a body that is too large is read away: a browser that still sends does not hear the answer.
const READ_AWAY: usize = 10 * LARGEST_BODY;

/// Refuses what says that it is too large; bodies that do not say so are read up to the limit by whoever reads them.
pub(super) async fn layer(request: Request, next: Next) -> Response {
    let length = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    if length.and_then(|length| length.parse::<usize>().ok()).is_none_or(|length| length <= LARGEST_BODY) {
        return next.run(request).await;
    }
    read_away(request.into_body()).await;
    PageError::TooLarge.into_response()
}

async fn read_away(mut body: Body) {
    let mut read = 0;
    while read < READ_AWAY {
        let frame = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await;
        let Some(Ok(frame)) = frame else { return };
        read += frame.data_ref().map_or(0, axum::body::Bytes::len);
    }
}
