//! Rows become entries on several threads, and come in as if one after the other.

use std::collections::hash_map::Entry as Slot;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::IndexWriter;

use crate::hash::QuickMap;
use crate::{Document, Lexicon};

use super::IndexError;
use super::entry::Entry;
use super::fact::Facts;
use super::rebuild::BrokenOff;
use super::schema::{Fields, key_term};

/// Rows that wait for each thread at most.
const WAITING: usize = 2;
/// More documents than any row has.
const PER_ROW: u64 = 1 << 24;

/// A row with its number.
type Numbered<R> = (u64, R);

/// An index that is being filled.
pub(super) struct Filling<'a> {
    fields: &'a Fields,
    lexicon: &'a Lexicon,
    writer: &'a IndexWriter<Entry>,
    /// The keys that are in, with the number of their document.
    keys: Mutex<QuickMap<u128, u64>>,
}

impl<'a> Filling<'a> {
    pub(super) fn of(fields: &'a Fields, lexicon: &'a Lexicon, writer: &'a IndexWriter<Entry>) -> Self {
        Self { fields, lexicon, writer, keys: Mutex::default() }
    }

    /// Takes in all rows; returns how many documents there are, each key counted once.
    pub(super) fn fill<R: Send>(
        &self,
        rows: impl Iterator<Item = Result<R, BrokenOff>>,
        documents: impl Fn(R) -> Vec<Document> + Sync,
        threads: usize,
    ) -> Result<u64, IndexError> {
        let (sender, receiver) = sync_channel(threads * WAITING);
        let receiver = Arc::new(Mutex::new(receiver));
        let documents = &documents;
        std::thread::scope(|scope| {
            let hire = |_| {
                let rows = receiver.clone();
                scope.spawn(move || self.work(&rows, documents))
            };
            let crew: Vec<_> = (0..threads).map(hire).collect();
            // Only the crew holds the receiver: when all have failed, whoever waits to send hears of it.
            drop(receiver);
            // Nobody ends before the rows do, unless something failed.
            let sent = send(rows, &sender, || crew.iter().any(std::thread::ScopedJoinHandle::is_finished));
            drop(sender);
            for one in crew {
                one.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
            }
            sent.map_err(|BrokenOff| IndexError::BrokenOff)
        })?;
        Ok(self.keys.lock().unwrap_or_else(PoisonError::into_inner).len() as u64)
    }

    /// What one thread does.
    fn work<R>(
        &self,
        rows: &Mutex<Receiver<Numbered<R>>>,
        documents: &impl Fn(R) -> Vec<Document>,
    ) -> Result<(), IndexError> {
        let mut facts = Facts::of(self.lexicon);
        loop {
            let next = rows.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok((number, row)) = next else { return Ok(()) };
            for (place, document) in documents(row).iter().enumerate() {
                let entry = Entry::of(self.fields, &mut facts, document)?;
                self.take(document, number * PER_ROW + place as u64, entry)?;
            }
        }
    }

    /// Takes in an entry, in the place of one of its key with a lower number. The lock is held until the
    /// writer has the entry, so that what is replaced came to the writer before.
    fn take(&self, document: &Document, number: u64, entry: Entry) -> Result<(), IndexError> {
        let mut keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        match keys.entry(document.key.0) {
            Slot::Vacant(slot) => {
                slot.insert(number);
            }
            Slot::Occupied(slot) if *slot.get() > number => return Ok(()),
            Slot::Occupied(mut slot) => {
                slot.insert(number);
                self.writer.delete_term(key_term(self.fields, document.key));
            }
        }
        self.writer.add_document(entry)?;
        Ok(())
    }
}

/// Hands out the rows until they end, break off, or are no longer wanted.
fn send<R>(
    rows: impl Iterator<Item = Result<R, BrokenOff>>,
    sender: &SyncSender<Numbered<R>>,
    unwanted: impl Fn() -> bool,
) -> Result<(), BrokenOff> {
    for (number, row) in rows.enumerate() {
        let row = row?;
        if unwanted() || sender.send((number as u64, row)).is_err() {
            break;
        }
    }
    Ok(())
}
