//! The page that offers a copy.

use super::Specimen;
use super::samples::{chrome, pick};
use crate::copies::{Ways, copies};
use crate::layout::{Chrome, Own};
use crate::{Link, Locale, Render};

/// The page.
pub(super) fn all() -> Vec<Specimen> {
    vec![Specimen { name: "copies", render: page }]
}

fn page(locale: Locale) -> String {
    let own = Some(Own::Account("/me/account".to_owned()));
    let chrome = Chrome { own, ..chrome(locale, "/me/data", String::new()) };
    let back = Link::new("/me", pick(locale, "ໜ້າຂອງຂ້ອຍ", "My pages", "Trang của tôi"));
    let ways =
        Ways { paper: Some("/me/data/viak.pdf"), file: "/me/data/viak.json", erasure: "/me/data/erase" };
    copies(chrome, ways, vec![back]).render().into_string()
}
