//! Which of the things that stored searches look for does a document have?

use crate::hash::QuickMap;
use crate::index::Facts;
use crate::query::Wanted;
use crate::text::{GROUP, Stems, fold_lines, runs, word_terms};
use crate::{Document, Lexicon};

use super::demand::Key;

/// What stored searches look for, each with the demands in which it stands.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    facts: QuickMap<u64, u32>,
    words: QuickMap<Box<str>, u32>,
    /// Stretches by their first characters, as many as a group has.
    stretches: QuickMap<Box<str>, Vec<(Box<str>, u32)>>,
    demands: Vec<Vec<u32>>,
    free: Vec<u32>,
}

impl Keys {
    /// The demands in which a key stands.
    pub(crate) fn demands(&self, key: u32) -> &[u32] {
        self.demands.get(key as usize).map_or(&[], Vec::as_slice)
    }

    /// Takes in that a key stands in a demand.
    pub(crate) fn add(&mut self, key: &Key, demand: u32) {
        let number = self.number(key).unwrap_or_else(|| self.name(key));
        if let Some(demands) = self.demands.get_mut(number as usize) {
            demands.push(demand);
        }
    }

    /// Forgets that a key stands in a demand, and the key with the last.
    pub(crate) fn remove(&mut self, key: &Key, demand: u32) {
        let Some(number) = self.number(key) else { return };
        let Some(demands) = self.demands.get_mut(number as usize) else { return };
        if let Some(at) = demands.iter().position(|other| *other == demand) {
            demands.swap_remove(at);
        }
        if demands.is_empty() {
            *demands = Vec::new();
            self.free.push(number);
            self.unname(key);
        }
    }

    fn number(&self, key: &Key) -> Option<u32> {
        match key {
            Key::Fact(fact) => self.facts.get(fact).copied(),
            Key::Text(Wanted::Word(word)) => self.words.get(word.as_str()).copied(),
            Key::Text(Wanted::Stretch(text)) => {
                let alike = self.stretches.get(head(text))?;
                alike.iter().find(|(other, _)| **other == **text).map(|(_, number)| *number)
            }
        }
    }

    fn name(&mut self, key: &Key) -> u32 {
        let number = self.free.pop().unwrap_or_else(|| {
            self.demands.push(Vec::new());
            self.demands.len() as u32 - 1
        });
        match key {
            Key::Fact(fact) => {
                self.facts.insert(*fact, number);
            }
            Key::Text(Wanted::Word(word)) => {
                self.words.insert(word.as_str().into(), number);
            }
            Key::Text(Wanted::Stretch(text)) => {
                let alike = self.stretches.entry(head(text).into()).or_default();
                alike.push((text.as_str().into(), number));
            }
        }
        number
    }

    fn unname(&mut self, key: &Key) {
        match key {
            Key::Fact(fact) => {
                self.facts.remove(fact);
            }
            Key::Text(Wanted::Word(word)) => {
                self.words.remove(word.as_str());
            }
            Key::Text(Wanted::Stretch(text)) => {
                let Some(alike) = self.stretches.get_mut(head(text)) else { return };
                alike.retain(|(other, _)| **other != **text);
                if alike.is_empty() {
                    self.stretches.remove(head(text));
                }
            }
        }
    }

    /// The keys that a document has; some may come twice.
    pub(crate) fn of(&self, lexicon: &Lexicon, document: &Document) -> Vec<u32> {
        let facts = Facts::of(lexicon).numbers(document);
        let mut found: Vec<u32> = facts.iter().filter_map(|fact| self.facts.get(fact)).copied().collect();
        let mut stems = Stems::with_places(256);
        let mut term = String::new();
        for text in [&document.title, &document.body] {
            let folded = fold_lines(text);
            word_terms(&folded, &mut stems, |mark, word, _| {
                term.clear();
                term.extend(mark);
                term.push_str(word);
                found.extend(self.words.get(term.as_str()));
            });
            for run in runs(&folded).into_iter().filter(|run| run.script.is_dense()) {
                self.stretches_of(run.of(&folded), &mut found);
            }
        }
        found
    }

    /// The stretches that a run of unspaced text holds.
    fn stretches_of(&self, run: &str, found: &mut Vec<u32>) {
        for (at, _) in run.char_indices() {
            let Some(rest) = run.get(at..) else { continue };
            let whole = head(rest);
            // A stretch of two characters stands under both.
            let two = whole.char_indices().nth(GROUP - 1).and_then(|(end, _)| whole.get(..end));
            for begun in [Some(whole), two].into_iter().flatten() {
                let alike = self.stretches.get(begun).into_iter().flatten();
                found.extend(alike.filter(|(text, _)| rest.starts_with(&**text)).map(|(_, key)| *key));
            }
        }
    }
}

/// The first characters of a text, as many as a group has.
fn head(text: &str) -> &str {
    let end = text.char_indices().nth(GROUP).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}
