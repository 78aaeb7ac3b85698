//! Searches counted in memory until the background work writes them: bounded, and never waited for.

use super::wording;
use chrono::NaiveDate;
use search::{OccupationKey, PlaceKey};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};
use views::Locale;

/// Different searches between two writes; what goes beyond is not counted.
const MOST: usize = 2_000;

/// A search as it is counted: what, when, in which language, where. Nothing of who.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Asked {
    /// The day in Asia/Vientiane.
    pub day: NaiveDate,
    /// The text as typed, which [`wording::may_be_kept`] let pass.
    pub(super) text: String,
    /// Language of the page.
    pub(super) locale: Locale,
    /// The place that was chosen as a filter.
    pub(super) place: Option<PlaceKey>,
}

impl Asked {
    /// A search that may be counted; none where its text is not to be kept.
    pub fn new(day: NaiveDate, text: &str, locale: Locale, place: Option<PlaceKey>) -> Option<Self> {
        wording::may_be_kept(text).then(|| Self { day, text: text.trim().to_owned(), locale, place })
    }
}

/// What is counted of a search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How often it was asked.
    pub asked: u32,
    /// How often it found nothing.
    pub without_hits: u32,
    /// The largest total shown.
    pub largest: u64,
    /// How often a vacancy was opened from its results, by the vacancy's occupation.
    pub opened: BTreeMap<Option<OccupationKey>, u32>,
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.asked = self.asked.saturating_add(other.asked);
        self.without_hits = self.without_hits.saturating_add(other.without_hits);
        self.largest = self.largest.max(other.largest);
        for (occupation, times) in other.opened {
            let slot = self.opened.entry(occupation).or_default();
            *slot = slot.saturating_add(times);
        }
    }
}

/// The searches of a process that are not written yet. They are lost if it is killed; that is accepted.
#[derive(Debug, Default)]
pub struct SearchLog(Mutex<Held>);

#[derive(Debug, Default)]
struct Held {
    entries: HashMap<Asked, Counts>,
    left_out: u64,
}

/// What was counted since the last time.
#[derive(Debug, Default)]
pub struct Taken {
    /// By search.
    pub entries: Vec<(Asked, Counts)>,
    /// Searches and openings that were not counted for want of room.
    pub left_out: u64,
}

impl SearchLog {
    /// Counts a search that found `total`.
    pub fn asked(&self, asked: Asked, total: u64) {
        let counts =
            Counts { asked: 1, without_hits: u32::from(total == 0), largest: total, opened: BTreeMap::new() };
        self.add(asked, counts);
    }

    /// Counts a vacancy of `occupation` that was opened from the results of a search.
    pub fn opened(&self, asked: Asked, occupation: Option<OccupationKey>) {
        self.add(asked, Counts { opened: BTreeMap::from([(occupation, 1)]), ..Counts::default() });
    }

    /// Takes out what has been counted.
    pub fn take(&self) -> Taken {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Held { entries, left_out } = std::mem::take(&mut *held);
        Taken { entries: entries.into_iter().collect(), left_out }
    }

    /// Puts back what could not be written.
    pub fn put_back(&self, taken: Taken) {
        for (asked, counts) in taken.entries {
            self.add(asked, counts);
        }
    }

    fn add(&self, asked: Asked, counts: Counts) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let room = held.entries.len() < MOST;
        match held.entries.get_mut(&asked) {
            Some(held) => held.add(counts),
            None if room => _ = held.entries.insert(asked, counts),
            None => held.left_out += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(text: &str) -> Option<Asked> {
        Asked::new(NaiveDate::default(), text, Locale::English, None)
    }

    #[test]
    fn the_same_search_is_one_entry_and_its_counts_add_up() {
        let log = SearchLog::default();
        for total in [3, 0, 7] {
            log.asked(asked("welder").unwrap(), total);
        }
        log.opened(asked("welder ").unwrap(), Some(OccupationKey(1)));
        let taken = log.take();
        log.put_back(taken);
        log.opened(asked("welder").unwrap(), Some(OccupationKey(1)));
        let opened = BTreeMap::from([(Some(OccupationKey(1)), 2)]);
        let counts = Counts { asked: 3, without_hits: 1, largest: 7, opened };
        assert_eq!(log.take().entries, [(asked("welder").unwrap(), counts)]);
        assert!(log.take().entries.is_empty());
    }

    #[test]
    fn a_flood_of_different_searches_is_bounded_and_told() {
        let log = SearchLog::default();
        let word = |number: usize| {
            number.to_string().bytes().map(|d| char::from(b'a' + d - b'0')).collect::<String>()
        };
        for number in 0..MOST + 10 {
            log.asked(asked(&word(number)).unwrap(), 1);
        }
        log.asked(asked(&word(0)).unwrap(), 1);
        let taken = log.take();
        assert_eq!((taken.entries.len(), taken.left_out), (MOST, 10));
    }

    #[test]
    fn what_is_not_to_be_kept_is_no_entry() {
        assert!(asked("noy 020 555 1234").is_none() && asked(&"x".repeat(81)).is_none());
    }
}
