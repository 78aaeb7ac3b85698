//! People as others see them, in words: who was found, one of them, and alarms about those who look at many.

mod alarms;
mod asked;
mod card;
mod draw;
mod person;

pub use alarms::{AlarmProblem, AlarmRow, AlarmsPage, alarms};
pub use asked::AskedBefore;
pub use card::{Available, Shown};
pub use person::{Birth, PersonPage, RevealForm, RevealProblem, Value, ValueWord, Why, person};

use crate::Link;
use crate::layout::Chrome;

/// People who were found.
#[derive(Debug, Clone)]
pub struct PeoplePage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Where the search is sent.
    pub action: String,
    /// What was typed.
    pub q: String,
    /// Code of the province that was chosen; empty for none.
    pub province: String,
    /// Provinces that can be chosen: code and name.
    pub provinces: Vec<(String, String)>,
    /// What the search must not forget: name and value.
    pub hidden: Vec<(String, String)>,
    /// Whether the reader looks within an area of its own.
    pub within: bool,
    /// All who were found.
    pub total: u64,
    /// What was understood of the words.
    pub understood: Vec<String>,
    /// Those of this page.
    pub people: Vec<Shown>,
    /// This page, and the last that can be opened.
    pub place: (u32, u32),
    /// Whether more were found than can be opened.
    pub cut: bool,
    /// Ways on.
    pub ways: Ways,
    /// Back to the own pages.
    pub back: Link,
}

/// Ways on from a page of people; none where they lead nowhere else.
#[derive(Debug, Clone, Default)]
pub struct Ways {
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// The same words, read as words only.
    pub as_words: Option<String>,
    /// Without a place.
    pub everywhere: Option<String>,
    /// Without anything.
    pub everybody: Option<String>,
}
