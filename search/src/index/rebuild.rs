//! A fresh index beside the present one, then a swap.

use std::sync::Arc;

use tantivy::IndexWriter;
use tantivy::merge_policy::NoMergePolicy;

use crate::{Document, Lexicon};

use super::crew::Filling;
use super::entry::Entry;
use super::generation::{self, Generation};
use super::open::writer;
use super::payload::Payload;
use super::{Index, IndexError, State};

/// Memory of the writer that rebuilds. Each of its threads writes a segment whenever its share is full, and
/// nothing is merged, so that it also decides how many segments there are.
const MEMORY: usize = 400_000_000;
/// Threads of the writer at most.
const THREADS: usize = 4;

/// Documents that go to a thread together.
const CHUNK: usize = 64;

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
        self.rebuild_from(lexicon, chunks(documents), |chunk| chunk, watermark)
    }

    /// Like [`Index::rebuild_whole`], from rows that become documents on all cores: `documents` is called
    /// once for each row, from several threads. Rows are taken in their order, on the calling thread.
    pub fn rebuild_from<R: Send>(
        &self,
        lexicon: &Lexicon,
        rows: impl Iterator<Item = Result<R, BrokenOff>>,
        documents: impl Fn(R) -> Vec<Document> + Sync,
        watermark: u64,
    ) -> Result<u64, IndexError> {
        self.with_writer(|slot| {
            let old = self.state().generation;
            let fresh = generation::create(&self.home, &generation::next_name(&self.home))?;
            let payload = Payload { watermark, lexicon: lexicon.fingerprint() };
            let written = self.write(&fresh, lexicon, rows, documents, payload);
            if written.is_err() {
                generation::sweep(&self.home, &[&old.name]);
            }
            let written = written?;
            fresh.reader.reload()?;
            generation::announce(&self.home, &fresh.name)?;
            generation::sweep(&self.home, &[&fresh.name, &old.name]);
            *slot = None;
            *slot = Some(writer(&fresh)?);
            self.set_state(State { generation: Arc::new(fresh), payload });
            Ok(written)
        })
    }

    fn write<R: Send>(
        &self,
        fresh: &Generation,
        lexicon: &Lexicon,
        rows: impl Iterator<Item = Result<R, BrokenOff>>,
        documents: impl Fn(R) -> Vec<Document> + Sync,
        payload: Payload,
    ) -> Result<u64, IndexError> {
        let threads = std::thread::available_parallelism().map_or(1, usize::from).clamp(1, THREADS);
        let mut writer: IndexWriter<Entry> = fresh.index.writer_with_num_threads(threads, MEMORY)?;
        writer.set_merge_policy(Box::new(NoMergePolicy));
        let written = Filling::of(&self.fields, lexicon, &writer).fill(rows, documents, threads)?;
        let mut prepared = writer.prepare_commit()?;
        prepared.set_payload(&payload.write());
        prepared.commit()?;
        writer.wait_merging_threads()?;
        Ok(written)
    }
}

/// The documents in chunks, or that they broke off.
fn chunks(
    mut documents: impl Iterator<Item = Result<Document, BrokenOff>>,
) -> impl Iterator<Item = Result<Vec<Document>, BrokenOff>> {
    std::iter::from_fn(move || {
        let chunk: Result<Vec<Document>, BrokenOff> = documents.by_ref().take(CHUNK).collect();
        chunk.map_or_else(|broken| Some(Err(broken)), |chunk| (!chunk.is_empty()).then_some(Ok(chunk)))
    })
}
