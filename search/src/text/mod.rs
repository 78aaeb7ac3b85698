//! Text to terms: one normal form, words, stems, pairs of characters, romanisation.

mod cluster;
mod fold;
mod function_words;
mod grammar;
mod roman;
mod romanise;
mod script;
mod sound;
mod stem;
mod syllable;
mod terms;
mod token;

pub use fold::fold;
pub(crate) use fold::{Folded, fold_lines, plain};
pub use function_words::says_nothing;
pub(crate) use function_words::{is_function_word, is_place_word};
pub(crate) use grammar::is_grammar;
pub(crate) use roman::{Heard, heard_in_lao, heard_in_latin};
pub use romanise::latin;
pub(crate) use script::{Script, may_split};
pub use sound::sound;
pub(crate) use stem::{Stems, stem};
pub(crate) use syllable::{syllable_starts, widen};
pub use terms::terms;
pub(crate) use terms::{ACCENTED, Forms, GROUP, STEM, cover, gram_terms, word_terms};
pub(crate) use token::{Token, dictionary_breaks, dictionary_words, runs, words};

/// Bytes of a text that are read where texts of any length are compared whole: some ten thousand words, or twenty
/// thousand letters of a script without spaces.
const BEGINNING: usize = 64 * 1024;

/// What is read of a text that may be of any length; what follows is left out.
pub(crate) fn beginning(text: &str) -> &str {
    text.get(..text.floor_char_boundary(BEGINNING)).unwrap_or(text)
}
