//! What an organisation lacks whose members may see nobody, in words.

use crate::desk::{DeskPage, Row, Section};
use crate::layout::Chrome;
use crate::organisation::{Standing, meaning, standing};
use crate::{Link, text};

/// An organisation of the reader that may see nobody.
#[derive(Debug, Clone)]
pub struct Lacking {
    /// Its name.
    pub name: String,
    /// Where it is looked after, if the reader does.
    pub href: Option<String>,
    /// How it stands.
    pub standing: Standing,
}

/// The page in words; `back` leads to the own pages.
pub fn lacks(chrome: Chrome, lacking: Vec<Lacking>, back: Vec<Link>) -> DeskPage {
    let locale = chrome.locale;
    let heading = text(locale, "advice-lacks-title");
    let row = |held: Lacking| {
        let do_next = match held.standing {
            Standing::Unverified | Standing::Lapsed => text(locale, "advice-lacks-papers"),
            Standing::DocumentsIn | Standing::RegistryChecked => text(locale, "advice-lacks-waits"),
            Standing::Verified | Standing::SiteChecked | Standing::Restricted => {
                text(locale, "advice-lacks-nothing")
            }
            Standing::Suspended | Standing::Barred => text(locale, "advice-lacks-limited"),
        };
        let facts = vec![standing(locale, held.standing), meaning(locale, held.standing), do_next];
        Row { title: held.name, href: held.href, facts, ..Row::default() }
    };
    let listed = Section {
        id: "organisations",
        heading: text(locale, "org-own-title"),
        rows: lacking.into_iter().map(row).collect(),
        none: Some(text(locale, "advice-lacks-none")),
        ..Section::default()
    };
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text(locale, "advice-lacks-lead")],
        sections: vec![listed],
        links: back,
        ..DeskPage::default()
    }
}
