//! The queue, a vacancy that is decided about, and the form of a report, in words.

mod case;
mod report;

pub(super) use case::{DISMISS, Looked, decide, queue};
pub(super) use report::{report, reported};
