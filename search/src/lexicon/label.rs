//! What goes into a lexicon and what comes out: labels, parents, mentions, links.

use std::ops::Range;

use crate::{Concept, Language, OccupationKey};

/// One name of a concept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    /// What is named.
    pub concept: Concept,
    /// The name as people write it.
    pub text: String,
    /// The language of the name.
    pub language: Language,
    /// The name to show.
    pub preferred: bool,
    /// The name is known to mean several concepts.
    pub shared: bool,
}

/// One step up in the tree of occupations or of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Parent {
    /// The narrower concept.
    pub concept: Concept,
    /// The wider one, of the same kind.
    pub parent: Concept,
}

/// How a text met a label, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// The same letters in normal form.
    Exact,
    /// The same letters but for diacritics.
    Folded,
    /// The same English stems.
    Stem,
    /// One or two edits away.
    Typo,
}

/// A label met in a text. Mentions of one text do not overlap, except that a label with several meanings
/// gives one mention for each, with the same span, and that an occupation's name may hold a skill's own name.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// What is meant.
    pub concept: Concept,
    /// Bytes of the original text.
    pub span: Range<usize>,
    /// The label that was met, as the lexicon writes it.
    pub label: String,
    /// The label's language.
    pub language: Language,
    /// 0 to 1.
    pub confidence: f32,
    /// How the text met the label.
    pub how: How,
}

/// An occupation read from a job title. Only unit groups (occupations without narrower ones) are given.
#[derive(Debug, Clone, PartialEq)]
pub struct TitleLink {
    /// The unit group.
    pub occupation: OccupationKey,
    /// 0 to 1.
    pub confidence: f32,
    /// The label that was met.
    pub label: String,
    /// Bytes of the title.
    pub span: Range<usize>,
}

/// A concept with its similarity to a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// The concept.
    pub concept: Concept,
    /// Comparable within one answer only; higher is nearer.
    pub score: f32,
    /// Its label nearest to the text.
    pub label: String,
}

/// A completion of what was typed so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The concept.
    pub concept: Concept,
    /// The label that completes the text.
    pub label: String,
    /// The label's language.
    pub language: Language,
}

/// A typed query as concepts and remaining words.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Understanding {
    /// What was understood, left to right; mentions with the same span are alternatives.
    pub concepts: Vec<Mention>,
    /// Words that no label explains, as typed, without function words.
    pub words: Vec<String>,
    /// The query had more than 64 terms; the rest was left out.
    pub cut: bool,
}
