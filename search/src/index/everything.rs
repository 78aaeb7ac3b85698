//! How many documents of the whole index have each value of the facets? Asked by every request without text that
//! has one filter or none, and the same until a commit or the day changes it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::index::SegmentId;
use tantivy::{Opstamp, Searcher};

use super::IndexError;
use crate::Facets;

/// What the counts belong to: segments with their deletions, and the day.
type State = (BTreeMap<SegmentId, Option<Opstamp>>, i32);

/// Remembers the last counts.
#[derive(Debug, Default)]
pub(crate) struct Everything {
    held: Mutex<Option<(State, Arc<Facets>)>>,
}

impl Everything {
    /// The counts for what a searcher sees on a day; made by `count` if they are not held.
    pub(crate) fn facets(
        &self,
        searcher: &Searcher,
        today: i32,
        count: impl FnOnce() -> Result<Facets, IndexError>,
    ) -> Result<Arc<Facets>, IndexError> {
        let state = (searcher.generation().segments().clone(), today);
        let held = || self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, facets)) = held().as_ref()
            && *of == state
        {
            return Ok(facets.clone());
        }
        let facets = Arc::new(count()?);
        *held() = Some((state, facets.clone()));
        Ok(facets)
    }
}
