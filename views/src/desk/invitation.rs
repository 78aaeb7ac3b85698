//! What somebody is invited to, in words.

use super::{DeskPage, RoleWord, Section, role};
use crate::form::Form;
use crate::layout::Chrome;
use crate::{Arg, Link, text, text_args};

/// What somebody is invited to.
#[derive(Debug, Clone)]
pub struct Offer {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Where it is accepted.
    pub address: String,
    /// Name of the organisation; none where it is the platform itself.
    pub organisation: Option<String>,
    /// The role.
    pub role: RoleWord,
    /// Until when, as it is written.
    pub until: String,
    /// The contact to which it was sent, mostly covered.
    pub contact: String,
    /// Whether the role asks for a second factor.
    pub second_factor: bool,
    /// Whether the reader's account is reached otherwise.
    pub another: bool,
    /// Back to the own pages.
    pub back: Link,
}

/// The page on which an invitation is accepted.
pub fn invitation(offer: Offer) -> DeskPage {
    let Offer { chrome, address, organisation, role: offered, until, contact, second_factor, another, back } =
        offer;
    let locale = chrome.locale;
    let (organisation, role) =
        (organisation.unwrap_or_else(|| text(locale, "invitation-platform")), role(locale, offered));
    let asked = [("organisation", Arg::Text(&organisation)), ("role", Arg::Text(&role))];
    let bound = [("day", Arg::Text(&until)), ("contact", Arg::Text(&contact))];
    let mut lead =
        vec![text_args(locale, "invitation-lead", &asked), text_args(locale, "invitation-until", &bound)];
    lead.extend(second_factor.then(|| text(locale, "invitation-second")));
    let heading = text(locale, "invitation-title");
    let accept = Form { quiet: false, ..Form::button(address, text(locale, "invitation-accept")) };
    let section = Section {
        id: "accept",
        heading: text(locale, "invitation-accept"),
        form: Some(accept),
        ..Section::default()
    };
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead,
        problem: another.then(|| text(locale, "invitation-another")),
        sections: if another { Vec::new() } else { vec![section] },
        links: vec![back],
        ..DeskPage::default()
    }
}

/// The page of an invitation that works no more.
pub fn invitation_gone(chrome: Chrome, back: Link) -> DeskPage {
    let locale = chrome.locale;
    let heading = text(locale, "invitation-title");
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        problem: Some(text(locale, "invitation-gone")),
        links: vec![back],
        ..DeskPage::default()
    }
}
