//! Completions while typing.

use crate::text::{Folded, plain, runs, syllable_starts};
use crate::{Concept, Suggestion};

use super::Lexicon;
use super::beginnings::Beginnings;
use crate::hash::QuickMap;

/// Letters from which on a typo is allowed.
const SURE: usize = 4;

/// A place in a label at which typing may begin.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    /// The folded label from there on.
    text: Box<str>,
    label: u32,
    /// The label's beginning, not a later word.
    first: bool,
}

/// All places in labels at which typing may begin, in order.
#[derive(Debug, Default)]
pub(crate) struct Completions {
    entries: Vec<Entry>,
    /// Those that are labels from their beginning.
    whole: Vec<u32>,
    beginnings: Beginnings,
    /// Characters of each label.
    lengths: Vec<u32>,
}

impl Completions {
    fn of(lexicon: &Lexicon) -> Self {
        let mut entries = Vec::new();
        for (number, label) in lexicon.inner.labels.iter().enumerate() {
            let folded = Folded::of(&label.text).text.replace('\n', " ");
            for start in starts(&folded) {
                let text = folded.get(start..).unwrap_or_default();
                let bare = plain(text);
                let (label, first) = (number as u32, start == 0);
                if bare != text {
                    entries.push(Entry { text: bare.into(), label, first });
                }
                entries.push(Entry { text: text.into(), label, first });
            }
        }
        entries.sort_unstable();
        let whole = entries.iter().enumerate().filter(|(_, entry)| entry.first);
        let beginnings = Beginnings::of(whole.clone().map(|(_, entry)| &*entry.text));
        let whole = whole.map(|(number, _)| number as u32).collect();
        let lengths = lexicon.inner.labels.iter().map(|label| label.text.chars().count() as u32).collect();
        Self { entries, whole, beginnings, lengths }
    }

    /// Entries that begin with the text.
    fn beginning<'a>(&'a self, typed: &'a str) -> impl Iterator<Item = &'a Entry> {
        let from = self.entries.partition_point(|entry| *entry.text < *typed);
        self.entries.iter().skip(from).take_while(move |entry| entry.text.starts_with(typed))
    }

    /// Entries of whole labels whose beginning is at most one edit away from the text.
    fn nearly(&self, typed: &str) -> impl Iterator<Item = &Entry> {
        let near = self.beginnings.near(typed).into_iter().flatten();
        near.filter_map(|number| self.entries.get(*self.whole.get(number)? as usize))
    }
}

/// Where words, or syllables of Lao, begin.
fn starts(folded: &str) -> Vec<usize> {
    let mut all = vec![0];
    for run in runs(folded) {
        if run.script == crate::text::Script::Lao {
            all.extend(syllable_starts(run.of(folded)).into_iter().map(|at| run.start + at));
        } else {
            all.push(run.start);
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

impl Lexicon {
    /// Completions of what was typed so far, best first, one for each concept: labels that begin with it,
    /// then labels with a word that does, then, from four letters on, labels that begin almost so.
    pub fn suggest(&self, typed: &str, limit: usize) -> Vec<Suggestion> {
        let typed = Folded::of(typed).text.replace('\n', " ");
        if typed.is_empty() {
            return Vec::new();
        }
        let completions = self.inner.completions.get_or_init(|| Completions::of(self));
        let mut best: QuickMap<Concept, Order> = QuickMap::default();
        let mut take = |entry: &Entry, edits: u8| {
            if let Some(label) = self.label(entry.label) {
                let length = completions.lengths.get(entry.label as usize).copied().unwrap_or(u32::MAX);
                let order =
                    (edits, !entry.first, label.concept.kind(), length, !label.preferred, entry.label);
                let slot = best.entry(label.concept).or_insert(order);
                *slot = order.min(*slot);
            }
        };
        for entry in completions.beginning(&typed) {
            take(entry, 0);
        }
        let letters = typed.chars().count();
        if letters >= SURE {
            for entry in completions.nearly(&typed) {
                take(entry, 1);
            }
        }
        let mut orders: Vec<Order> = best.into_values().collect();
        orders.sort_unstable();
        let labels = orders.into_iter().filter_map(|order| self.label(order.5)).take(limit);
        labels
            .map(|label| Suggestion {
                concept: label.concept,
                label: label.text.clone(),
                language: label.language,
            })
            .collect()
    }
}

/// Edits, not the beginning, kind, length, not preferred, label.
type Order = (u8, bool, crate::ConceptKind, u32, bool, u32);
