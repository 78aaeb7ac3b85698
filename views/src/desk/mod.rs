//! Pages at which people work: lists of what is there, each with what can be done with it, and forms for more.

mod draw;
mod home;
mod invitation;
mod members;
mod role;
mod roles;
mod work;

pub(crate) use draw::section;
pub use home::{HomeDone, OwnRole, Task, home};
pub use invitation::{Offer, invitation, invitation_gone};
pub use members::{InviteForm, Member, MembersDone, MembersPage, MembersProblem, Waiting, members};
pub use role::{RoleWord, role};
pub use roles::{GrantForm, Held, RolesDone, RolesPage, RolesProblem, roles};
pub use work::{Stand, Work, WorkGroup, WorkPlace, work_page, work_section};

use crate::Link;
use crate::form::Form;
use crate::layout::Chrome;

/// A page at which somebody works.
#[derive(Debug, Clone, Default)]
pub struct DeskPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// What it is for, in a few words.
    pub heading: String,
    /// What the reader should know, a paragraph each.
    pub lead: Vec<String>,
    /// What was done just now, if anything.
    pub done: Option<String>,
    /// Why something was not done.
    pub problem: Option<String>,
    /// Its parts.
    pub sections: Vec<Section>,
    /// Ways on.
    pub links: Vec<Link>,
}

/// A part of such a page.
#[derive(Debug, Clone, Default)]
pub struct Section {
    /// By which it is named on the page.
    pub id: &'static str,
    /// What it holds.
    pub heading: String,
    /// What the reader should know.
    pub lead: Option<String>,
    /// What is there.
    pub rows: Vec<Row>,
    /// What is said where nothing is there.
    pub none: Option<String>,
    /// For more of it.
    pub form: Option<Form>,
    /// To other pages of a long list.
    pub pages: Vec<Link>,
}

/// Something in a list.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// What it is.
    pub title: String,
    /// Where more is told of it.
    pub href: Option<String>,
    /// What is told of it, a line each.
    pub facts: Vec<String>,
    /// What is to be looked at.
    pub problem: Option<String>,
    /// Ways on from it.
    pub links: Vec<Link>,
    /// What can be done with it.
    pub forms: Vec<Form>,
}
