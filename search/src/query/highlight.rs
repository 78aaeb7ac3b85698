//! What of a text met a request.

use std::ops::Range;

use crate::Lexicon;
use crate::lexicon::Wanted;
use crate::text::{Folded, Forms, Script, Token, runs, syllable_starts, widen, words};

use super::plan::Plan;

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Original text, unescaped.
    pub text: String,
    /// Met the request.
    pub marked: bool,
}

/// Marks what met a request in the texts of its hits.
#[derive(Debug, Clone, Default)]
pub struct Highlighter {
    lexicon: Lexicon,
    wanted: Wanted,
    /// Accented words of the request: other accents do not meet them.
    plains: Vec<String>,
    stems: Vec<String>,
    spellings: Vec<String>,
    unspaced: Vec<String>,
}

impl Highlighter {
    /// Marks what a plan looks for.
    pub(crate) fn of(lexicon: &Lexicon, plan: &Plan) -> Self {
        let wanted = lexicon.wanted(plan.understood.iter().map(|mention| mention.concept));
        let mut marks = Self { lexicon: lexicon.clone(), wanted, ..Self::default() };
        for word in &plan.words {
            marks.spellings.extend(word.spellings.iter().cloned());
            for form in &word.forms {
                if form.dense {
                    marks.unspaced.push(form.word.clone());
                } else if form.is_accented() {
                    marks.plains.push(form.plain.clone());
                } else {
                    marks.stems.push(form.stem.clone());
                }
            }
        }
        marks
    }

    /// The whole text in pieces, marked where it met the request; joined they are the text.
    pub fn mark(&self, text: &str) -> Vec<Piece> {
        pieces(text, 0..text.len(), &self.spans(text, &Folded::of(text)))
    }

    /// The most telling stretch of a text, at most `max_chars` long, in pieces. Where the text goes on
    /// before or behind it, an unmarked `…` says so; otherwise the pieces are original text, cut between
    /// words or Lao syllables.
    pub fn snippet(&self, text: &str, max_chars: usize) -> Vec<Piece> {
        let folded = Folded::of(text);
        let spans = self.spans(text, &folded);
        if text.chars().count() <= max_chars {
            return pieces(text, 0..text.len(), &spans);
        }
        let window = window(text, &folded, &spans, max_chars.saturating_sub(2));
        let mut all = Vec::new();
        let more = || Piece { text: "…".to_owned(), marked: false };
        if window.start > 0 {
            all.push(more());
        }
        let ends_before = window.end < text.len();
        all.extend(pieces(text, window, &spans));
        if ends_before {
            all.push(more());
        }
        all
    }

    /// Marked bytes of the original text, in order, apart from each other.
    fn spans(&self, text: &str, folded: &Folded) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        for token in self.tokens(&folded.text) {
            let word = token.of(&folded.text);
            let met = if token.script.is_dense() {
                self.spellings.iter().any(|spelling| spelling == word)
            } else {
                self.meets(&Forms::of(word, token.script))
            };
            if met {
                found.push(token.start..token.end);
            }
        }
        if !self.unspaced.is_empty() {
            for run in runs(&folded.text).into_iter().filter(|run| run.script.is_dense()) {
                for word in &self.unspaced {
                    let places = run.of(&folded.text).match_indices(word.as_str());
                    found.extend(places.map(|(at, word)| run.start + at..run.start + at + word.len()));
                }
            }
        }
        let mut spans: Vec<Range<usize>> = found
            .into_iter()
            .map(|span| widen(&folded.text, span.start, span.end))
            .map(|(start, end)| folded.original(start..end))
            .collect();
        if !self.wanted.is_empty() {
            spans.extend(self.lexicon.link_only(&self.wanted, text, folded));
        }
        merged(spans)
    }

    /// The words of a folded text that may be looked for.
    fn tokens(&self, folded: &str) -> Vec<Token> {
        let dense = |word: &String| word.chars().any(|c| Script::of(c).is_dense());
        if self.spellings.iter().any(dense) {
            words(folded)
        } else if [&self.stems, &self.plains, &self.spellings].iter().any(|list| !list.is_empty()) {
            runs(folded).into_iter().filter(|run| !run.script.is_dense()).collect()
        } else {
            Vec::new()
        }
    }

    fn meets(&self, form: &Forms) -> bool {
        self.stems.contains(&form.stem)
            || self.plains.contains(&form.plain)
            || self.spellings.iter().any(|spelling| *spelling == form.plain || *spelling == form.stem)
    }
}

/// Spans in order, overlapping and touching ones as one.
fn merged(mut spans: Vec<Range<usize>>) -> Vec<Range<usize>> {
    spans.retain(|span| !span.is_empty());
    spans.sort_by_key(|span| (span.start, span.end));
    let mut all: Vec<Range<usize>> = Vec::new();
    for span in spans {
        match all.last_mut().filter(|last| span.start <= last.end) {
            Some(last) => last.end = last.end.max(span.end),
            None => all.push(span),
        }
    }
    all
}

/// A stretch of text as pieces.
fn pieces(text: &str, stretch: Range<usize>, spans: &[Range<usize>]) -> Vec<Piece> {
    let mut all = Vec::new();
    let mut push = |range: Range<usize>, marked: bool| {
        if let Some(part) = text.get(range).filter(|part| !part.is_empty()) {
            all.push(Piece { text: part.to_owned(), marked });
        }
    };
    let mut done = stretch.start;
    for span in spans {
        let (start, end) = (span.start.max(done), span.end.min(stretch.end));
        if start >= end {
            continue;
        }
        push(done..start, false);
        push(start..end, true);
        done = end;
    }
    push(done..stretch.end, false);
    all
}

/// The stretch of at most `length` characters that holds most marks, cut where words or syllables end.
fn window(text: &str, folded: &Folded, spans: &[Range<usize>], length: usize) -> Range<usize> {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let index = |byte: usize| places.partition_point(|at| *at < byte);
    let byte = |index: usize| places.get(index).copied().unwrap_or(text.len());
    let starts: Vec<usize> = spans.iter().map(|span| index(span.start)).collect();
    let inside = |from: usize| starts.iter().filter(|at| (from..from + length).contains(at)).count();
    let lead = length / 6;
    let candidates = starts.iter().map(|at| at.saturating_sub(lead));
    let last = places.len().saturating_sub(1 + length);
    let best = candidates.max_by_key(|from| (inside(*from), std::cmp::Reverse(*from))).unwrap_or(0).min(last);
    let (low, high) = (byte(best), byte(best + length));
    let borders = borders(text, folded, [low, high]);
    let start = borders.iter().copied().find(|at| *at >= low).filter(|at| *at < high).unwrap_or(low);
    let end = borders.iter().rev().copied().find(|at| *at <= high).filter(|at| *at > start).unwrap_or(high);
    start..end
}

/// Bytes of the original text where it may be cut: at the ends of all runs, and inside those runs that `near`
/// stands in.
fn borders(text: &str, folded: &Folded, near: [usize; 2]) -> Vec<usize> {
    let mut all = vec![0, text.len()];
    for run in runs(&folded.text) {
        let word = run.of(&folded.text);
        let span = folded.original(run.start..run.end);
        let inner = match run.script {
            _ if !near.iter().any(|at| span.contains(at)) => Vec::new(),
            Script::Lao => syllable_starts(word),
            Script::Dense => words(word).iter().map(|token| token.start).collect(),
            Script::Spaced | Script::Separator => Vec::new(),
        };
        all.extend(inner.into_iter().map(|at| folded.original(run.start + at..run.end).start));
        all.extend([span.start, span.end]);
    }
    all.sort_unstable();
    all
}
