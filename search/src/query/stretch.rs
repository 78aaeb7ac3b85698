//! Which documents of a segment hold a stretch of unspaced text?
//!
//! A document that has all groups of characters of the stretch holds it if they stand in order. Most need not be
//! looked at so closely: where the dictionary found the stretch as a word, it is there.

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, SegmentReader, TERMINATED};

use super::condition::Stretch;
use super::cursor::{Cursor, ScoredCursor};
use super::matcher::worth_of;
use super::window::{Bits, Window};

/// A group of characters of a stretch.
struct Group {
    offset: u32,
    /// Any of these.
    cursors: Vec<Cursor>,
    /// With positions, if they are needed.
    placed: Option<SegmentPostings>,
}

/// A stretch in one segment.
pub(crate) struct OpenStretch {
    groups: Vec<Group>,
    worth: u32,
    word: Option<ScoredCursor>,
    starts: Vec<u32>,
    places: Vec<u32>,
}

impl OpenStretch {
    /// The stretch in a segment; nothing if a group does not occur there.
    pub(crate) fn open(
        segment: &SegmentReader,
        number: usize,
        stretch: &Stretch,
        scoring: bool,
    ) -> tantivy::Result<Option<Self>> {
        let mut groups = Vec::with_capacity(stretch.groups.len());
        let alone = stretch.groups.len() == 1;
        for (offset, alternatives) in &stretch.groups {
            let mut group = Group { offset: *offset, cursors: Vec::new(), placed: None };
            for postings in alternatives {
                group.cursors.extend(Cursor::open(segment, number, postings, false)?);
                if let (false, Some(info)) = (alone, postings.of(number)) {
                    let inverted = segment.inverted_index(postings.field)?;
                    let placed = IndexRecordOption::WithFreqsAndPositions;
                    group.placed = Some(inverted.read_postings_from_terminfo(info, placed)?);
                }
            }
            if group.cursors.is_empty() {
                return Ok(None);
            }
            groups.push(group);
        }
        let word = match &stretch.word {
            Some(word) => ScoredCursor::open(segment, number, word, scoring)?,
            None => None,
        };
        Ok(Some(Self { groups, worth: stretch.worth, word, starts: Vec::new(), places: Vec::new() }))
    }

    /// No more documents than this hold it.
    pub(crate) fn size(&self) -> u32 {
        let sizes = self.groups.iter().map(|group| group.cursors.iter().map(Cursor::size).sum());
        sizes.min().unwrap_or(0)
    }

    /// No document from `from` on and before this one holds it.
    pub(crate) fn next(&mut self, from: DocId) -> DocId {
        let next = |group: &mut Group| group.cursors.iter_mut().map(|cursor| cursor.seek(from)).min();
        self.groups.iter_mut().filter_map(next).max().unwrap_or(TERMINATED)
    }

    /// Adds the documents of a window that hold it.
    pub(crate) fn fill(&mut self, window: &mut Window, lengths: Option<&FieldNormReader>) {
        let base = window.base();
        let mut all: Option<Bits> = None;
        let mut group_bits = Bits::default();
        for group in &mut self.groups {
            group_bits.clear();
            for cursor in &mut group.cursors {
                group_bits.add(base, cursor);
            }
            match all.as_mut() {
                Some(all) => all.keep(&group_bits),
                None => all = Some(group_bits.clone()),
            }
        }
        let mut held = all.unwrap_or_default();
        if self.groups.len() > 1 {
            held = self.verified(base, &held);
        }
        if lengths.is_some() {
            for place in held.places() {
                window.score(place, self.worth);
            }
        }
        window.bits.join(&held);
        if let Some(word) = self.word.as_mut() {
            window.add(word, lengths);
        }
    }

    /// Those of the bits that the dictionary or the positions confirm.
    fn verified(&mut self, base: DocId, candidates: &Bits) -> Bits {
        let mut words = Bits::default();
        // The scores are added later, from a cursor that is still before the window.
        if let Some(word) = self.word.as_ref() {
            let mut ahead = word.cursor.clone();
            words.add(base, &mut ahead);
        }
        let mut held = Bits::default();
        for place in candidates.places() {
            if words.has(place) || self.stands_in_order(base + place as u32) {
                held.set(place);
            }
        }
        held
    }

    /// What it is worth in a document, if that holds it. Documents must come in ascending order.
    pub(crate) fn meets(&mut self, doc: DocId, lengths: Option<&FieldNormReader>) -> Option<u32> {
        if let Some(word) = self.word.as_mut()
            && word.cursor.seek(doc) == doc
        {
            return Some(self.worth + lengths.map_or(0, |lengths| worth_of(word, doc, lengths)));
        }
        let has = |group: &mut Group| group.cursors.iter_mut().any(|cursor| cursor.seek(doc) == doc);
        let all = self.groups.iter_mut().all(has);
        (all && (self.groups.len() == 1 || self.stands_in_order(doc))).then_some(self.worth)
    }

    /// Whether the groups stand behind each other somewhere in a document.
    fn stands_in_order(&mut self, doc: DocId) -> bool {
        let Self { groups, starts, places, .. } = self;
        for (number, group) in groups.iter_mut().enumerate() {
            let Some(placed) = group.placed.as_mut() else { return false };
            if placed.doc() < doc {
                placed.seek(doc);
            }
            if placed.doc() != doc {
                return false;
            }
            placed.positions(places);
            if number == 0 {
                starts.clear();
                starts.extend(places.iter().filter_map(|place| place.checked_sub(group.offset)));
            } else {
                starts.retain(|start| places.binary_search(&(start + group.offset)).is_ok());
            }
            if starts.is_empty() {
                return false;
            }
        }
        true
    }
}
