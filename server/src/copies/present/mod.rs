//! The page that offers the copy, and the copy as a paper.

#[cfg(feature = "pdf")]
pub(super) mod paper;
#[cfg(feature = "pdf")]
pub(super) mod told;

use crate::http::errand::{Errand, to_me};
use crate::http::paths;
use views::copies::Ways;
use views::desk::DeskPage;
use views::{Link, text};

/// Where the copy is.
const WAYS: Ways<'static> = Ways {
    paper: if cfg!(feature = "pdf") { Some(paths::OWN_PAPER) } else { None },
    file: paths::OWN_COPY,
    erasure: paths::ERASURE,
};

/// The page.
pub(super) fn page(errand: &Errand) -> DeskPage {
    let chrome = errand.chrome();
    let locale = chrome.locale;
    let links = vec![
        Link::new(paths::TRAIL, text(locale, "trail-title")),
        Link::new(paths::CONSENTS, text(locale, "consent-title")),
        to_me(locale),
    ];
    views::copies::copies(chrome, WAYS, links)
}
