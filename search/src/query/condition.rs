//! What documents have to meet: conditions, each of which can be met in several ways.

use std::sync::Arc;

use super::lookup::Postings;
use super::weights::Weights;

/// What having a term is worth.
#[derive(Debug, Clone)]
pub(crate) enum Worth {
    /// The same everywhere.
    Fixed(u32),
    /// By occurrences and length.
    Weights(Arc<Weights>),
}

/// A term with what it is worth.
#[derive(Debug, Clone)]
pub(crate) struct Scored {
    pub(crate) postings: Arc<Postings>,
    pub(crate) worth: Worth,
}

/// One way to meet a condition.
#[derive(Debug, Clone)]
pub(crate) enum Way {
    /// To have a term. Documents that have the other terms as well score more; all of them have the first.
    Term { has: Scored, more: Vec<Scored> },
    /// To hold a stretch of unspaced text.
    Stretch(Stretch),
}

/// A stretch of unspaced text.
#[derive(Debug, Clone)]
pub(crate) struct Stretch {
    /// Groups of characters with their places in the stretch; each has alternatives.
    pub(crate) groups: Vec<(u32, Vec<Arc<Postings>>)>,
    /// What it is worth to hold the stretch.
    pub(crate) worth: u32,
    /// Documents of which the dictionary says that the stretch is a word there.
    pub(crate) word: Option<Scored>,
}

/// A condition: documents meet it that meet any of its ways.
#[derive(Debug, Clone, Default)]
pub(crate) struct Condition {
    pub(crate) ways: Vec<Way>,
}

impl Condition {
    /// Any of these.
    pub(crate) fn any(conditions: impl IntoIterator<Item = Self>) -> Self {
        Self { ways: conditions.into_iter().flat_map(|condition| condition.ways).collect() }
    }

    /// To have a term.
    pub(crate) fn term(has: Scored) -> Self {
        Self { ways: vec![Way::Term { has, more: Vec::new() }] }
    }
}
