//! Full-text index and lexicon: text to terms, text to concepts, documents to hits.

mod fit;
mod hash;
mod index;
mod keys;
mod language;
mod lexicon;
mod query;
mod sentences;
mod stored;
mod text;
mod titles;
mod wording;

pub use fit::{Fitted, Judged};
pub use index::{BrokenOff, Change, Document, DocumentConcept, Index, IndexError, Kind, Position, Role};
pub use keys::{Concept, ConceptKind, DocumentKey, OccupationKey, PlaceKey, SearchKey, SkillKey};
pub use language::Language;
pub use lexicon::{How, Label, Lexicon, Mention, Parent, Ranked, Suggestion, TitleLink, Understanding};
pub use query::{
    Count, Facet, Facets, Filters, Highlighter, Hit, POSTED_DAYS, Piece, Request, Results, Sort, WAGE_BANDS,
};
pub use sentences::Covering;
pub use stored::StoredSearches;
pub use text::{fold, latin, says_nothing, sound, terms};
pub use titles::{Entry, Held, Model, Plain, Vectors, VectorsError, Ways, Weights, stem_key};
pub use wording::{
    Contact, ContactKind, ContactSigns, Dialled, Sign, Signature, WordList, Wording, WordingError,
    WordingRule, contacts, likeness,
};
