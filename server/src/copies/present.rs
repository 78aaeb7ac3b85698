//! The page that offers the copy.

use crate::http::errand::Errand;
use crate::http::paths;
use views::desk::DeskPage;
use views::{Link, text};

/// The page.
pub(super) fn page(errand: &Errand) -> DeskPage {
    let chrome = errand.chrome();
    let locale = chrome.locale;
    let links = vec![
        Link::new(paths::TRAIL, text(locale, "trail-title")),
        Link::new(paths::CONSENTS, text(locale, "consent-title")),
        Link::new(paths::ME, text(locale, "me-title")),
    ];
    views::copies::copies(chrome, (paths::OWN_COPY, paths::ERASURE), links)
}
