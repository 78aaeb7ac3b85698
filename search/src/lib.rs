//! Full-text index and lexicon: text to terms, text to concepts, documents to hits.
