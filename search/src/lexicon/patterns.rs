//! All labels as paths through one tree of symbols.

use crate::text::Folded;

use super::stream::{Border, Gap, Symbol, Vocabulary, symbols};
use super::{How, Label};
use crate::hash::{QuickMap, QuickSet};

/// Unspaced labels of so many characters may begin and end inside what looks like a syllable.
const LONG: usize = 8;

/// A word of a label.
#[derive(Debug)]
struct Word {
    folded: Box<str>,
    plain: Box<str>,
}

/// A label in the form in which texts meet it.
#[derive(Debug)]
pub(crate) struct Pattern {
    words: Vec<Word>,
    /// Unspaced characters.
    characters: usize,
    /// A short name in capitals, such as IT.
    acronym: bool,
    /// Diacritics tell its words apart, as in Vietnamese.
    marked: bool,
    /// Its normal form.
    pub(crate) folded: Box<str>,
    /// The number of its first symbol.
    pub(crate) first: u32,
    /// Where its path ends.
    pub(crate) end: u32,
}

/// Labels by their symbols. Pattern `n` belongs to label `n`.
#[derive(Debug, Default)]
pub(crate) struct Patterns {
    pub(crate) vocabulary: Vocabulary,
    /// From the beginning: asked for every symbol of a text, so kept apart and small.
    first_edges: QuickMap<u32, u32>,
    edges: QuickMap<u64, u32>,
    ends: Vec<Vec<u32>>,
    pub(crate) list: Vec<Pattern>,
}

/// A stretch of symbols that spells labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spelling {
    /// Index behind its last symbol.
    pub(crate) end: usize,
    /// Labels with how they were met.
    pub(crate) labels: Vec<(u32, How)>,
}

impl Patterns {
    /// The patterns of labels.
    pub(crate) fn of(labels: &[Label]) -> Self {
        let mut patterns = Self { ends: vec![Vec::new()], ..Self::default() };
        for (number, label) in labels.iter().enumerate() {
            patterns.add(number as u32, label);
        }
        patterns
    }

    fn add(&mut self, number: u32, label: &Label) {
        let folded = Folded::of(&label.text).text;
        let vocabulary = &mut self.vocabulary;
        let path = symbols(&folded, |word| vocabulary.learn(word));
        let mut node = 0;
        for symbol in &path {
            let next = self.ends.len() as u32;
            let ends = &mut self.ends;
            let new = || {
                ends.push(Vec::new());
                next
            };
            node = match node {
                0 => *self.first_edges.entry(symbol.id).or_insert_with(new),
                node => *self.edges.entry(edge(node, symbol.id)).or_insert_with(new),
            };
        }
        if let Some(end) = self.ends.get_mut(node as usize).filter(|_| !path.is_empty()) {
            end.push(number);
        }
        let words: Vec<Word> = path
            .iter()
            .filter(|symbol| !symbol.script.is_dense())
            .map(|symbol| Word {
                folded: folded.get(symbol.start..symbol.end).unwrap_or_default().into(),
                plain: symbol.plain.as_ref().into(),
            })
            .collect();
        let short = label.text.chars().count() <= 4 && words.len() == 1;
        self.list.push(Pattern {
            characters: path.len() - words.len(),
            acronym: short && label.text.chars().all(|c| !c.is_lowercase()),
            marked: label.language == crate::Language::Vietnamese
                || words.iter().any(|w| w.folded != w.plain),
            words,
            first: path.first().map_or(0, |symbol| symbol.id),
            end: node,
            folded: folded.replace('\n', " ").into(),
        });
    }

    fn step(&self, node: u32, id: u32) -> Option<u32> {
        if node == 0 { self.first_edges.get(&id).copied() } else { self.edges.get(&edge(node, id)).copied() }
    }

    /// All labels spelt by the symbols from `start` on, shortest first. `corrections` gives for a symbol
    /// without a number the words it may have been meant for: their numbers and plain forms.
    pub(crate) fn spelt(
        &self,
        folded: &str,
        stream: &[Symbol<'_>],
        start: usize,
        corrections: &QuickMap<usize, Vec<(u32, Box<str>)>>,
    ) -> Vec<Spelling> {
        let mut found = Vec::new();
        let Some(first) = stream.get(start).filter(|symbol| symbol.border > Border::Inside) else {
            return found;
        };
        if self.step(0, first.id).is_none() && !corrections.contains_key(&start) {
            return found;
        }
        let (mut front, mut next): (Vec<(u32, bool)>, _) = (vec![(0, false)], Vec::new());
        for (at, symbol) in stream.iter().enumerate().skip(start) {
            if at > start && symbol.gap == Gap::Phrase {
                break;
            }
            self.advance(&front, at, symbol, corrections, &mut next);
            std::mem::swap(&mut front, &mut next);
            if front.is_empty() {
                break;
            }
            let border = stream.get(at + 1).map_or(Border::Syllable, |next| {
                if next.gap == Gap::Joined && next.script.is_dense() && symbol.script.is_dense() {
                    next.border
                } else {
                    Border::Syllable
                }
            });
            let taken = stream.get(start..=at).unwrap_or_default();
            let mut labels = Vec::new();
            for &(node, corrected) in &front {
                for &number in self.ends.get(node as usize).into_iter().flatten() {
                    let how = self.meets(number, folded, taken, corrected, first.border.min(border));
                    labels.extend(how.map(|how| (number, how)));
                }
            }
            if !labels.is_empty() {
                found.push(Spelling { end: at + 1, labels });
            }
        }
        found
    }

    fn advance(
        &self,
        front: &[(u32, bool)],
        at: usize,
        symbol: &Symbol<'_>,
        corrections: &QuickMap<usize, Vec<(u32, Box<str>)>>,
        next: &mut Vec<(u32, bool)>,
    ) {
        next.clear();
        for &(node, corrected) in front {
            if symbol.id != 0 {
                next.extend(self.step(node, symbol.id).map(|to| (to, corrected)));
            }
            for (id, _) in corrections.get(&at).into_iter().flatten() {
                next.extend(self.step(node, *id).map(|to| (to, true)));
            }
        }
    }

    /// Whether the symbols from `start` on lead to one of some ends of paths. Borders and diacritics are not
    /// asked: where this says no, [`Self::spelt`] finds no label that ends there.
    pub(crate) fn leads_to(&self, ends: &QuickSet<u32>, stream: &[Symbol<'_>], start: usize) -> bool {
        let mut node = 0;
        for symbol in stream.iter().skip(start).take_while(|symbol| symbol.id != 0) {
            match self.step(node, symbol.id) {
                Some(next) => node = next,
                None => return false,
            }
            if ends.contains(&node) {
                return true;
            }
        }
        false
    }

    /// How a label is met by symbols that spell it, if the borders and diacritics permit it.
    fn meets(
        &self,
        number: u32,
        folded: &str,
        taken: &[Symbol<'_>],
        corrected: bool,
        border: Border,
    ) -> Option<How> {
        let pattern = self.list.get(number as usize)?;
        if border < Border::Syllable && pattern.characters < LONG {
            return None;
        }
        if corrected {
            return Some(How::Typo);
        }
        let mut how = How::Exact;
        let spaced = taken.iter().filter(|symbol| !symbol.script.is_dense());
        for (symbol, word) in spaced.zip(&pattern.words) {
            let text = folded.get(symbol.start..symbol.end).unwrap_or_default();
            let step = if text == &*word.folded {
                How::Exact
            } else if text != symbol.plain && (pattern.marked || symbol.plain != *word.plain) {
                return None;
            } else if symbol.plain == *word.plain {
                How::Folded
            } else if word.plain == word.folded {
                How::Stem
            } else {
                return None;
            };
            how = how.max(step);
        }
        Some(how)
    }

    /// Whether the label is an acronym.
    pub(crate) fn is_acronym(&self, number: u32) -> bool {
        self.list.get(number as usize).is_some_and(|pattern| pattern.acronym)
    }

    /// Whether the label is one short word whose diacritics matter.
    pub(crate) fn is_short_marked(&self, number: u32) -> bool {
        self.list.get(number as usize).is_some_and(|pattern| {
            pattern.marked
                && pattern.words.len() == 1
                && pattern.words.iter().all(|word| word.plain.len() <= 4)
        })
    }
}

fn edge(node: u32, id: u32) -> u64 {
    u64::from(node) << 32 | u64::from(id)
}
