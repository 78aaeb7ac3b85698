//! Labels as they are read, before anything of them is weighed.

use crate::hash::QuickMap;
use crate::text::is_grammar;

use super::likeness::Likeness;
use super::words::words_of;

/// A word of a label.
#[derive(Debug)]
pub(super) struct Part {
    /// The number of the word.
    pub(super) word: u32,
    /// It stands in brackets wherever the label has it.
    pub(super) bracketed: bool,
    /// It carries grammar.
    pub(super) grammar: bool,
}

/// The words of labels.
#[derive(Debug, Default)]
pub(super) struct Labels {
    /// The number of each word that a label has.
    pub(super) numbers: QuickMap<Box<str>, u32>,
    /// Of each word, the number of labels that have it.
    pub(super) frequencies: Vec<u32>,
    /// The words of each label, each once.
    pub(super) parts: Vec<Vec<Part>>,
    pub(super) likeness: Likeness,
}

impl Labels {
    /// Reads labels.
    pub(super) fn of<S: AsRef<str>>(labels: &[S]) -> Self {
        let mut read = Self::default();
        for label in labels {
            let own = read.parts_of(label.as_ref());
            read.frequencies.resize(read.numbers.len(), 0);
            for part in &own {
                if let Some(frequency) = read.frequencies.get_mut(part.word as usize) {
                    *frequency += 1;
                }
            }
            read.parts.push(own);
        }
        read.likeness = Likeness::of(&read.numbers);
        read
    }

    fn parts_of(&mut self, label: &str) -> Vec<Part> {
        let mut own: Vec<Part> = Vec::new();
        let mut place: QuickMap<u32, usize> = QuickMap::default();
        for word in words_of(label) {
            let grammar = is_grammar(&word.text);
            let next = self.numbers.len() as u32;
            let number = *self.numbers.entry(word.text.into()).or_insert(next);
            let at = *place.entry(number).or_insert(own.len());
            match own.get_mut(at) {
                Some(held) => held.bracketed &= word.bracketed,
                None => own.push(Part { word: number, bracketed: word.bracketed, grammar }),
            }
        }
        own
    }
}
