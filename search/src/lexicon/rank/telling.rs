//! How much does each word of a text tell?

use std::ops::Range;

use crate::text::{Folded, Token, words};
use crate::titles::Titles;

use super::WORDS;

/// How much each word of a text tells: the rarer, the more, and nothing where no label has it.
pub(super) struct Telling {
    words: Vec<(Range<usize>, f32)>,
    all: f32,
}

impl Telling {
    pub(super) fn of(text: &str, titles: &Titles) -> Self {
        let folded = Folded::of(text);
        let weigh =
            |token: &Token| (folded.original(token.start..token.end), titles.telling(token.of(&folded.text)));
        let words: Vec<(Range<usize>, f32)> = words(&folded.text).iter().take(WORDS).map(weigh).collect();
        let all = words.iter().map(|word| word.1).sum();
        Self { words, all }
    }

    /// The part of what the text tells that a stretch of it tells.
    pub(super) fn share(&self, span: &Range<usize>) -> f32 {
        let inside = self.words.iter().filter(|(word, _)| span.contains(&word.start));
        inside.map(|word| word.1).sum::<f32>() / self.all.max(f32::EPSILON)
    }
}
