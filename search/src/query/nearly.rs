//! Which documents meet all of some conditions, or all but one? Facets count both: those that miss a filter
//! only in their own dimension say how many there would be with another value.

use tantivy::{DocId, SegmentReader};

use super::condition::Condition;
use super::matcher::Matcher;
use super::window::{Batch, Bits, WIDTH, Window};

/// Gives the documents of a segment that miss at most one of the conditions, all if there are none, some at a
/// time, deleted ones among them, without scores.
pub(crate) fn each_nearly(
    segment: &SegmentReader,
    number: usize,
    conditions: &[Condition],
    mut take: impl FnMut(&mut Batch),
) -> tantivy::Result<()> {
    let mut matchers = Vec::with_capacity(conditions.len());
    for condition in conditions {
        matchers.push(Matcher::open(segment, number, condition, false)?);
    }
    // One that is missed alone never shuts a document out.
    if matchers.len() < 2 {
        matchers.clear();
    }
    let (mut window, mut batch) = (Window::new(), Batch::default());
    let all: DocId = segment.max_doc();
    for base in (0..all).step_by(WIDTH) {
        let (mut missed, mut missed_again) = (Bits::default(), Bits::default());
        for matcher in &mut matchers {
            window.move_to(base);
            matcher.fill(&mut window, None);
            missed.miss(&window.bits, &mut missed_again);
        }
        batch.clear();
        let near = missed_again.gaps().map(|place| base + place as u32).take_while(|doc| *doc < all);
        near.for_each(|doc| batch.push(doc, 0));
        if !batch.docs.is_empty() {
            take(&mut batch);
        }
    }
    Ok(())
}
