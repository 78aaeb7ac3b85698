//! Pages for what went wrong: what happened, what was kept, what to do, and a way on.

mod page;

use crate::layout::Chrome;
use crate::{Link, Locale, text};

/// What went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ErrorKind {
    /// The address or form cannot be read.
    BadRequest,
    /// More was sent than is read.
    TooLarge,
    /// Nothing is at the address.
    NotFound,
    /// What was at the address is gone.
    Gone,
    /// A form that came from elsewhere.
    Refused,
    /// The reader has no role that permits it.
    NotPermitted,
    /// Too many requests in a short time.
    TooManyRequests,
    /// A fault of ours.
    Internal,
    /// Not ready yet, or out of reach for a while.
    Unavailable,
}

impl ErrorKind {
    /// All kinds.
    pub const ALL: [Self; 9] = [
        Self::BadRequest,
        Self::TooLarge,
        Self::NotFound,
        Self::Gone,
        Self::Refused,
        Self::NotPermitted,
        Self::TooManyRequests,
        Self::Internal,
        Self::Unavailable,
    ];

    /// The HTTP status.
    pub fn status(self) -> u16 {
        match self {
            Self::BadRequest => 400,
            Self::TooLarge => 413,
            Self::NotFound => 404,
            Self::Gone => 410,
            Self::Refused | Self::NotPermitted => 403,
            Self::TooManyRequests => 429,
            Self::Internal => 500,
            Self::Unavailable => 503,
        }
    }

    /// Title of the page.
    pub fn title(self, locale: Locale) -> String {
        match self {
            Self::BadRequest => text(locale, "error-bad-request-title"),
            Self::TooLarge => text(locale, "error-too-large-title"),
            Self::NotFound => text(locale, "error-not-found-title"),
            Self::Gone => text(locale, "error-gone-title"),
            Self::Refused => text(locale, "error-refused-title"),
            Self::NotPermitted => text(locale, "error-not-permitted-title"),
            Self::TooManyRequests => text(locale, "error-too-many-title"),
            Self::Internal => text(locale, "error-internal-title"),
            Self::Unavailable => text(locale, "error-unavailable-title"),
        }
    }

    fn happened(self, locale: Locale) -> String {
        match self {
            Self::BadRequest => text(locale, "error-bad-request-happened"),
            Self::TooLarge => text(locale, "error-too-large-happened"),
            Self::NotFound => text(locale, "error-not-found-happened"),
            Self::Gone => text(locale, "error-gone-happened"),
            Self::Refused => text(locale, "error-refused-happened"),
            Self::NotPermitted => text(locale, "error-not-permitted-happened"),
            Self::TooManyRequests => text(locale, "error-too-many-happened"),
            Self::Internal => text(locale, "error-internal-happened"),
            Self::Unavailable => text(locale, "error-unavailable-happened"),
        }
    }

    fn to_do(self, locale: Locale) -> String {
        match self {
            Self::BadRequest => text(locale, "error-bad-request-to-do"),
            Self::TooLarge => text(locale, "error-too-large-to-do"),
            Self::NotFound => text(locale, "error-not-found-to-do"),
            Self::Gone => text(locale, "error-gone-to-do"),
            Self::Refused => text(locale, "error-refused-to-do"),
            Self::NotPermitted => text(locale, "error-not-permitted-to-do"),
            Self::TooManyRequests => text(locale, "error-too-many-to-do"),
            Self::Internal => text(locale, "error-internal-to-do"),
            Self::Unavailable => text(locale, "error-unavailable-to-do"),
        }
    }
}

/// The way back to the form that was too long.
pub fn back_to_form(locale: Locale, href: String) -> Link {
    Link::new(href, text(locale, "error-back-to-form"))
}

/// A page for what went wrong.
#[derive(Debug, Clone)]
pub struct ErrorPage {
    /// What surrounds the page; its title should be [`ErrorKind::title`].
    pub chrome: Chrome,
    /// What went wrong.
    pub kind: ErrorKind,
    /// More about it in the reader's language, such as which field could not be read.
    pub detail: Option<String>,
    /// A number under which the fault was logged.
    pub reference: Option<String>,
    /// Ways on; home and all vacancies at least.
    pub links: Vec<Link>,
}
