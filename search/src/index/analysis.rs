//! How the engine gets terms from the texts of an entry.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};

use crate::text::{GROUP, Stems, gram_terms, word_terms};

use super::schema::{GRAMS, WORDS};

/// The mark before a folded title; folding leaves no such character in a text.
pub(crate) const TITLE: char = '\u{1}';
/// How often a word of a title counts for one of a body.
const TITLE_WEIGHT: u32 = 3;

/// Makes the analyses known to an index.
pub(crate) fn register(analyses: &TokenizerManager) {
    analyses.register(WORDS, Words::default());
    analyses.register(GRAMS, Grams::default());
}

/// Terms of one text behind each other.
#[derive(Debug, Clone, Default)]
struct Terms {
    text: String,
    /// Where a term begins and ends, its position, and how often it counts.
    list: Vec<(u32, u32, u32, u32)>,
}

impl Terms {
    fn clear(&mut self) {
        self.text.clear();
        self.list.clear();
    }

    fn push(&mut self, marks: Option<char>, term: &str, position: u32, times: u32) {
        let start = self.text.len() as u32;
        self.text.extend(marks);
        self.text.push_str(term);
        self.list.push((start, self.text.len() as u32, position, times));
    }

    fn stream(&self) -> Stream<'_> {
        Stream { terms: self, at: 0, left: 0, token: Token::default() }
    }
}

/// Words with their stems.
#[derive(Debug, Clone, Default)]
struct Words {
    terms: Terms,
    stems: Stems,
}

impl Tokenizer for Words {
    type TokenStream<'a> = Stream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream<'a> {
        let (text, weight) = text.strip_prefix(TITLE).map_or((text, 1), |title| (title, TITLE_WEIGHT));
        let Self { terms, stems } = self;
        terms.clear();
        word_terms(text, stems, |mark, term, times| terms.push(mark, term, 0, times * weight));
        terms.stream()
    }
}

/// Groups of characters of unspaced text.
#[derive(Debug, Clone, Default)]
struct Grams {
    terms: Terms,
}

impl Tokenizer for Grams {
    type TokenStream<'a> = Stream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream<'a> {
        let terms = &mut self.terms;
        terms.clear();
        // The engine lets a body follow its title at once: so far apart, no stretch begins in one and ends in the other.
        let (text, apart) = text.strip_prefix(TITLE).map_or((text, GROUP as u32), |title| (title, 0));
        gram_terms(text, |position, gram| terms.push(None, gram, position + apart, 1));
        terms.stream()
    }
}

/// The terms one after the other, each as often as it counts.
struct Stream<'a> {
    terms: &'a Terms,
    at: usize,
    left: u32,
    token: Token,
}

impl TokenStream for Stream<'_> {
    fn advance(&mut self) -> bool {
        if self.left > 0 {
            self.left -= 1;
            return true;
        }
        let Some((start, end, position, times)) = self.terms.list.get(self.at) else { return false };
        self.at += 1;
        self.left = times.saturating_sub(1);
        self.token.position = *position as usize;
        self.token.text.clear();
        self.token.text.push_str(self.terms.text.get(*start as usize..*end as usize).unwrap_or_default());
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
