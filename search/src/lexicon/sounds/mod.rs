//! Lao by its sound: typed in Latin letters (`xang faifa` is ຊ່າງໄຟຟ້າ) or misspelt.
//!
//! The Lao labels, their words, and words that people write around them are known by their sound. A typed text is
//! covered with those that sound like it, so that the sum of what each adds is highest: the likeness of its
//! syllables, less a cost for each word, so that long words are preferred, and more where a word begins and
//! ends as a typed one does or is written as it was typed. What is read so goes through everything that Lao text
//! goes through.

mod cover;
mod known;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

use crate::Concept;
use crate::text::{Folded, Heard, Script, Token, heard_in_lao, heard_in_latin, runs};

use super::Lexicon;
use cover::Covered;
pub(crate) use known::Sounds;

/// The mean likeness over all typed syllables, at least.
const LEAST_TEXT: f32 = 0.7;
/// Longer texts are no queries, and stay as they are.
const LONGEST: usize = 1_000;
/// A Latin name of a place of so many letters or fewer is more likely a word, and if it is one of Laos, it is one by
/// its sound too.
const SHORT_PLACE: usize = 5;

/// A text read as Lao.
#[derive(Debug, PartialEq)]
pub(crate) struct SoundsLike {
    /// Lao where it was read so, everything else as typed.
    pub(crate) text: String,
    /// The mean likeness of what was read, from [`LEAST_TEXT`] to 1.
    pub(crate) likeness: f32,
    /// Stretches of [`Self::text`] with what was typed for them, in order.
    places: Vec<(Range<usize>, Range<usize>)>,
}

impl SoundsLike {
    /// What was typed for a stretch of the text.
    pub(crate) fn typed(&self, span: &Range<usize>) -> Range<usize> {
        let touched =
            || self.places.iter().filter(|(here, _)| here.start < span.end && span.start < here.end);
        match (touched().next(), touched().next_back()) {
            (Some((_, first)), Some((_, last))) => first.start..last.end,
            _ => 0..0,
        }
    }

    fn push(&mut self, text: &str, typed: Range<usize>) {
        let start = self.text.len();
        self.text.push_str(text);
        self.places.push((start..self.text.len(), typed));
    }
}

/// A typed syllable.
#[derive(Debug, Clone)]
struct Typed {
    heard: Heard,
    /// Its word, by number.
    token: usize,
    /// Bytes in the folded text: its own in Lao, in Latin letters those of its word.
    at: Range<usize>,
}

impl Lexicon {
    /// A text in Latin letters as the Lao that it sounds like; none where most of it is no Lao, or means
    /// something as it stands. Words of several syllables that `known` knows stay as they are: they are names.
    pub(crate) fn romanised(&self, text: &str, known: &dyn Fn(&str) -> bool) -> Option<SoundsLike> {
        if text.len() > LONGEST {
            return None;
        }
        let folded = Folded::of(text);
        let tokens = runs(&folded.text);
        let sounds = self.sounds();
        let mut heard: Vec<Option<Vec<Typed>>> = Vec::new();
        let (mut spaced, mut lao) = (0, 0);
        for (number, token) in tokens.iter().enumerate() {
            let word = token.of(&folded.text);
            let mut syllables = None;
            if token.script == Script::Spaced && word.chars().any(char::is_alphabetic) {
                if !word.is_ascii() {
                    return None;
                }
                spaced += 1;
                syllables = heard_in_latin(word).filter(|syllables| syllables.len() < 2 || !known(word));
                lao += usize::from(syllables.is_some() && !sounds.is_english(word));
            }
            let typed = |heard| Typed { heard, token: number, at: token.start..token.end };
            heard.push(syllables.map(|syllables| syllables.into_iter().map(typed).collect()));
        }
        if lao == 0 || lao * 2 < spaced {
            return None;
        }
        let means = self.link(text);
        let covers = |span: &Range<usize>, token: &Token| {
            let place = folded.original(token.start..token.end);
            span.start <= place.start && place.end <= span.end
        };
        let explained =
            tokens.iter().filter(|token| means.iter().any(|mention| covers(&mention.span, token)));
        if explained.count() * 2 > tokens.len() {
            return None;
        }
        let places: Vec<&Range<usize>> = means
            .iter()
            .filter(|mention| matches!(mention.concept, Concept::Place(_)))
            .map(|mention| &mention.span)
            .collect();
        for (token, syllables) in tokens.iter().zip(&mut heard) {
            if places.iter().any(|span| span.len() > SHORT_PLACE && covers(span, token)) {
                *syllables = None;
            }
        }
        read(sounds, &folded, &tokens, &heard)
    }

    /// A text as it is read: Lao in Latin letters in its own script, any other as it is.
    pub fn as_lao<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.romanised(text, &|_| false).map_or(Cow::Borrowed(text), |reading| Cow::Owned(reading.text))
    }

    /// A misspelt Lao text as the Lao that it sounds like: a tone or the length of a vowel is missing, or a letter
    /// stands for another of its sound. None where more of the text is labels as it stands.
    pub(crate) fn respelt(&self, text: &str) -> Option<SoundsLike> {
        if text.len() > LONGEST {
            return None;
        }
        let folded = Folded::of(text);
        let tokens = runs(&folded.text);
        if tokens.iter().all(|token| token.script != Script::Lao) {
            return None;
        }
        let as_is = self.explained(text);
        if as_is == text.len() {
            return None;
        }
        let heard = |(number, token): (usize, &Token)| {
            let syllables = heard_in_lao(token.of(&folded.text))?.into_iter();
            let typed = syllables.map(|(heard, at)| Typed {
                heard,
                token: number,
                at: token.start + at.start..token.start + at.end,
            });
            Some(typed.collect())
        };
        let heard: Vec<Option<Vec<Typed>>> = tokens.iter().enumerate().map(heard).collect();
        let reading = read(self.sounds(), &folded, &tokens, &heard)?;
        let share = |explained: usize, text: &str| explained as f32 / text.len().max(1) as f32;
        (share(self.explained(&reading.text), &reading.text) > share(as_is, text)).then_some(reading)
    }

    /// How many bytes of a text labels explain.
    fn explained(&self, text: &str) -> usize {
        let mut spans: Vec<Range<usize>> = self.link(text).into_iter().map(|mention| mention.span).collect();
        spans.sort_unstable_by_key(|span| span.start);
        spans.dedup();
        spans.iter().map(Range::len).sum::<usize>().min(text.len())
    }
}

/// Covers each stretch of words that can be heard; everything else stays.
fn read(
    sounds: &Sounds,
    folded: &Folded,
    tokens: &[Token],
    heard: &[Option<Vec<Typed>>],
) -> Option<SoundsLike> {
    let mut reading = SoundsLike { text: String::new(), likeness: 0.0, places: Vec::new() };
    let (mut sum, mut count) = (0.0, 0);
    let mut at = 0;
    while at < tokens.len() {
        let joined = |at: &usize| heard.get(*at).is_some_and(Option::is_some);
        let end = (at..tokens.len()).find(|at| !joined(at)).unwrap_or(tokens.len());
        if !reading.text.is_empty() {
            reading.text.push(' ');
        }
        if end == at {
            if let Some(token) = tokens.get(at) {
                reading.push(token.of(&folded.text), folded.original(token.start..token.end));
            }
            at += 1;
            continue;
        }
        let stretch = heard.get(at..end).unwrap_or_default();
        let typed: Vec<Typed> = stretch.iter().flatten().flatten().cloned().collect();
        count += typed.len();
        for Covered { word, span, likeness } in sounds.cover(&folded.text, &typed) {
            if let (Some(first), Some(last)) = (typed.get(span.start), typed.get(span.end - 1)) {
                sum += likeness;
                reading.push(&word.lao, folded.original(first.at.start..last.at.end));
            }
        }
        at = end;
    }
    reading.likeness = sum / count.max(1) as f32;
    (count > 0 && reading.likeness >= LEAST_TEXT).then_some(reading)
}
