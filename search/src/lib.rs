//! Full-text index and lexicon: text to terms, text to concepts, documents to hits.

mod index;
mod keys;
mod language;
mod lexicon;
mod query;
mod sentences;
mod text;
mod titles;

pub use index::{BrokenOff, Change, Document, DocumentConcept, Index, IndexError, Kind, Position, Role};
pub use keys::{Concept, ConceptKind, DocumentKey, OccupationKey, PlaceKey, SkillKey};
pub use language::Language;
pub use lexicon::{How, Label, Lexicon, Mention, Parent, Ranked, Suggestion, TitleLink, Understanding};
pub use query::{
    Count, Facet, Facets, Filters, Highlighter, Hit, POSTED_DAYS, Piece, Request, Results, Sort, WAGE_BANDS,
};
pub use sentences::Sentences;
pub use text::{fold, latin, sound, terms};
pub use titles::{Entry, Judged, Method, Model, Titles, Vectors, VectorsError, Ways, Weights, stem_key};
