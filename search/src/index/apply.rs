//! Changes of the database into the index.

use tantivy::IndexWriter;

use crate::{Change, Lexicon};

use super::entry::Entry;
use super::fact::Facts;
use super::open::writer;
use super::payload::Payload;
use super::schema::{Fields, key_term};
use super::{Index, IndexError, State};

impl Index {
    /// Applies changes in their order and commits them together with the watermark: all are visible on
    /// return, or none after an error. Applying the same changes again changes nothing.
    pub fn apply(&self, lexicon: &Lexicon, changes: Vec<Change>, watermark: u64) -> Result<(), IndexError> {
        self.with_writer(|slot| {
            let state = self.state();
            if slot.is_none() {
                *slot = Some(writer(&state.generation)?);
            }
            let open = slot.as_mut().ok_or(IndexError::Stopped)?;
            let payload = Payload { watermark, lexicon: lexicon.fingerprint() };
            if let Err(cause) = commit(open, &self.fields, lexicon, changes, payload) {
                // A writer that failed may hold half of the changes; the next call starts with a new one.
                *slot = None;
                return Err(cause);
            }
            state.generation.reader.reload()?;
            self.set_state(State { payload, ..state });
            Ok(())
        })
    }
}

fn commit(
    writer: &mut IndexWriter<Entry>,
    fields: &Fields,
    lexicon: &Lexicon,
    changes: Vec<Change>,
    payload: Payload,
) -> Result<(), IndexError> {
    let mut facts = Facts::of(lexicon);
    for change in changes {
        match change {
            Change::Put(document) => {
                let entry = Entry::of(fields, &mut facts, &document)?;
                writer.delete_term(key_term(fields, document.key));
                writer.add_document(entry)?;
            }
            Change::Delete(key) => {
                writer.delete_term(key_term(fields, key));
            }
        }
    }
    let mut prepared = writer.prepare_commit()?;
    prepared.set_payload(&payload.write());
    prepared.commit()?;
    Ok(())
}
