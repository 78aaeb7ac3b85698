//! What does a text say that it should not? Patterns handed in as data, found in texts of three languages.
//!
//! A pattern is a small phrase over tokens ([`grammar`]); a rule has patterns that are signs of a meaning, and patterns
//! that lift such signs where they overlap: "women" is a sign after "we want", and none in "women and men".

mod alike;
mod contacts;
mod grammar;
mod matcher;
mod tokens;

pub use alike::{Signature, likeness};
pub use contacts::{Contact, ContactKind, ContactSigns, Dialled, contacts};
pub use grammar::WordingError;

use crate::language::Language;
use crate::text::{Folded, beginning};
use grammar::{Lists, Node};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use tokens::Tokens;

/// Words that stand for each other in patterns of a language, which call the list `<name>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordList {
    /// Whose patterns may call it.
    pub language: Language,
    /// How they call it.
    pub name: String,
    /// The phrases; each may call lists that were given before.
    pub phrases: Vec<String>,
}

/// Patterns of one language that are signs of a meaning, and those that lift such signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordingRule {
    /// In which language its words are.
    pub language: Language,
    /// What the signs mean, by codes of the caller; signs are of the first, lifts of all.
    pub means: Vec<String>,
    /// Patterns that are signs.
    pub signs: Vec<String>,
    /// Patterns that lift signs of these meanings where they overlap.
    pub lifts: Vec<String>,
}

/// A place of a text that says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign<'a> {
    /// What it means.
    pub means: &'a str,
    /// Which bytes of the text say it.
    pub span: Range<usize>,
}

/// A pattern with its meanings, by their places.
#[derive(Debug)]
struct Pattern {
    nodes: Vec<Node>,
    means: Vec<usize>,
    lifts: bool,
}

/// A meaning, by its place, and the tokens that say it.
type Find = (usize, Range<usize>);

/// Patterns, ready to be found.
#[derive(Debug, Default)]
pub struct Wording {
    meanings: Vec<String>,
    patterns: Vec<Pattern>,
    /// Patterns by what the first token of a find begins with.
    by_first: HashMap<char, Vec<usize>>,
    /// Patterns that may begin with any token.
    anywhere: Vec<usize>,
}

impl Wording {
    /// Makes patterns ready; the first that cannot be read is the error.
    pub fn of(lists: &[WordList], rules: &[WordingRule]) -> Result<Self, WordingError> {
        let mut known = Lists::default();
        for list in lists {
            known.add(list)?;
        }
        let mut made = Self::default();
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for rule in rules {
            let means: Vec<usize> = rule.means.iter().map(|name| made.place(&mut places, name)).collect();
            for (patterns, lifts) in [(&rule.signs, false), (&rule.lifts, true)] {
                for pattern in patterns {
                    let nodes = known.read(rule.language, pattern)?;
                    let of = if lifts { means.clone() } else { means.iter().take(1).copied().collect() };
                    made.add(Pattern { nodes, means: of, lifts });
                }
            }
        }
        Ok(made)
    }

    fn place<'a>(&mut self, places: &mut BTreeMap<&'a str, usize>, name: &'a str) -> usize {
        *places.entry(name).or_insert_with(|| {
            self.meanings.push(name.to_owned());
            self.meanings.len() - 1
        })
    }

    fn add(&mut self, pattern: Pattern) {
        let place = self.patterns.len();
        match grammar::first_letters(&pattern.nodes) {
            Some(letters) => {
                for letter in letters {
                    self.by_first.entry(letter).or_default().push(place);
                }
            }
            None => self.anywhere.push(place),
        }
        self.patterns.push(pattern);
    }

    /// How many patterns there are.
    pub fn len(&self) -> usize {
        self.patterns.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }

    /// The signs in a text's first 64 KB that nothing lifts, left to right; those of one meaning lie apart.
    pub fn read(&self, text: &str) -> Vec<Sign<'_>> {
        let folded = Folded::of(beginning(text));
        let tokens = Tokens::of(&folded.text);
        let (signs, lifts) = self.found(&tokens);
        let lifted = |(means, found): &Find| {
            lifts.iter().any(|(lifted, at)| lifted == means && at.start < found.end && found.start < at.end)
        };
        let mut left: Vec<Find> = signs.into_iter().filter(|sign| !lifted(sign)).collect();
        left.sort_by_key(|(means, found)| (*means, found.start, found.end));
        let mut apart: Vec<Find> = Vec::new();
        for (means, found) in left {
            match apart.last_mut() {
                Some((before, last)) if *before == means && found.start < last.end => {
                    last.end = last.end.max(found.end);
                }
                _ => apart.push((means, found)),
            }
        }
        apart.sort_by_key(|(means, found)| (found.start, *means));
        let sign = |(means, found): Find| {
            let span = folded.original(tokens.bytes(found)?);
            Some(Sign { means: self.meanings.get(means)?, span })
        };
        apart.into_iter().filter_map(sign).collect()
    }

    /// Where signs and lifts are found, by tokens: of a sign the shortest way, of a lift the longest.
    fn found(&self, tokens: &Tokens) -> (Vec<Find>, Vec<Find>) {
        let (mut signs, mut lifts) = (Vec::new(), Vec::new());
        for start in 0..tokens.len() {
            let first = tokens.first_letter(start);
            let here = first.and_then(|letter| self.by_first.get(&letter)).into_iter().flatten();
            for pattern in here.chain(&self.anywhere).filter_map(|place| self.patterns.get(*place)) {
                let ends = matcher::ends(&pattern.nodes, tokens, start);
                let end = if pattern.lifts { ends.last() } else { ends.iter().find(|end| **end > start) };
                let Some(end) = end.filter(|end| **end > start) else { continue };
                let into = if pattern.lifts { &mut lifts } else { &mut signs };
                into.extend(pattern.means.iter().map(|means| (*means, start..*end)));
            }
        }
        (signs, lifts)
    }
}

#[cfg(test)]
mod tests;
