//! The pages for what went wrong.

use super::samples::{chrome, pick};
use crate::error::{ErrorKind, ErrorPage, back_to_form};
use crate::{Link, Locale, Render, text};

fn page(locale: Locale, kind: ErrorKind) -> ErrorPage {
    ErrorPage {
        chrome: chrome(locale, "/jobs/none", kind.title(locale)),
        kind,
        detail: None,
        reference: None,
        links: vec![Link::new("/jobs", text(locale, "nav-jobs")), Link::new("/", text(locale, "nav-home"))],
    }
}

pub(super) fn bad_request(locale: Locale) -> String {
    let mut page = page(locale, ErrorKind::BadRequest);
    page.detail = Some(pick(
        locale,
        "ຊ່ອງ q ບໍ່ແມ່ນຕົວອັກສອນ UTF-8.",
        "The field q is not UTF-8 text.",
        "Trường q không phải là văn bản UTF-8.",
    ));
    page.render().into_string()
}

pub(super) fn too_large(locale: Locale) -> String {
    let mut page = page(locale, ErrorKind::TooLarge);
    page.links.insert(0, back_to_form(locale, "/organisations/new".to_owned()));
    page.render().into_string()
}

pub(super) fn not_found(locale: Locale) -> String {
    page(locale, ErrorKind::NotFound).render().into_string()
}

pub(super) fn gone(locale: Locale) -> String {
    page(locale, ErrorKind::Gone).render().into_string()
}

pub(super) fn refused(locale: Locale) -> String {
    page(locale, ErrorKind::Refused).render().into_string()
}

pub(super) fn too_many_requests(locale: Locale) -> String {
    page(locale, ErrorKind::TooManyRequests).render().into_string()
}

pub(super) fn internal(locale: Locale) -> String {
    let mut page = page(locale, ErrorKind::Internal);
    page.reference = Some("0190f3c4-7b2e-7c3a".to_owned());
    page.render().into_string()
}

pub(super) fn unavailable(locale: Locale) -> String {
    page(locale, ErrorKind::Unavailable).render().into_string()
}

pub(super) fn not_permitted(locale: Locale) -> String {
    page(locale, ErrorKind::NotPermitted).render().into_string()
}
