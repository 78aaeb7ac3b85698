//! Uploaded documents: their text, or why there is none.

mod bombs;
mod kinds;
pub(crate) mod made;
mod printed;
mod written;

use server::documents::{Extracted, Extractor, Unreadable};

/// What the real program says of a file, in a child process of its own.
async fn text_of(bytes: &[u8]) -> Result<Extracted, Unreadable> {
    Extractor::of(tests::program()).text_of(bytes).await
}

/// A document that another program wrote.
fn document(name: &str) -> Vec<u8> {
    std::fs::read(tests::workspace().join("tests/data/documents").join(name)).unwrap()
}
