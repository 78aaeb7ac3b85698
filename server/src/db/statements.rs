//! How many statements did the database answer, for this process? Counted where they are sent, so that a test holds a page
//! to its shape: one whose questions grow with its rows fails there, not in production.

use sea_orm::DatabaseConnection;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Counts statements; clones count together.
#[derive(Clone, Debug, Default)]
pub struct Statements(Arc<AtomicU64>);

impl Statements {
    /// The statements so far: questions and writes, not the begin and end of transactions.
    pub fn so_far(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    /// Counts those of a connection, and of its transactions, from now on.
    pub(super) fn watch(&self, connection: &mut DatabaseConnection) {
        let count = self.0.clone();
        connection.set_metric_callback(move |_| {
            count.fetch_add(1, Ordering::Relaxed);
        });
    }
}
