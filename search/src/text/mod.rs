//! Text to terms: one normal form, words, stems, pairs of characters, romanisation.

mod cluster;
mod fold;
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
pub(crate) use roman::{Heard, heard_in_lao, heard_in_latin};
pub use romanise::latin;
pub(crate) use script::{Script, may_split};
pub use sound::sound;
pub(crate) use stem::{Stems, stem};
pub(crate) use syllable::{syllable_starts, widen};
pub use terms::terms;
pub(crate) use terms::{ACCENTED, Forms, GROUP, STEM, cover, gram_terms, word_terms};
pub(crate) use token::{Token, dictionary_breaks, runs, words};
