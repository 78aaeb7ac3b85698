//! A fresh index beside the present one, then a swap.

use std::collections::HashSet;
use std::sync::Arc;

use tantivy::IndexWriter;

use crate::{Document, Lexicon};

use super::entry::entry;
use super::generation;
use super::open::writer;
use super::payload::Payload;
use super::schema::key_term;
use super::{Index, IndexError, State};

/// Threads and memory of the writer that rebuilds.
const THREADS: usize = 2;
const MEMORY: usize = 128_000_000;

/// What a source of documents says when it cannot give the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenOff;

impl Index {
    /// Writes the documents into a fresh folder and swaps it in; searches go on with the old one until
    /// then. A later document replaces an earlier one of its key. Returns how many were written.
    pub fn rebuild(
        &self,
        lexicon: &Lexicon,
        documents: impl Iterator<Item = Document>,
        watermark: u64,
    ) -> Result<u64, IndexError> {
        self.rebuild_whole(lexicon, documents.map(Ok), watermark)
    }

    /// Like [`Index::rebuild`], from a source that may break off: then nothing is swapped in.
    pub fn rebuild_whole(
        &self,
        lexicon: &Lexicon,
        documents: impl Iterator<Item = Result<Document, BrokenOff>>,
        watermark: u64,
    ) -> Result<u64, IndexError> {
        self.with_writer(|slot| {
            let old = self.state().generation;
            let fresh = generation::create(&self.home, &generation::next_name(&self.home))?;
            let mut fill: IndexWriter = fresh.index.writer_with_num_threads(THREADS, MEMORY)?;
            let mut keys = HashSet::new();
            for document in documents {
                let Ok(document) = document else {
                    drop(fill);
                    generation::sweep(&self.home, &[&old.name]);
                    return Err(IndexError::BrokenOff);
                };
                if !keys.insert(document.key) {
                    fill.delete_term(key_term(&self.fields, document.key));
                }
                fill.add_document(entry(&self.fields, lexicon, &document))?;
            }
            let payload = Payload { watermark, lexicon: lexicon.fingerprint() };
            let mut prepared = fill.prepare_commit()?;
            prepared.set_payload(&payload.write());
            prepared.commit()?;
            fill.wait_merging_threads()?;
            fresh.reader.reload()?;
            generation::announce(&self.home, &fresh.name)?;
            generation::sweep(&self.home, &[&fresh.name, &old.name]);
            *slot = None;
            *slot = Some(writer(&fresh)?);
            self.set_state(State { generation: Arc::new(fresh), payload });
            Ok(keys.len() as u64)
        })
    }
}
