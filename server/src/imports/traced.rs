//! What of an import stands in the audit trail: one event for each transaction that changed something, with what the
//! import had done by then, and one at its end. An import that was killed has no end there, and its last event tells
//! what it did.

use super::report::ImportReport;
use super::request::ImportRequest;
use super::run::Stored;
use crate::audit;
use crate::audit::model::{Action, IMPORT, Subject};
use crate::clock::Clock;
use crate::ids::ImportId;
use sea_orm::{DatabaseTransaction, DbErr};

/// An import as the trail tells it.
pub(super) struct Traced<'a> {
    request: &'a ImportRequest,
    import: ImportId,
    clock: &'a Clock,
    /// New rows that are stored so far.
    added: usize,
}

impl<'a> Traced<'a> {
    pub(super) fn new(request: &'a ImportRequest, import: ImportId, clock: &'a Clock) -> Self {
        Self { request, import, clock, added: 0 }
    }

    /// Records what `before` and `stored` are together, in the transaction that stores it; a batch that changed nothing
    /// is told with the next one that did, or with the end.
    pub(super) async fn record(
        &mut self,
        transaction: &DatabaseTransaction,
        before: &ImportReport,
        stored: Stored,
        ended: bool,
    ) -> Result<(), DbErr> {
        self.added += stored.added;
        if stored.accepted == 0 && !ended {
            return Ok(());
        }
        let subject = Subject::of(IMPORT, self.import.as_uuid());
        let event =
            self.request.by.does(Action::Imported, subject).because(&self.said(before, stored, ended));
        audit::record(transaction, &event, self.clock.now()).await
    }

    fn said(&self, before: &ImportReport, stored: Stored, ended: bool) -> String {
        let added = self.added;
        let changed = (before.accepted + stored.accepted).saturating_sub(added);
        let unchanged = before.unchanged + stored.unchanged;
        let (read, refused) = (before.read, before.rejected);
        let until = if ended { "in all" } else { "so far" };
        let (kind, source) = (self.request.kind.name(), self.request.source_name());
        // The folder is not told: it may name whoever keeps the file.
        let file = self.request.file.file_name().unwrap_or_default().display();
        format!(
            "{kind} of {source}: read {read}, added {added}, changed {changed}, unchanged {unchanged}, \
             refused {refused} {until}; from the file {file}"
        )
    }
}
