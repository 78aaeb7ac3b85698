//! How an entry of a profile stood when its form was drawn, so that an old window overwrites nothing unseen.

use crate::digest::sha256;
use std::fmt::Debug;

/// Letters of a mark.
const LETTERS: usize = 16;

/// What stands for the mark where the form says that there is no such entry any more.
pub(super) const GONE: &str = "gone";

/// The mark of an entry: entries that differ in anything have others.
pub(super) fn mark(entry: &impl Debug) -> String {
    sha256(format!("{entry:?}").as_bytes()).chars().take(LETTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn a_mark_tells_entries_apart_and_not_the_way_to_them() {
        assert_eq!(mark(&("welder", Some(3))), mark(&&("welder", Some(3))));
        assert_ne!(mark(&("welder", Some(3))), mark(&("welder", None::<i32>)));
        assert_eq!(mark(&"x").len(), 16);
    }
}
