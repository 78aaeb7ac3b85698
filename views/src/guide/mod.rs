//! Pages that explain: help, what is kept about people, how usable the pages are for everybody, whom to ask.
//!
//! They are written for somebody with little schooling and a phone: short sentences, one thing each, and nothing that
//! the platform cannot do today.

mod accessibility;
mod contact;
mod draw;
mod help;
mod privacy;
mod sees;

use crate::layout::Chrome;
use crate::{Link, Locale, text};

pub use accessibility::accessibility;
pub use contact::{Operator, contact};
pub use help::help;
pub use privacy::{Kept, privacy};
pub use sees::{Never, Seen, SeenBy, Sights, When, Who};

/// What the pages share; the chrome's title and description are those of the page it is for.
#[derive(Debug, Clone)]
pub struct Shell {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Where links lead.
    pub ways: Ways,
}

/// Addresses that the pages lead to.
#[derive(Debug, Clone, Copy)]
pub struct Ways {
    /// All vacancies.
    pub jobs: &'static str,
    /// A new account.
    pub sign_up: &'static str,
    /// A lost password.
    pub recover: &'static str,
    /// One's own account.
    pub account: &'static str,
    /// How its owner is written to.
    pub notices: &'static str,
    /// Help.
    pub help: &'static str,
    /// What is kept about people.
    pub privacy: &'static str,
    /// How usable the pages are for everybody.
    pub accessibility: &'static str,
    /// Whom to ask.
    pub contact: &'static str,
}

/// A page that explains.
#[derive(Debug, Clone)]
pub struct GuidePage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// What it is about.
    pub heading: String,
    /// The most important, a paragraph each.
    pub lead: Vec<String>,
    /// The rest, one question each.
    pub sections: Vec<Section>,
}

/// An answer to one question.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its id on the page, to which links may lead.
    pub id: &'static str,
    /// The question.
    pub heading: String,
    /// The answer.
    pub parts: Vec<Part>,
}

/// A part of an answer.
#[derive(Debug, Clone)]
pub enum Part {
    /// A paragraph.
    Text(String),
    /// What to do, one after the other.
    Steps(Vec<String>),
    /// Several things.
    Points(Vec<String>),
    /// Names and what belongs to each.
    Facts(Vec<(String, Fact)>),
    /// Ways on.
    Links(Vec<Link>),
    /// Facts side by side; the first of each row names it.
    Table(Table),
}

/// What belongs to a name.
#[derive(Debug, Clone)]
pub enum Fact {
    /// Text.
    Text(String),
    /// Something that is dialled or written to.
    Link(Link),
}

/// Facts side by side.
#[derive(Debug, Clone)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// What stands in each column.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

impl Shell {
    fn locale(&self) -> Locale {
        self.chrome.locale
    }

    fn page(&self, heading: String, lead: Vec<String>, sections: Vec<Section>) -> GuidePage {
        let description = lead.first().cloned().unwrap_or_default();
        let chrome = Chrome { title: heading.clone(), description, ..self.chrome.clone() };
        GuidePage { chrome, heading, lead, sections }
    }

    fn to_contact(&self) -> Link {
        Link::new(self.ways.contact, text(self.locale(), "contact-link"))
    }
}

fn section(id: &'static str, heading: String, parts: Vec<Part>) -> Section {
    Section { id, heading, parts }
}
