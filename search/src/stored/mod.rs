//! Which stored searches does a new document meet? The reverse of asking the index.
//!
//! A stored search means what the results page says when it is stored: its text is read then, against an index, and
//! what was understood, and which spellings stand for unknown words, stays so until it is stored again. Read against
//! each new document alone, `java` would be taken for a slip wherever a document says `lava` and nothing of Java; read
//! against the index at each document, nothing could be looked up beforehand. A word that the index does not know is
//! also looked for as it was typed, so that the first document with it is found. For every document of the index
//! against which a search was stored, meeting it and being found by it are the same (`tests/laws/stored.rs`).

mod demand;
mod demands;
mod keys;
mod meeting;
mod read;

use crate::hash::QuickMap;
use crate::index::IndexError;
use crate::query::Words;
use crate::{Document, Index, Lexicon, Request, SearchKey};

use demands::{Demands, Posted};
use meeting::Meeting;
use read::Reader;

/// Searches waiting for documents. Each stands in one list, that of what it demands and fewest documents have; a
/// document looks at the lists of what it has, and no others.
#[derive(Debug, Default)]
pub struct StoredSearches {
    demands: Demands,
    searches: Vec<Option<Stored>>,
    free: Vec<u32>,
    slots: QuickMap<SearchKey, u32>,
}

/// One search.
#[derive(Debug)]
struct Stored {
    key: SearchKey,
    /// What it demands, all of it; it stands in the list of the first.
    demands: Box<[u32]>,
    /// Its place in that list.
    place: u32,
}

impl StoredSearches {
    /// How many searches are stored.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Stores a search, or replaces the one with its key. Order, page and facets of the request do not matter, and
    /// its day does not either: ages are counted from the day on which a document comes.
    pub fn put(
        &mut self,
        index: &Index,
        lexicon: &Lexicon,
        key: SearchKey,
        request: &Request,
    ) -> Result<(), IndexError> {
        self.put_all(index, lexicon, [(key, request)])
    }

    /// Stores many, which are read together: words that they share are looked up once. After an error those before
    /// it are stored.
    pub fn put_all<'r>(
        &mut self,
        index: &Index,
        lexicon: &Lexicon,
        searches: impl IntoIterator<Item = (SearchKey, &'r Request)>,
    ) -> Result<(), IndexError> {
        let documents = index.searcher();
        let lookup = index.lookup(&documents);
        let words = Words::of(&lookup);
        let mut reader = Reader::of(&words, lexicon);
        for (key, request) in searches {
            let demands = reader.read(request)?;
            self.remove(key);
            self.store(key, demands);
        }
        Ok(())
    }

    fn store(&mut self, key: SearchKey, demands: Vec<demand::Demand>) {
        let numbers: Box<[u32]> = demands.into_iter().map(|demand| self.demands.take(demand)).collect();
        let slot = self.free.pop().unwrap_or(self.searches.len() as u32);
        let place = self.demands.post(&numbers, slot);
        let stored = Some(Stored { key, demands: numbers, place });
        match self.searches.get_mut(slot as usize) {
            Some(free) => *free = stored,
            None => self.searches.push(stored),
        }
        self.slots.insert(key, slot);
    }

    /// Forgets a search; says whether it was there.
    pub fn remove(&mut self, key: SearchKey) -> bool {
        let Some(slot) = self.slots.remove(&key) else { return false };
        let Some(stored) = self.searches.get_mut(slot as usize).and_then(Option::take) else { return false };
        if let Some(moved) = self.demands.unpost(&stored.demands, stored.place)
            && let Some(Some(other)) = self.searches.get_mut(moved as usize)
        {
            other.place = stored.place;
        }
        for number in &stored.demands {
            self.demands.release(*number);
        }
        self.free.push(slot);
        true
    }

    /// The searches that a document meets, in no order, as a search of `today` would find it (days since
    /// 1970-01-01). An error for a document that no index takes in.
    pub fn met_by(
        &self,
        lexicon: &Lexicon,
        document: &Document,
        today: i32,
    ) -> Result<Vec<SearchKey>, IndexError> {
        let met = Meeting::of(&self.demands, lexicon, document, today)?;
        let mut found = Vec::new();
        for demand in met.demands() {
            let posted = self.demands.posted(*demand).iter();
            let all = posted.filter(|posted| self.is_met(&met, posted)).map(|posted| posted.slot);
            found.extend(all.filter_map(|slot| self.stored(slot)).map(|stored| stored.key));
        }
        Ok(found)
    }

    fn is_met(&self, met: &Meeting, posted: &Posted) -> bool {
        let all = |numbers: &[u32]| numbers.iter().all(|number| met.has(*number));
        all(&posted.others) && (!posted.more || self.stored(posted.slot).is_some_and(|one| all(&one.demands)))
    }

    fn stored(&self, slot: u32) -> Option<&Stored> {
        self.searches.get(slot as usize)?.as_ref()
    }
}
