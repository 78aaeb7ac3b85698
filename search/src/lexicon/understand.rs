//! A typed query as concepts and remaining words.

use crate::text::{Folded, Script, Token, words};
use crate::{Concept, ConceptKind, Mention};

use super::fuzzy::allowed;
use super::link::{Placed, longest, original};
use super::meaning::{Keep, Meaning};
use super::patterns::Spelling;
use super::sounds::SoundsLike;
use super::stream::{Gap, Symbol, symbols};
use super::{How, Lexicon, Understanding};
use crate::hash::QuickMap;
use crate::text::{is_function_word, is_place_word};

/// Terms of a query that are read.
pub(crate) const TERMS: usize = 64;
/// Words and stretches of a query that are compared letter by letter.
const GUESSES: usize = 12;

/// A query cut to its first [`TERMS`] words.
pub(crate) fn cut(text: &str) -> (&str, bool) {
    // No word is shorter than a byte, and a word with all its marks rarely exceeds 200.
    let mut end = text.len().min(TERMS * 200);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text.get(..end).unwrap_or_default();
    let folded = Folded::of(head);
    match words(&folded.text).get(TERMS - 1..) {
        Some([last, _, ..]) => {
            let span = folded.original(last.start..last.end);
            (head.get(..span.end).unwrap_or_default(), true)
        }
        _ => (head, end < text.len()),
    }
}

/// The state of reading one query.
struct Reading<'a> {
    lexicon: &'a Lexicon,
    text: &'a str,
    folded: &'a Folded,
    stream: Vec<Symbol<'a>>,
    /// For each symbol, whether a concept explains it.
    taken: Vec<bool>,
    mentions: Vec<Mention>,
}

impl Lexicon {
    /// Reads a typed query: concepts, typos allowed, and the words that remain.
    pub fn understand(&self, query: &str) -> Understanding {
        self.understand_beside(query, &|_| false)
    }

    /// Reads a typed query; words that `known` knows are not corrected.
    pub(crate) fn understand_beside(&self, query: &str, known: &dyn Fn(&str) -> bool) -> Understanding {
        let (text, cut) = cut(query);
        if let Some(understanding) = self.understand_sounds(self.romanised(text, known), known) {
            return Understanding { cut, ..understanding };
        }
        let written = self.understand_written(text, cut, known);
        if written.concepts.iter().any(|mention| !matches!(mention.concept, Concept::Place(_))) {
            return written;
        }
        let respelt = self.understand_sounds(self.respelt(text), known);
        respelt.map_or(written, |understanding| Understanding { cut, ..understanding })
    }

    /// A query that means something where it is read as other words of its sound.
    fn understand_sounds(
        &self,
        reading: Option<SoundsLike>,
        known: &dyn Fn(&str) -> bool,
    ) -> Option<Understanding> {
        let reading = reading?;
        let mut understanding = self.understand_written(&reading.text, false, known);
        for mention in &mut understanding.concepts {
            mention.span = reading.typed(&mention.span);
            mention.confidence *= reading.likeness;
        }
        (!understanding.concepts.is_empty()).then_some(understanding)
    }

    pub(super) fn understand_written(
        &self,
        text: &str,
        cut: bool,
        known: &dyn Fn(&str) -> bool,
    ) -> Understanding {
        let folded = Folded::of(text);
        let vocabulary = &self.inner.patterns.vocabulary;
        let stream = symbols(&folded.text, |word| vocabulary.id(word));
        let taken = vec![false; stream.len()];
        let mut reading =
            Reading { lexicon: self, text, folded: &folded, stream, taken, mentions: Vec::new() };
        let found = reading.spellings(known);
        let found = reading.guess_unspaced(found);
        reading.accept(found);
        let words = reading.remaining();
        reading.mentions.sort_by_key(|mention| (mention.span.start, mention.concept));
        Understanding { concepts: reading.mentions, words, cut }
    }
}

impl Reading<'_> {
    /// Labels in the query, with unknown words corrected where that gives a label.
    fn spellings(&self, known: &dyn Fn(&str) -> bool) -> Vec<Placed> {
        let patterns = &self.lexicon.inner.patterns;
        let mut corrections = QuickMap::default();
        for (at, symbol) in self.stream.iter().enumerate().filter(|(_, symbol)| symbol.id == 0) {
            let long = allowed(symbol.plain.chars().count()) > 0;
            if long && corrections.len() < GUESSES && !known(&symbol.plain) {
                let near = self.lexicon.nearby_words().find(&symbol.plain, 6);
                corrections.insert(at, near.into_iter().map(|(id, _)| (id, "".into())).collect());
            }
        }
        longest(self.stream.len(), |at| {
            let mut spelt = patterns.spelt(&self.folded.text, &self.stream, at, &corrections);
            spelt.pop().filter(|spelling| !self.is_grammar(at, spelling))
        })
    }

    /// A label that is also a function word counts only when it was written as a name.
    fn is_grammar(&self, at: usize, spelling: &Spelling) -> bool {
        let [symbol] = self.stream.get(at..spelling.end).unwrap_or_default() else { return false };
        let word = self.folded.text.get(symbol.start..symbol.end).unwrap_or_default();
        let written = self.text.get(self.folded.original(symbol.start..symbol.end)).unwrap_or_default();
        is_function_word(word) && written.chars().any(char::is_lowercase) && self.stream.len() > 1
    }

    /// Unspaced stretches that no label explains whole are compared with labels letter by letter: alone,
    /// or together with the label before or behind them.
    fn guess_unspaced(&self, found: Vec<Placed>) -> Vec<Placed> {
        let mut chosen = found;
        let mut at = 0;
        let mut guesses = 0;
        while at < self.stream.len() && guesses < GUESSES {
            let covered = chosen.iter().find(|(start, spelling)| (*start..spelling.end).contains(&at));
            if let Some((_, spelling)) = covered {
                at = spelling.end;
                continue;
            }
            let end = self.stretch_end(at, &chosen);
            if self.stream.get(at).is_some_and(|symbol| symbol.script.is_dense()) {
                guesses += 1;
                let (from, to, labels) = self.guess(at, end, &chosen);
                if !labels.is_empty() {
                    chosen.retain(|(start, spelling)| spelling.end <= from || *start >= to);
                    chosen.push((from, Spelling { end: to, labels }));
                }
            }
            at = end;
        }
        chosen.sort_by_key(|placed| placed.0);
        chosen
    }

    /// Where the unexplained joined symbols from `at` on end.
    fn stretch_end(&self, at: usize, chosen: &[Placed]) -> usize {
        let mut end = at + 1;
        while self.stream.get(end).is_some_and(|symbol| symbol.gap == Gap::Joined)
            && !chosen.iter().any(|placed| placed.0 == end)
        {
            end += 1;
        }
        end
    }

    fn guess(&self, at: usize, end: usize, chosen: &[Placed]) -> (usize, usize, Vec<(u32, How)>) {
        let joined = |index: usize| self.stream.get(index).is_some_and(|symbol| symbol.gap == Gap::Joined);
        let before =
            chosen.iter().find(|placed| placed.1.end == at && joined(at)).map_or(at, |placed| placed.0);
        let behind =
            chosen.iter().find(|placed| placed.0 == end && joined(end)).map_or(end, |placed| placed.1.end);
        for (from, to) in [(before, end), (at, end), (at, behind), (before, behind)] {
            let Some(part) = self.stream.get(from..to) else { continue };
            let letters: String =
                part.iter().filter_map(|symbol| self.folded.text.get(symbol.start..symbol.end)).collect();
            let near = self.lexicon.nearby_labels().find(&letters, 4);
            if !near.is_empty() {
                return (from, to, near.into_iter().map(|(label, _)| (label, How::Typo)).collect());
            }
        }
        (at, end, Vec::new())
    }

    fn accept(&mut self, found: Vec<Placed>) {
        for (start, spelling) in found {
            let meanings = self.lexicon.meanings(&spelling, Keep::Wider);
            let first = meanings.first().map(|meaning| meaning.concept.kind());
            let chosen: Vec<Meaning> =
                meanings.into_iter().filter(|meaning| Some(meaning.concept.kind()) == first).collect();
            let span = original(self.folded, &self.stream, start, spelling.end);
            for meaning in &chosen {
                self.mentions.extend(self.lexicon.mention(meaning, span.clone()));
            }
            if first == Some(ConceptKind::Occupation) {
                self.mentions.extend(self.lexicon.skills_named_inside(self.text, &span));
            }
            for taken in self.taken.iter_mut().take(spelling.end).skip(start) {
                *taken = true;
            }
        }
    }

    /// Words that no concept explains, without grammar if anything else is left.
    fn remaining(&self) -> Vec<String> {
        let mut tokens: Vec<Token> = Vec::new();
        let mut stretch: Option<Token> = None;
        for (symbol, taken) in self.stream.iter().zip(&self.taken) {
            let open = stretch.filter(|open| open.end == symbol.start && symbol.script == open.script);
            match (open, *taken, symbol.script.is_dense()) {
                (Some(open), false, true) => stretch = Some(Token { end: symbol.end, ..open }),
                (_, true, _) => tokens.extend(stretch.take()),
                (_, false, _) => {
                    tokens.extend(stretch.replace(Token {
                        start: symbol.start,
                        end: symbol.end,
                        script: symbol.script,
                    }));
                }
            }
        }
        tokens.extend(stretch);
        let places = self.mentions.iter().any(|m| matches!(m.concept, Concept::Place(_)));
        let mut all = Vec::new();
        let mut telling = Vec::new();
        for token in tokens {
            for (word, written) in self.words_of(token) {
                let silent = is_function_word(&word) || (places && is_place_word(&word));
                if !silent {
                    telling.push(written.clone());
                }
                all.push(written);
            }
        }
        if telling.is_empty() && self.mentions.is_empty() { all } else { telling }
    }

    /// The folded words of a stretch with their original form.
    fn words_of(&self, token: Token) -> Vec<(String, String)> {
        let text = token.of(&self.folded.text);
        let parts = if token.script == Script::Spaced {
            vec![Token { start: 0, end: text.len(), script: token.script }]
        } else {
            words(text)
        };
        let place = |part: &Token| self.folded.original(token.start + part.start..token.start + part.end);
        parts
            .iter()
            .map(|part| (part.of(text).to_owned(), self.text.get(place(part)).unwrap_or_default().to_owned()))
            .collect()
    }
}
