//! How is a pattern read? A phrase over tokens, small enough to be written by whoever knows the language.
//!
//! | written | found |
//! |---|---|
//! | `word`, `ຄຳ` | the word: English by its stem; Vietnamese with its marks, or none where the text has none; Lao by syllables |
//! | `(a \| b c)` | one of these |
//! | `[a \| b]` | one of these, or nothing |
//! | `<name>` | a phrase of the list |
//! | `_`, `_4` | up to one, up to four tokens of the same sentence |
//! | `~4` | up to four tokens that no comma or the like parts |
//! | `#`, `#18-60` | a number, one between these |
//! | `^`, `$` | what stands here begins, or ends, what commas, lines and the like part |

use super::WordList;
use super::tokens::{COMPANY, COMPANY_ALONE, Gap, lao, marks};
use crate::language::Language;
use crate::text::{Script, fold, plain, stem};
use std::collections::{BTreeMap, BTreeSet};

/// A pattern that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the pattern {pattern:?}: {what}")]
pub struct WordingError {
    pattern: String,
    what: &'static str,
}

/// A part of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    /// An English word, by its stem.
    Stem(String),
    /// A word with its marks.
    Word {
        /// Without marks.
        plain: String,
        /// Its marks.
        marks: String,
    },
    /// Syllables of Lao, written together.
    Lao(String),
    /// A whole number from the first to the second.
    Number(u64, u64),
    /// Up to so many tokens, parted by less than this.
    Gap(usize, Gap),
    /// One of several phrases; an empty one is nothing.
    OneOf(Vec<Vec<Node>>),
    /// What follows begins a part of the sentence.
    Begins,
    /// What stands before ends a part of the sentence.
    Ends,
}

/// Lists that patterns call.
#[derive(Debug, Default)]
pub(super) struct Lists(BTreeMap<(&'static str, String), Vec<Vec<Node>>>);

impl Lists {
    /// Takes in a list.
    pub(super) fn add(&mut self, list: &WordList) -> Result<(), WordingError> {
        let phrases =
            list.phrases.iter().map(|phrase| self.read(list.language, phrase)).collect::<Result<_, _>>()?;
        self.0.insert((list.language.code(), list.name.clone()), phrases);
        Ok(())
    }

    /// Reads a pattern of a language.
    pub(super) fn read(&self, language: Language, pattern: &str) -> Result<Vec<Node>, WordingError> {
        let wrong = |what| WordingError { pattern: pattern.to_owned(), what };
        let mut reading =
            Reading { lists: self, language, rest: pieces(pattern).into_iter().rev().collect() };
        let mut ways = reading.ways().map_err(wrong)?;
        match (ways.pop(), ways.is_empty(), reading.rest.is_empty()) {
            (Some(nodes), true, true) if nodes.iter().any(says_something) => Ok(nodes),
            (Some(_), true, true) => Err(wrong("it says nothing")),
            _ => Err(wrong("a bracket is closed that was not opened, or a | stands outside of brackets")),
        }
    }
}

/// Whether a part asks for a token.
fn says_something(node: &Node) -> bool {
    match node {
        Node::Stem(_) | Node::Word { .. } | Node::Lao(_) | Node::Number(..) => true,
        Node::OneOf(ways) => ways.iter().all(|way| way.iter().any(says_something)),
        Node::Gap(..) | Node::Begins | Node::Ends => false,
    }
}

/// Words and brackets of a pattern.
fn pieces(pattern: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut word = String::new();
    for c in pattern.chars() {
        match c {
            ' ' | '(' | ')' | '[' | ']' | '|' => {
                if !word.is_empty() {
                    pieces.push(std::mem::take(&mut word));
                }
                if c != ' ' {
                    pieces.push(c.to_string());
                }
            }
            _ => word.push(c),
        }
    }
    if !word.is_empty() {
        pieces.push(word);
    }
    pieces
}

struct Reading<'a> {
    lists: &'a Lists,
    language: Language,
    /// What is still to be read, the next piece last.
    rest: Vec<String>,
}

impl Reading<'_> {
    /// Phrases parted by `|`, up to a closing bracket or the end.
    fn ways(&mut self) -> Result<Vec<Vec<Node>>, &'static str> {
        let (mut ways, mut way) = (Vec::new(), Vec::new());
        while let Some(piece) = self.rest.pop() {
            match piece.as_str() {
                ")" | "]" => {
                    self.rest.push(piece);
                    break;
                }
                "|" => ways.push(std::mem::take(&mut way)),
                "(" => way.push(Node::OneOf(self.bracketed(")")?)),
                "[" => {
                    let mut of = self.bracketed("]")?;
                    of.push(Vec::new());
                    way.push(Node::OneOf(of));
                }
                word => way.extend(self.word(word)?),
            }
        }
        ways.push(way);
        Ok(ways)
    }

    fn bracketed(&mut self, closing: &str) -> Result<Vec<Vec<Node>>, &'static str> {
        let ways = self.ways()?;
        match self.rest.pop() {
            Some(piece) if piece == closing => Ok(ways),
            _ => Err("a bracket is not closed"),
        }
    }

    fn word(&self, word: &str) -> Result<Vec<Node>, &'static str> {
        if let Some(name) = word.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
            let of = self.lists.0.get(&(self.language.code(), name.to_owned()));
            return Ok(vec![Node::OneOf(of.ok_or("it calls a list that is not there")?.clone())]);
        }
        for (sign, parted) in [('_', Gap::Hard), ('~', Gap::Soft)] {
            if let Some(most) = word.strip_prefix(sign) {
                let most = if most.is_empty() { Ok(1) } else { most.parse() };
                return Ok(vec![Node::Gap(most.map_err(|_| "behind _ or ~ stands no number")?, parted)]);
            }
        }
        if let Some(range) = word.strip_prefix('#') {
            return Ok(vec![range_of(range)?]);
        }
        match word {
            "^" => Ok(vec![Node::Begins]),
            "$" => Ok(vec![Node::Ends]),
            _ => Ok(words(&fold(word), self.language)),
        }
    }
}

fn range_of(range: &str) -> Result<Node, &'static str> {
    if range.is_empty() {
        return Ok(Node::Number(0, u64::MAX));
    }
    let wrong = "behind # stands no range of numbers";
    let (least, most) = range.split_once('-').ok_or(wrong)?;
    Ok(Node::Number(least.parse().map_err(|_| wrong)?, most.parse().map_err(|_| wrong)?))
}

/// A word as it is found; where letters of Lao and others are written together, each for itself.
fn words(folded: &str, language: Language) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut rest = folded;
    while let Some(first) = rest.chars().next() {
        let is_lao = Script::of(first) == Script::Lao;
        let end = rest.find(|c| (Script::of(c) == Script::Lao) != is_lao).unwrap_or(rest.len());
        let (now, later) = rest.split_at(end);
        rest = later;
        let plain = plain(now);
        nodes.push(match (is_lao, language) {
            (true, _) => Node::Lao(lao(&now.replace(COMPANY, COMPANY_ALONE))),
            (false, Language::English) => Node::Stem(stem(&plain).into_owned()),
            (false, _) => Node::Word { plain, marks: marks(now) },
        });
    }
    nodes
}

/// What the first token of a find begins with: each letter that it may be; none where it may be any.
pub(super) fn first_letters(nodes: &[Node]) -> Option<BTreeSet<char>> {
    let mut letters = BTreeSet::new();
    for node in nodes {
        match node {
            Node::Begins | Node::Ends => {}
            Node::Gap(..) => return None,
            Node::Stem(text) | Node::Word { plain: text, .. } | Node::Lao(text) => {
                letters.extend(text.chars().next());
                return Some(letters);
            }
            Node::Number(..) => {
                letters.insert('0');
                return Some(letters);
            }
            Node::OneOf(ways) => {
                for way in ways.iter().filter(|way| !way.is_empty()) {
                    letters.extend(first_letters(way)?);
                }
                if ways.iter().all(|way| way.iter().any(says_something)) {
                    return Some(letters);
                }
            }
        }
    }
    Some(letters)
}
