//! Who sends a file just now? Each has one at a time, so that nobody fills the room that all share.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

/// Those who send a file. One for a server; clones share it.
#[derive(Clone, Debug, Default)]
pub struct OneEach(Arc<Mutex<BTreeSet<u128>>>);

/// The place of somebody, until it is dropped.
#[derive(Debug)]
pub struct Place {
    of: OneEach,
    who: u128,
}

impl OneEach {
    /// The place of somebody; none while it is taken.
    #[must_use]
    pub fn take(&self, who: u128) -> Option<Place> {
        let mut taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        taken.insert(who).then(|| Place { of: self.clone(), who })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.of.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.who);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_one_place_until_it_is_given_back() {
        let (all, one, other) = (OneEach::default(), 1, 2);
        let held = all.take(one).unwrap();
        assert!(all.clone().take(one).is_none());
        assert!(all.take(other).is_some());
        drop(held);
        assert!(all.take(one).is_some());
    }
}
