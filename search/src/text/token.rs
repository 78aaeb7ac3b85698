//! Folded text to words: by spaces, or by dictionary where a script has none.

use std::sync::LazyLock;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use super::script::{Script, is_mark};

static DICTIONARY: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));

/// The longest word that is kept whole, in bytes.
const LONGEST: usize = 120;

/// A word of a folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    /// First byte in the folded text.
    pub(crate) start: usize,
    /// Byte behind it.
    pub(crate) end: usize,
    /// How its script separates words.
    pub(crate) script: Script,
}

impl Token {
    /// The word itself.
    pub(crate) fn of<'a>(&self, folded: &'a str) -> &'a str {
        folded.get(self.start..self.end).unwrap_or_default()
    }
}

/// Runs of one script: words of scripts with spaces, whole unspaced runs of the others.
pub(crate) fn runs(folded: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::with_capacity(folded.len() / 6);
    let mut open: Option<Token> = None;
    let mut before = ' ';
    for (at, c) in folded.char_indices() {
        let script = Script::of(c);
        let next = at + c.len_utf8();
        let continues =
            open.is_some_and(|run| run.script == script || (run.script == Script::Spaced && is_mark(c)));
        if continues {
            if let Some(run) = open.as_mut() {
                run.end = next;
            }
        } else {
            found.extend(open.take());
            if script != Script::Separator {
                open = Some(Token { start: at, end: next, script });
            } else if matches!(c, '+' | '#') {
                extend_with_sign(&mut found, at, next);
            } else if c == '.' && !before.is_alphanumeric() {
                open = leading_point(folded, at, next);
            }
        }
        before = c;
    }
    found.extend(open);
    found.retain(|run| !is_possessive(folded, run));
    for run in &mut found {
        shorten(folded, run);
    }
    found
}

/// `c++`, `c#`: signs right behind a word belong to it.
fn extend_with_sign(found: &mut [Token], at: usize, next: usize) {
    if let Some(last) = found.last_mut().filter(|last| last.end == at && last.script == Script::Spaced) {
        last.end = next;
    }
}

/// `.net`: a point right before a word, with nothing before it, belongs to the word.
fn leading_point(folded: &str, at: usize, next: usize) -> Option<Token> {
    let follows = folded.get(next..).and_then(|rest| rest.chars().next());
    follows.filter(char::is_ascii_lowercase).map(|_| Token { start: at, end: next, script: Script::Spaced })
}

/// The `s` of `driver's`.
fn is_possessive(folded: &str, run: &Token) -> bool {
    run.of(folded) == "s" && folded.get(..run.start).is_some_and(|head| head.ends_with(['\'', '’']))
}

/// Cuts an endless word, at a character.
fn shorten(folded: &str, run: &mut Token) {
    if run.script == Script::Spaced && run.end - run.start > LONGEST {
        let mut end = run.start + LONGEST;
        while !folded.is_char_boundary(end) {
            end -= 1;
        }
        run.end = end;
    }
}

/// All words of a folded text, left to right.
pub(crate) fn words(folded: &str) -> Vec<Token> {
    let mut found = Vec::new();
    for run in runs(folded) {
        if run.script.is_dense() {
            let mut start = 0;
            for end in DICTIONARY.segment_str(run.of(folded)).skip_while(|at| *at == 0) {
                found.push(Token { start: run.start + start, end: run.start + end, script: run.script });
                start = end;
            }
        } else {
            found.push(run);
        }
    }
    found
}

/// The words of an unspaced run that a dictionary tells apart; none of Han and Kana, where each character says much.
pub(crate) fn dictionary_words(run: &str) -> Vec<String> {
    if run.chars().any(|c| c >= '\u{3041}') {
        return Vec::new();
    }
    let mut start = 0;
    let ends = DICTIONARY.segment_str(run).skip_while(|at| *at == 0);
    ends.filter_map(|end| Some(run.get(std::mem::replace(&mut start, end)..end)?.to_owned())).collect()
}

/// Offsets of the dictionary's words in an unspaced run, both ends included.
pub(crate) fn dictionary_breaks(run: &str) -> impl Iterator<Item = usize> {
    DICTIONARY.segment_str(run)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    fn list(text: &str) -> Vec<String> {
        let folded = fold(text);
        words(&folded).iter().map(|token| token.of(&folded).to_owned()).collect()
    }

    #[test]
    fn a_mixed_text_falls_into_words() {
        assert_eq!(
            list("ຊ່າງໄຟຟ້າ, C++ / C# and .NET driver's ASP.NET"),
            ["ຊ່າງ", "ໄຟຟ້າ", "c++", "c#", "and", ".net", "driver", "asp", "net"]
        );
    }

    #[test]
    fn thai_and_vietnamese_fall_into_words() {
        assert_eq!(list("พนักงานบัญชี thợ điện"), ["พนักงาน", "บัญชี", "thợ", "điện"]);
    }
}
