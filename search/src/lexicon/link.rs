//! Mentions of concepts in running text.

use std::ops::Range;

use crate::text::Folded;

use super::meaning::Keep;
use super::patterns::Spelling;
use super::stream::{Gap, Symbol, clusters, mark_syllables, symbols};
use super::wanted::Wanted;
use super::{How, Lexicon, Mention};
use crate::ConceptKind;
use crate::hash::QuickMap;

/// A spelling with the index of its first symbol.
pub(crate) type Placed = (usize, Spelling);

impl Lexicon {
    /// Mentions in running text, left to right: the longest labels, none overlapping another. A label with
    /// several meanings gives a mention for each, with one span and a lower confidence; a skill called by
    /// its own name inside an occupation (Java in *Java developer*) gives one behind it.
    ///
    /// ```
    /// use search::{Concept, Label, Language, Lexicon, OccupationKey};
    /// let welder = Concept::Occupation(OccupationKey(7212));
    /// let label = Label { concept: welder, text: "welder".into(), language: Language::English, preferred: true, shared: false };
    /// let lexicon = Lexicon::build([label], []);
    /// assert_eq!(lexicon.link("Two Welders wanted")[0].span, 4..11);
    /// ```
    pub fn link(&self, text: &str) -> Vec<Mention> {
        if self.is_empty() {
            return Vec::new();
        }
        let folded = Folded::of(text);
        let vocabulary = &self.inner.patterns.vocabulary;
        let stream = symbols(&folded.text, |word| vocabulary.id(word));
        self.link_symbols(text, &folded, &stream, stream.len(), true)
    }

    /// Where a text speaks of some concepts: the spans of those mentions that [`Self::link`] would give.
    pub(crate) fn link_only(&self, wanted: &Wanted, text: &str, folded: &Folded) -> Vec<Range<usize>> {
        let patterns = &self.inner.patterns;
        let mut stream = clusters(&folded.text, |word| patterns.vocabulary.id(word));
        let mut spans = Vec::new();
        // No label reaches over the end of a phrase.
        for phrase in stream.chunk_by_mut(|_, next| next.gap != Gap::Phrase) {
            let may_begin = |(at, symbol): (usize, &Symbol<'_>)| {
                wanted.firsts.contains(&symbol.id) && patterns.leads_to(&wanted.ends, phrase, at)
            };
            // What is chosen depends on what stands before it, and not on what follows.
            let Some(last) = phrase.iter().enumerate().rposition(may_begin) else { continue };
            mark_syllables(&folded.text, phrase);
            let mentions = self.link_symbols(text, folded, phrase, last + 1, wanted.skills).into_iter();
            let meant = mentions.filter(|mention| wanted.concepts.contains(&mention.concept));
            spans.extend(meant.map(|mention| mention.span));
        }
        spans
    }

    /// The mentions that begin before the symbol `end`, in whole phrases; skills inside the names of occupations
    /// if asked for.
    fn link_symbols(
        &self,
        text: &str,
        folded: &Folded,
        stream: &[Symbol<'_>],
        end: usize,
        inside: bool,
    ) -> Vec<Mention> {
        let none = QuickMap::default();
        let mut mentions = Vec::new();
        let permitted = |at: usize, spelling: &mut Spelling| {
            let span = original(folded, stream, at, spelling.end);
            let written = text.get(span).unwrap_or_default();
            spelling.labels.retain(|(number, how)| self.may_be_meant(*number, *how, written));
            !spelling.labels.is_empty()
        };
        for (start, spelling) in longest(end, |at| {
            let spelt = self.inner.patterns.spelt(&folded.text, stream, at, &none);
            spelt.into_iter().rev().find_map(|mut spelling| permitted(at, &mut spelling).then_some(spelling))
        }) {
            let span = original(folded, stream, start, spelling.end);
            let meanings = self.meanings(&spelling, Keep::Document);
            for meaning in &meanings {
                mentions.extend(self.mention(meaning, span.clone()));
            }
            if inside && meanings.iter().any(|meaning| meaning.concept.kind() == ConceptKind::Occupation) {
                mentions.extend(self.skills_named_inside(text, &span));
            }
        }
        mentions
    }

    /// Running text is full of small words: `it` is not IT, and `ban` is hardly `bạn`.
    fn may_be_meant(&self, number: u32, how: How, written: &str) -> bool {
        let patterns = &self.inner.patterns;
        if patterns.is_acronym(number) && written.chars().any(char::is_lowercase) {
            return false;
        }
        !(how == How::Folded && patterns.is_short_marked(number) && written.chars().all(char::is_lowercase))
    }
}

/// The bytes of the original text under symbols.
pub(crate) fn original(folded: &Folded, stream: &[Symbol<'_>], start: usize, end: usize) -> Range<usize> {
    match (stream.get(start), stream.get(end.saturating_sub(1))) {
        (Some(first), Some(last)) => folded.original(first.start..last.end),
        _ => 0..0,
    }
}

/// From the longest spelling at each place, those that do not overlap: left to right, but a longer one
/// that begins inside a shorter one wins.
pub(crate) fn longest(length: usize, mut at: impl FnMut(usize) -> Option<Spelling>) -> Vec<Placed> {
    let mut chosen = Vec::new();
    let mut here = 0;
    let mut ahead: Option<Placed> = None;
    while here < length {
        let found = match ahead.take() {
            Some((start, spelling)) if start == here => Some(spelling),
            _ => at(here),
        };
        let Some(spelling) = found else {
            here += 1;
            continue;
        };
        let mut better = None;
        for inside in here + 1..spelling.end {
            if let Some(other) = at(inside).filter(|other| other.end - inside > spelling.end - here) {
                better = Some((inside, other));
                break;
            }
        }
        if let Some((start, other)) = better {
            here = start;
            ahead = Some((start, other));
        } else {
            let end = spelling.end.max(here + 1);
            chosen.push((here, spelling));
            here = end;
        }
    }
    chosen
}
