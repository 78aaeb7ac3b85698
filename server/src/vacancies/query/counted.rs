//! Which searches are counted? First looks: words, perhaps with a place, and nothing chosen among their results.

use super::{JobsQuery, NOT_STATED};
use crate::learning::log::Asked;
use crate::reference::ReferenceBook;
use chrono::NaiveDate;
use search::PlaceKey;
use views::Locale;

impl JobsQuery {
    /// This search as it is counted. Further pages, other orders and filters besides a place look again at what
    /// was counted already, and a filter that finds nothing says nothing of the words: none of them is counted.
    pub fn counted(&self, book: &ReferenceBook, locale: Locale, today: NaiveDate) -> Option<Asked> {
        let plain = Self {
            q: self.q.clone(),
            provinces: self.provinces.clone(),
            districts: self.districts.clone(),
            from: self.from.clone(),
            page: 1,
            ..Self::default()
        };
        let first_look = *self == plain && !self.provinces.iter().any(|code| code == NOT_STATED);
        first_look.then(|| self.searched(book, locale, today))?
    }

    /// The words and the place of this search, whatever else was chosen among its results.
    pub fn searched(&self, book: &ReferenceBook, locale: Locale, today: NaiveDate) -> Option<Asked> {
        let mut chosen = self.districts.iter().chain(&self.provinces).chain(&self.from);
        let place: Option<PlaceKey> = chosen.find_map(|code| book.codes.place(code));
        if self.q_cut || self.as_words {
            return None;
        }
        Asked::new(today, &self.q, locale, place)
    }
}
