//! All that is kept about somebody, gathered.

use crate::trail::model::Entry;
use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};
use std::collections::HashMap;

/// All that is kept about somebody.
#[derive(Clone, Debug)]
pub struct OwnCopy {
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Rows by their tables.
    pub tables: Map<String, Value>,
    /// The newest entries of the trail, as its own page shows them.
    pub trail: Vec<Entry>,
    /// Names of the organisations that rows name, by their keys.
    pub organisations: HashMap<String, String>,
}

impl OwnCopy {
    /// The rows of a table; none where it was not copied.
    pub fn rows(&self, table: &str) -> Option<&[Value]> {
        Some(self.tables.get(table)?.as_array()?.as_slice())
    }

    /// As a file for programs holds it.
    pub fn json(self) -> Value {
        json!({ "made_at": self.made_at.to_rfc3339(), "tables": self.tables })
    }
}
